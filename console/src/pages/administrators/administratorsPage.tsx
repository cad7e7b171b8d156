import type { AdministratorRow } from '@common/contract/administrators';
import { PERMISSIONS } from '@common/terms';
import { Alert, App, Button, Table } from 'antd';
import { useState } from 'react';
import { client, session, useMe } from '../../api/session';
import { Guarded } from '../../components/guarded';
import { Loaded } from '../../components/loaded';
import { PageHeader } from '../../components/pageHeader';
import { EmptyState } from '../../components/states';
import { TableSkeleton } from '../../components/tableSkeleton';
import { useAction } from '../../hooks/useAction';
import { useLoad } from '../../hooks/useLoad';
import { usePermission } from '../../hooks/usePermission';
import { administratorColumns } from './administratorColumns';
import { AdministratorModal } from './administratorModal';
import './administrators.css';

/** 管理员与权限: the named people behind one account, and what each may do. */
export default function AdministratorsPage() {
  const { modal, message } = App.useApp();
  const me = useMe();
  const kind = me.unit ? 'unit' : 'authority';
  const list = useLoad(() => client.administrators.listAdministrators({}), []);
  const forbidden = usePermission('manageAccount');
  const [subject, setSubject] = useState<AdministratorRow | 'new' | null>(null);
  const managers = (list.data?.items ?? []).filter(({ permissions }) =>
    permissions.includes('manageAccount'),
  );

  const remove = useAction(async (row: AdministratorRow) => {
    await client.administrators.removeAdministrator({ administratorId: row.id });
    message.success(`已移除${row.name}`);
    if (row.isSelf) {
      void session.refresh();
    } else {
      list.reload();
    }
  });
  const askRemove = (row: AdministratorRow) =>
    modal.confirm({
      title: `移除${row.name}？`,
      content: row.isSelf
        ? '这是您本人。移除后您会立即退出，不能再以此姓名登录。'
        : '移除后其登录立即失效，不能再选择此姓名登录。已办理的事项和记录保留。',
      okText: '移除',
      okButtonProps: { danger: true },
      cancelText: '取消',
      icon: null,
      onOk: () => remove.run(row),
    });

  return (
    <>
      <PageHeader
        title="管理员与权限"
        note="同一账号由多人使用时，每人登记姓名和手机号，登录时选择姓名并用短信确认。"
        extra={
          <Guarded permission="manageAccount">
            <Button type="primary" onClick={() => setSubject('new')}>
              登记管理员
            </Button>
          </Guarded>
        }
      />
      {forbidden && list.data && (
        <Alert
          className="notice"
          type="info"
          showIcon
          title={`这里您只能查看。需要开通权限，请联系${managers.map(({ name }) => name).join('、') || '上级卫生行政部门'}（有“${PERMISSIONS.manageAccount}”权限）`}
        />
      )}
      <section className="card">
        <Loaded load={list} skeleton={<TableSkeleton />}>
          {({ items }) =>
            items.length === 0 ? (
              <EmptyState
                icon="people"
                title="还没有登记管理员"
                hint="登记后，登录时选择姓名并用短信确认"
                action={
                  <Guarded permission="manageAccount">
                    <Button onClick={() => setSubject('new')}>登记管理员</Button>
                  </Guarded>
                }
              />
            ) : (
              <Table<AdministratorRow>
                className="list-table"
                rowKey="id"
                dataSource={items}
                loading={{ spinning: list.loading, delay: 200 }}
                pagination={false}
                columns={administratorColumns({
                  busy: remove.busy,
                  onEdit: setSubject,
                  onRemove: askRemove,
                })}
              />
            )
          }
        </Loaded>
      </section>
      <AdministratorModal
        subject={subject}
        kind={kind}
        onClose={() => setSubject(null)}
        onSaved={() => {
          list.reload();
          // One's own permissions decide what this page offers.
          void session.refresh();
        }}
      />
    </>
  );
}

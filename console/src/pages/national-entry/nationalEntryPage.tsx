import type { UnitProjectRow } from '@common/contract/catalogue';
import { App, Button } from 'antd';
import { useState } from 'react';
import { client } from '../../api/session';
import { Guarded } from '../../components/guarded';
import { ListTable } from '../../components/listTable';
import { PageHeader } from '../../components/pageHeader';
import { EmptyState } from '../../components/states';
import { useAction } from '../../hooks/useAction';
import { useAddress } from '../../hooks/useAddress';
import { useLoad } from '../../hooks/useLoad';
import { ProjectFilters } from '../projects/projectFilters';
import { asQuery, DEFAULTS, isNarrowed } from '../projects/projectQuery';
import { entryColumns } from './entryColumns';
import { EntryDrawer } from './entryDrawer';

/** 国家级项目录入 (manual 002 §1.2): national projects are not applied for here, so that the unit enters their basics. */
export default function NationalEntryPage() {
  const { message, modal } = App.useApp();
  const [filters, setFilters] = useAddress(DEFAULTS);
  const list = useLoad(
    () => client.catalogue.listUnitProjects({ ...asQuery(filters), nature: 'entered' }),
    [filters],
  );
  const [isEntering, setIsEntering] = useState(false);
  const remove = useAction(async ({ id, name }: UnitProjectRow) => {
    await client.catalogue.removeNationalProject({ projectId: id });
    message.success(`已删除“${name}”`);
    list.reload();
  });
  const askRemove = (row: UnitProjectRow) =>
    modal.confirm({
      title: `删除“${row.name}”？`,
      content: `${row.number} 将从本单位的项目中删除，以后可以重新录入。`,
      okText: '删除',
      okButtonProps: { danger: true },
      cancelText: '取消',
      onOk: () => remove.run(row),
    });
  const enter = (
    <Guarded permission="holdActivities">
      <Button type="primary" onClick={() => setIsEntering(true)}>
        录入国家级项目
      </Button>
    </Guarded>
  );

  return (
    <>
      <PageHeader
        title="国家级项目录入"
        note="国家级项目不在本系统申报，录入基本信息后即可申请举办；省、市级项目审批公布后自动出现，不需要录入。"
        extra={enter}
      />
      <section className="card">
        <ProjectFilters
          value={filters}
          hasLevel={false}
          onChange={(some) => setFilters({ ...some, page: 1 })}
        />
        <ListTable
          load={list}
          rowKey="id"
          unit="个项目"
          columns={entryColumns(askRemove)}
          onPage={(page, pageSize) => setFilters({ page, pageSize })}
          empty={
            isNarrowed(filters) ? (
              <EmptyState
                title="没有找到这样的项目"
                hint="可以只输入名称中的一两个字，或放宽年份与学科"
                action={<Button onClick={() => setFilters(DEFAULTS)}>查看全部</Button>}
              />
            ) : (
              <EmptyState
                icon="medal"
                title="还没有录入国家级项目"
                hint="按国家公布的项目表录入编号、名称、学科、负责人与学时"
                action={enter}
              />
            )
          }
        />
      </section>
      <EntryDrawer
        open={isEntering}
        onClose={() => setIsEntering(false)}
        onEntered={({ name, credits }) => {
          setIsEntering(false);
          message.success(`已录入“${name}”，可授${credits / 100}学分，接着在“项目管理”中添加活动`);
          list.reload();
        }}
      />
    </>
  );
}

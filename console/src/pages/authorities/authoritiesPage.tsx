import type { AuthorityRow } from '@common/contract/regionsUnits';
import { App, Button, Table } from 'antd';
import { useState } from 'react';
import { client, useMe } from '../../api/session';
import { Allowed } from '../../components/allowed';
import { Loaded } from '../../components/loaded';
import { PageHeader } from '../../components/pageHeader';
import { PasswordReset } from '../../components/password-reset/passwordReset';
import { regionOfAuthority } from '../../components/region/regions';
import { SearchBox } from '../../components/searchBox';
import { EmptyState } from '../../components/states';
import { TableSkeleton } from '../../components/tableSkeleton';
import { useAddress } from '../../hooks/useAddress';
import { useLoad } from '../../hooks/useLoad';
import { usePermission } from '../../hooks/usePermission';
import './authorities.css';
import { asTree, openAtFirst } from './asTree';
import { authorityColumns } from './authorityColumns';
import { AuthorityModal } from './authorityModal';

/** 行政部门: an authority and those below it, with their accounts. */
export default function AuthoritiesPage() {
  const me = useMe();
  const { message } = App.useApp();
  const root = regionOfAuthority(me.authority?.code ?? '');
  const [{ q }, setFilters] = useAddress({ q: '' });
  const list = useLoad(() => client.regionsUnits.listAuthorities({}), []);
  const [isAdding, setAdding] = useState(false);
  const [resetting, setResetting] = useState<AuthorityRow | null>(null);
  const forbidden = usePermission('manageAccount');
  const whyNoNew = root.length === 6 ? '区县级行政部门没有下级行政部门' : forbidden;

  const added = (row: AuthorityRow) => {
    setAdding(false);
    list.reload();
    message.success(`已新增${row.name}，接着为它开通账号`);
    setResetting(row);
  };

  return (
    <>
      <PageHeader
        title="行政部门"
        note="本部门和下级卫生行政部门。下级忘记密码时，在这里重置。"
        extra={
          <Allowed reason={whyNoNew}>
            {(disabled) => (
              <Button type="primary" disabled={disabled} onClick={() => setAdding(true)}>
                新增下级部门
              </Button>
            )}
          </Allowed>
        }
      />
      <section className="card authorities">
        <div className="filter-bar">
          <SearchBox
            value={q}
            placeholder="部门名称、地区或账号"
            onSearch={(text) => setFilters({ q: text })}
          />
        </div>
        <Loaded load={list} skeleton={<TableSkeleton />}>
          {({ items }) => {
            const found = items.filter(({ name, regionName, code }) =>
              [name, regionName, code].some((text) => text.includes(q)),
            );
            if (found.length === 0) {
              return (
                <EmptyState
                  title="没有找到这样的部门"
                  hint="可以只输入地区名，如“临颍”"
                  action={<Button onClick={() => setFilters({ q: '' })}>查看全部部门</Button>}
                />
              );
            }
            return (
              <Table
                // What is open at first depends on what was found.
                key={q}
                className="list-table"
                rowKey="id"
                dataSource={q ? found : asTree(found)}
                pagination={false}
                sticky={{ offsetHeader: 56 }}
                expandable={{ defaultExpandedRowKeys: openAtFirst(found), indentSize: 22 }}
                columns={authorityColumns({ ownId: me.authority?.id, reset: setResetting })}
              />
            );
          }}
        </Loaded>
      </section>
      <AuthorityModal open={isAdding} root={root} onClose={() => setAdding(false)} onAdded={added} />
      <PasswordReset
        target={resetting}
        reset={({ id }, clearAdministrators) =>
          client.regionsUnits.resetAuthorityPassword({ authorityId: id, clearAdministrators })
        }
        onClose={() => setResetting(null)}
        onDone={list.reload}
      />
    </>
  );
}

import type { UnitRow } from '@common/contract/regionsUnits';
import { App, Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { client, useMe } from '../../api/session';
import { Guarded } from '../../components/guarded';
import { ListTable } from '../../components/listTable';
import { PageHeader } from '../../components/pageHeader';
import { PasswordReset } from '../../components/password-reset/passwordReset';
import { RegionCascader } from '../../components/region/regionCascader';
import { regionOfAuthority } from '../../components/region/regions';
import { SearchBox } from '../../components/searchBox';
import { useAddress } from '../../hooks/useAddress';
import { useLoad } from '../../hooks/useLoad';
import { unitColumns } from './unitColumns';
import { UnitDrawer } from './unitDrawer';
import { UnitsEmpty } from './unitsEmpty';
import './units.css';

/** 单位: the units of an authority's region, their names and places, and their accounts. */
export default function UnitsPage() {
  const me = useMe();
  const { message } = App.useApp();
  const root = regionOfAuthority(me.authority?.code ?? '');
  const [filters, setFilters] = useAddress({ q: '', region: '', page: 1, pageSize: 20 });
  const list = useLoad(
    () => client.regionsUnits.listUnits({ ...filters, region: filters.region || undefined }),
    [filters],
  );
  /** What the drawer is for: a unit, or a new one. */
  const [editing, setEditing] = useState<UnitRow | 'new' | null>(null);
  const [resetting, setResetting] = useState<UnitRow | null>(null);

  const saved = (unit: UnitRow, isNew: boolean) => {
    setEditing(null);
    list.reload();
    if (isNew) {
      message.success(`已新增${unit.name}，接着为它开通账号`);
      setResetting(unit);
    } else {
      message.success(`${unit.name}已保存`);
    }
  };

  return (
    <>
      <PageHeader
        title="单位"
        note="辖区内的医疗卫生单位。学员注册时按单位名称、别名和曾用名都能找到。"
        extra={
          <>
            <Link to="/unit-import">
              <Button>从Excel导入</Button>
            </Link>
            <Guarded permission="manageAccount">
              <Button type="primary" onClick={() => setEditing('new')}>
                新增单位
              </Button>
            </Guarded>
          </>
        }
      />
      <section className="card">
        <div className="filter-bar">
          <RegionCascader
            className="filter-bar__region"
            root={root}
            value={filters.region}
            placeholder="全部地区"
            onChange={(region) => setFilters({ region, page: 1 })}
          />
          <div className="filter-bar__end">
            <SearchBox
              value={filters.q}
              placeholder="名称任意字、拼音首字母或编号"
              onSearch={(q) => setFilters({ q, page: 1 })}
            />
          </div>
        </div>
        <ListTable
          load={list}
          rowKey="id"
          unit="个单位"
          columns={unitColumns({ edit: setEditing, reset: setResetting })}
          onPage={(page, pageSize) => setFilters({ page, pageSize })}
          empty={
            <UnitsEmpty
              isFiltered={filters.q !== '' || filters.region !== ''}
              onClear={() => setFilters({ q: '', region: '', page: 1 })}
              onAdd={() => setEditing('new')}
            />
          }
        />
      </section>
      <UnitDrawer unit={editing} root={root} onClose={() => setEditing(null)} onSaved={saved} />
      <PasswordReset
        target={resetting}
        reset={({ id }, clearAdministrators) =>
          client.regionsUnits.resetUnitPassword({ unitId: id, clearAdministrators })
        }
        onClose={() => setResetting(null)}
        onDone={list.reload}
      />
    </>
  );
}

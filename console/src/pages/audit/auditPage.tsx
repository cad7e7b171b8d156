import { Button, Select } from 'antd';
import { client, useMe } from '../../api/session';
import { DayPicker } from '../../components/dayPicker';
import { ListTable } from '../../components/listTable';
import { PageHeader } from '../../components/pageHeader';
import { regionOfAuthority } from '../../components/region/regions';
import { EmptyState } from '../../components/states';
import { UnitSelect } from '../../components/unitSelect';
import { useAddress } from '../../hooks/useAddress';
import { useLoad } from '../../hooks/useLoad';
import { usePermission } from '../../hooks/usePermission';
import { auditColumns } from './auditColumns';
import './audit.css';

const NO_FILTERS = { action: '', unitId: '', unit: '', from: '', to: '' };

/** 审计日志: who did what in the region, newest first. */
export default function AuditPage() {
  const forbidden = usePermission('manageAccount');
  return (
    <>
      <PageHeader
        title="审计日志"
        note="辖区内单位和行政部门的操作记录，只能查看，不能修改。查看个人信息的操作也在其中。"
      />
      <section className="card">
        {forbidden ? (
          <EmptyState icon="shield" title="暂时不能查看审计日志" hint={forbidden} />
        ) : (
          <AuditList />
        )}
      </section>
    </>
  );
}

function AuditList() {
  const me = useMe();
  const [filters, setFilters] = useAddress({ ...NO_FILTERS, page: 1, pageSize: 50 });
  const { action, unitId, unit, from, to, page, pageSize } = filters;
  const list = useLoad(
    () =>
      client.personalData.listAudit({
        action,
        unitId: unitId || undefined,
        from: from || undefined,
        to: to || undefined,
        page,
        pageSize,
      }),
    [filters],
  );
  const isFiltered = Boolean(action || unitId || from || to);
  return (
    <>
      <div className="filter-bar audit__filters">
        <Select
          className="audit__action"
          aria-label="操作"
          value={action || undefined}
          placeholder="全部操作"
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          options={list.data?.actions.map((one) => ({ value: one.action, label: one.label }))}
          onChange={(value) => setFilters({ action: value ?? '', page: 1 })}
        />
        <UnitSelect
          region={regionOfAuthority(me.authority?.code ?? '')}
          value={unitId || null}
          valueName={unit}
          placeholder="全部单位"
          onChange={(found) => setFilters({ unitId: found?.id ?? '', unit: found?.name ?? '', page: 1 })}
        />
        <span className="audit__days">
          <DayPicker
            label="从哪天"
            placeholder="开始日期"
            value={from || null}
            onChange={(day) => setFilters({ from: day ?? '', page: 1 })}
          />
          至
          <DayPicker
            label="到哪天"
            placeholder="结束日期"
            value={to || null}
            from={from || null}
            onChange={(day) => setFilters({ to: day ?? '', page: 1 })}
          />
        </span>
        {isFiltered && (
          <Button type="text" onClick={() => setFilters({ ...NO_FILTERS, page: 1 })}>
            清除条件
          </Button>
        )}
      </div>
      <ListTable
        load={list}
        rowKey="sequence"
        unit="条"
        columns={auditColumns}
        onPage={(nextPage, nextSize) => setFilters({ page: nextPage, pageSize: nextSize })}
        empty={
          <EmptyState
            icon="log"
            title={isFiltered ? '没有符合条件的记录' : '还没有操作记录'}
            hint={isFiltered ? '可以放宽日期，或换一个操作' : '辖区内的审核、授分、重置密码等操作会记在这里'}
            action={
              isFiltered && (
                <Button onClick={() => setFilters({ ...NO_FILTERS, page: 1 })}>查看全部记录</Button>
              )
            }
          />
        }
      />
    </>
  );
}

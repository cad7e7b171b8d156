import { Alert, Segmented } from 'antd';
import { client, useMe } from '../../api/session';
import { ListTable } from '../../components/listTable';
import { PageHeader } from '../../components/pageHeader';
import { UnitSelect } from '../../components/unitSelect';
import { useAddress } from '../../hooks/useAddress';
import { useLoad } from '../../hooks/useLoad';
import { usePermission } from '../../hooks/usePermission';
import { reportColumns } from './reportColumns';
import { asQuery, DEFAULTS, type ReportFilters, showOptions } from './reportFilters';
import { ReportsEmpty } from './reportsEmpty';
import './reports.css';

/** 执行情况反馈 (manual 001 §三.3, §四): for a unit what is due, for an authority what came and what is late. */
export default function ReportsPage() {
  const isUnit = useMe().roles.includes('unit');
  const role = isUnit ? 'unit' : 'authority';
  const [filters, setFilters] = useAddress(DEFAULTS);
  const query = asQuery(filters, role);
  const list = useLoad(() => client.reports.listReports(query), [JSON.stringify(query)]);
  const mayWrite = usePermission('holdActivities') === null;
  const late = list.data?.late ?? 0;
  const change = (some: Partial<ReportFilters>) => setFilters({ ...some, page: 1 });

  return (
    <>
      <PageHeader
        title="执行情况反馈"
        note={
          isUnit
            ? '培训班结束后30个工作日内提交，行政部门审核。考勤分析和授分人员名单由系统自动附上。'
            : '辖区单位在培训班结束后30个工作日内提交；逾期的在“逾期”中查看。'
        }
      />
      {isUnit && late > 0 && (
        <Alert
          className="notice"
          type="error"
          showIcon
          title={`有${late}份执行情况反馈已逾期，行政部门已看到逾期情况，请尽快填写并提交`}
        />
      )}
      <section className="card">
        <div className="filter-bar">
          <Segmented
            options={showOptions(role, late)}
            value={query.show}
            onChange={(show) => change({ show })}
          />
          {!isUnit && (
            <div className="filter-bar__end reports-unit">
              <UnitSelect
                value={filters.unit || null}
                valueName={filters.unitName || undefined}
                placeholder="举办单位：名称任意字或拼音首字母"
                onChange={(unit) => change({ unit: unit?.id ?? '', unitName: unit?.name ?? '' })}
              />
            </div>
          )}
        </div>
        <ListTable
          load={list}
          rowKey="id"
          unit="份"
          columns={reportColumns({ isUnit, mayWrite })}
          onPage={(page, pageSize) => setFilters({ page, pageSize })}
          empty={
            <ReportsEmpty
              isUnit={isUnit}
              show={query.show}
              unitName={query.unitId ? filters.unitName : ''}
              onAll={() => change({ show: 'all', unit: '', unitName: '' })}
            />
          }
        />
      </section>
    </>
  );
}

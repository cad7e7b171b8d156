import { CREDIT_CLASSES, codesOf } from '@common/terms';
import { Button, Select } from 'antd';
import { client, useMe } from '../../api/session';
import { DayPicker } from '../../components/dayPicker';
import { ListTable } from '../../components/listTable';
import { PageHeader } from '../../components/pageHeader';
import { EmptyState } from '../../components/states';
import { UnitSelect } from '../../components/unitSelect';
import { idOf, oneOf, useAddress } from '../../hooks/useAddress';
import { useLoad } from '../../hooks/useLoad';
import { ProjectFilters } from '../projects/projectFilters';
import { asQuery, DEFAULTS } from '../projects/projectQuery';
import { ExportButton } from './exportButton';
import { projectColumns } from './projectColumns';
import './statistics.css';

const CLASSES = ['', ...codesOf(CREDIT_CLASSES)] as const;
const CLASS_OPTIONS = [
  { value: '' as const, label: '全部类别' },
  ...codesOf(CREDIT_CLASSES).map((value) => ({ value, label: CREDIT_CLASSES[value] })),
];
const DAYS = [
  { key: 'from', label: '举办日期从' },
  { key: 'to', label: '举办日期到' },
] as const;
const ALL = { ...DEFAULTS, creditClass: '', unitId: '', unitName: '', from: '', to: '' };
const dayIn = (text: string) => (/^\d{4}-\d\d-\d\d$/.test(text) ? text : undefined);

/** 项目明细查询 (manual 000 §五): what was held, by how many attended and who has the credit; 人员明细 of each. */
export default function ProjectStatisticsPage() {
  const isAuthority = useMe().authority !== null;
  const [filters, setFilters] = useAddress(ALL);
  const { page, pageSize, ...query } = asQuery(filters);
  const filter = {
    ...query,
    q: query.q || undefined,
    creditClass: oneOf(CLASSES, filters.creditClass) || undefined,
    unitId: isAuthority ? idOf(filters.unitId) : undefined,
    from: dayIn(filters.from),
    to: dayIn(filters.to),
  };
  const list = useLoad(() => client.statistics.listProjects({ ...filter, page, pageSize }), [filters]);
  const change = (some: Partial<typeof filters>) => setFilters({ ...some, page: 1 });
  const isNarrowed = Object.values(filter).some((value) => value !== undefined);

  return (
    <>
      <PageHeader
        title="项目明细查询"
        note={
          isAuthority
            ? '所辖区域举办的项目：考勤人数、授分人数（含主讲人），点“人员明细”看每个人'
            : '本单位举办的项目：考勤人数、授分人数（含主讲人），点“人员明细”看每个人'
        }
        extra={<ExportButton order={{ kind: 'projects', filter }} disabled={!list.data?.total} />}
      />
      <section className="card">
        <ProjectFilters value={filters} onChange={change}>
          <Select
            className="filter-bar__narrow"
            aria-label="学分类别"
            value={oneOf(CLASSES, filters.creditClass)}
            options={CLASS_OPTIONS}
            onChange={(creditClass) => change({ creditClass })}
          />
          {DAYS.map(({ key, label }) => (
            <div key={key} className="filter-bar__day">
              <DayPicker
                value={filter[key] ?? null}
                label={label}
                placeholder={label}
                onChange={(day) => change({ [key]: day ?? '' })}
              />
            </div>
          ))}
          {isAuthority && (
            <UnitSelect
              value={filters.unitId || null}
              valueName={filters.unitName}
              placeholder="全部单位"
              onChange={(unit) => change({ unitId: unit?.id ?? '', unitName: unit?.name ?? '' })}
            />
          )}
        </ProjectFilters>
        <ListTable
          load={list}
          rowKey="activityId"
          unit="个项目"
          columns={projectColumns(isAuthority)}
          onPage={(next, size) => setFilters({ page: next, pageSize: size })}
          empty={
            isNarrowed ? (
              <EmptyState
                title="没有找到这样的项目"
                hint="可以只输入名称中的一两个字，或放宽年份、级别与日期"
                action={<Button onClick={() => setFilters(ALL)}>查看全部项目</Button>}
              />
            ) : (
              <EmptyState
                icon="calendar"
                title="还没有举办过项目"
                hint="活动审核通过并举办后，考勤和授分的人数显示在这里"
              />
            )
          }
        />
      </section>
    </>
  );
}

import type { StatisticRow } from '@common/contract/statistics';
import { yearOf } from '@common/rules/shanghaiTime';
import { CREDIT_CLASSES, codesOf, PROJECT_LEVELS, STATISTIC_GROUPS } from '@common/terms';
import { Button, Segmented, Select, Skeleton } from 'antd';
import { client, useMe } from '../../api/session';
import { BarChart } from '../../components/chart/barChart';
import { Figure } from '../../components/figure';
import { Loaded } from '../../components/loaded';
import { PageHeader } from '../../components/pageHeader';
import { EmptyState } from '../../components/states';
import { UnitSelect } from '../../components/unitSelect';
import { showHours } from '../../format';
import { idOf, oneOf, useAddress } from '../../hooks/useAddress';
import { useLoad } from '../../hooks/useLoad';
import { ExportButton } from './exportButton';
import { StatisticTable } from './statisticTable';
import './statistics.css';

const CLASSES = ['', ...codesOf(CREDIT_CLASSES)] as const;
const LEVELS = ['', ...codesOf(PROJECT_LEVELS)] as const;
/** A chart of more bars says nothing that the table does not say better. */
const MOST_BARS = 15;

/** 学分统计: credits by unit, department, discipline, class or year, as a chart, a table and Excel. */
export default function CreditStatisticsPage() {
  const isAuthority = useMe().authority !== null;
  const thisYear = yearOf(Date.now());
  const ALL = {
    by: isAuthority ? 'unit' : 'department',
    year: thisYear,
    creditClass: '',
    level: '',
    unitId: '',
    unitName: '',
  };
  // A unit's people are all its own.
  const groups = codesOf(STATISTIC_GROUPS).filter((code) => isAuthority || code !== 'unit');
  const [filters, setFilters] = useAddress(ALL);
  const by = oneOf(groups as [(typeof groups)[number], ...typeof groups], filters.by);
  const filter = {
    by,
    // 1 stands for all years: 0 cannot stand in an address.
    year: by === 'year' || filters.year === 1 ? undefined : filters.year,
    creditClass: oneOf(CLASSES, filters.creditClass) || undefined,
    level: oneOf(LEVELS, filters.level) || undefined,
    unitId: isAuthority ? idOf(filters.unitId) : undefined,
  };
  const load = useLoad(() => client.statistics.creditStatistics(filter), [filters]);
  const years = load.data?.years ?? [thisYear];
  return (
    <>
      <PageHeader
        title="学分统计"
        note={
          isAuthority
            ? '所辖区域人员获得的学分，含待审核；已撤销的不计'
            : '本单位人员获得的学分，含待审核；已撤销的不计'
        }
        extra={
          <>
            <ExportButton
              label="导出学分明细"
              order={{ kind: 'personCredits', filter: withoutGroup(filter) }}
              disabled={!load.data?.total.entries}
            />
            <ExportButton
              label="导出统计表"
              order={{ kind: 'creditStatistics', filter }}
              disabled={!load.data?.total.entries}
            />
          </>
        }
      />
      <section className="card">
        <div className="filter-bar">
          <Segmented
            aria-label="统计方式"
            options={groups.map((value) => ({ value, label: `按${STATISTIC_GROUPS[value]}` }))}
            value={by}
            onChange={(value) => setFilters({ by: value })}
          />
          {by !== 'year' && (
            <Select
              className="filter-bar__narrow"
              aria-label="年度"
              value={filters.year}
              options={[
                ...[...new Set([thisYear, ...years])].map((value) => ({ value, label: `${value}年` })),
                { value: 1, label: '全部年度' },
              ]}
              onChange={(year) => setFilters({ year })}
            />
          )}
          <Select
            className="filter-bar__narrow"
            aria-label="学分类别"
            value={oneOf(CLASSES, filters.creditClass)}
            options={[
              { value: '', label: '全部类别' },
              ...codesOf(CREDIT_CLASSES).map((value) => ({ value, label: CREDIT_CLASSES[value] })),
            ]}
            onChange={(creditClass) => setFilters({ creditClass })}
          />
          <Select
            className="filter-bar__narrow"
            aria-label="项目级别"
            value={oneOf(LEVELS, filters.level)}
            options={[
              { value: '', label: '全部级别' },
              ...codesOf(PROJECT_LEVELS).map((value) => ({ value, label: PROJECT_LEVELS[value] })),
            ]}
            onChange={(level) => setFilters({ level })}
          />
          {isAuthority && (
            <UnitSelect
              value={filters.unitId || null}
              valueName={filters.unitName}
              placeholder="全部单位的人员"
              onChange={(unit) => setFilters({ unitId: unit?.id ?? '', unitName: unit?.name ?? '' })}
            />
          )}
        </div>
        <Loaded load={load} skeleton={<Skeleton active className="pad" paragraph={{ rows: 8 }} />}>
          {({ items, others, total }) =>
            items.length > 0 ? (
              <div className="pad">
                <div className="figures">
                  <Figure label="获得学分人数" value={total.persons} unit="人" />
                  <Figure label="授分人次" value={total.entries} unit="人次" />
                  <Figure
                    label="学分合计"
                    value={total.credits / 100}
                    unit="分"
                    note={showHours(total.minutes)}
                  />
                  <Figure label="其中未审核" value={total.pending / 100} unit="分" />
                </div>
                <h2 className="statistics__title">{`按${STATISTIC_GROUPS[by]}的学分`}</h2>
                <BarChart
                  label={`按${STATISTIC_GROUPS[by]}的学分`}
                  unit="分"
                  direction="rows"
                  bars={barsOf(items)}
                  total={total.credits / 100}
                />
                <h2 className="statistics__title">统计表</h2>
                <StatisticTable by={by} items={items} others={others} total={total} />
              </div>
            ) : (
              <EmptyState
                icon="medal"
                title="没有这样的学分"
                hint="换一个年度，或放宽类别与级别"
                action={<Button onClick={() => setFilters({ ...ALL, year: 1 })}>查看全部年度</Button>}
              />
            )
          }
        </Loaded>
      </section>
    </>
  );
}

const barsOf = (items: readonly StatisticRow[]) =>
  items.slice(0, MOST_BARS).map(({ label, credits }) => ({ name: label, value: credits / 100 }));

const withoutGroup = <T extends { by: unknown }>({ by: _, ...rest }: T): Omit<T, 'by'> => rest;

import type { CreditedPerson } from '@common/contract/statistics';
import { formatCredits, formatHours } from '@common/rules/credits';
import { CREDIT_CLASSES, CREDIT_ROLES, CREDIT_STATES, codesOf, SEXES, TITLES } from '@common/terms';
import { Button, Select, type TableProps } from 'antd';
import { Link, useParams } from 'react-router';
import { client } from '../../api/session';
import { ListTable } from '../../components/listTable';
import { PageHeader } from '../../components/pageHeader';
import { SearchBox } from '../../components/searchBox';
import { EmptyState } from '../../components/states';
import { StatusTag } from '../../components/statusTag';
import { showCount, showCredits, showDateTime } from '../../format';
import { oneOf, useAddress } from '../../hooks/useAddress';
import { useLoad } from '../../hooks/useLoad';
import { ExportButton } from './exportButton';
import './statistics.css';

const ROLES = ['', ...codesOf(CREDIT_ROLES)] as const;
const STATES = ['', ...codesOf(CREDIT_STATES)] as const;
const TONES = { pending: 'waiting', returned: 'waiting', reviewed: 'done', revoked: 'quiet' } as const;
const ALL = { q: '', role: '', state: '', page: 1, pageSize: 50 };

const columns: TableProps<CreditedPerson>['columns'] = [
  {
    title: '姓名',
    key: 'name',
    width: 120,
    render: (_, { name, sex }) => (
      <>
        <div className="cell-main">{name}</div>
        <div className="cell-sub">{sex ? SEXES[sex] : ''}</div>
      </>
    ),
  },
  {
    title: '身份证号',
    key: 'idNo',
    width: 190,
    className: 'mono nowrap',
    render: (_, { idNoMasked, personnelNo }) => (
      <>
        <div>{idNoMasked}</div>
        <div className="cell-sub">{personnelNo}</div>
      </>
    ),
  },
  {
    title: '单位',
    key: 'unit',
    render: (_, { unitName, department }) => (
      <>
        <div>{unitName}</div>
        <div className="cell-sub">{department}</div>
      </>
    ),
  },
  { title: '职称', key: 'title', width: 110, render: (_, { title }) => TITLES[title] },
  {
    title: '学分',
    key: 'credits',
    width: 120,
    render: (_, { credits, minutes, creditClass }) => (
      <>
        <div className="nowrap">
          {CREDIT_CLASSES[creditClass]} <b>{formatCredits(credits)}</b>
        </div>
        <div className="cell-sub">{formatHours(minutes)}学时</div>
      </>
    ),
  },
  { title: '身份', key: 'role', width: 84, render: (_, { role }) => CREDIT_ROLES[role] },
  {
    title: '授分时间',
    key: 'grantedAt',
    width: 160,
    className: 'nowrap',
    render: (_, { grantedAt, activityDate }) => (
      <>
        <div>{showDateTime(grantedAt)}</div>
        <div className="cell-sub">活动日期 {activityDate}</div>
      </>
    ),
  },
  {
    title: '审核状态',
    key: 'state',
    width: 110,
    render: (_, { state }) => <StatusTag tone={TONES[state]}>{CREDIT_STATES[state]}</StatusTag>,
  },
];

/** 人员明细 of one project (manual 000 §五): who has its credit. */
export default function PersonStatisticsPage() {
  const { activityId = '' } = useParams();
  const [filters, setFilters] = useAddress(ALL);
  const filter = {
    role: oneOf(ROLES, filters.role) || undefined,
    state: oneOf(STATES, filters.state) || undefined,
    q: filters.q || undefined,
  };
  const { page, pageSize } = filters;
  const list = useLoad(
    () => client.statistics.listPersons({ activityId, ...filter, page, pageSize }),
    [activityId, filters],
  );
  const change = (some: Partial<typeof filters>) => setFilters({ ...some, page: 1 });
  const isNarrowed = Object.values(filter).some((value) => value !== undefined);
  const { data } = list;
  return (
    <>
      <PageHeader
        title={data ? `人员明细：${data.activityName}` : '人员明细'}
        note={data && `${data.projectNumber} · 共${showCount(data.total)}人次 · ${showCredits(data.credits)}`}
        back={{ to: '/statistics/projects', label: '项目明细查询' }}
        extra={
          <ExportButton order={{ kind: 'activityPersons', activityId, filter }} disabled={!data?.total} />
        }
      />
      <section className="card">
        <div className="filter-bar">
          <Select
            className="filter-bar__narrow"
            aria-label="身份"
            value={oneOf(ROLES, filters.role)}
            options={[
              { value: '', label: '全部身份' },
              ...codesOf(CREDIT_ROLES).map((value) => ({ value, label: CREDIT_ROLES[value] })),
            ]}
            onChange={(role) => change({ role })}
          />
          <Select
            className="filter-bar__narrow"
            aria-label="审核状态"
            value={oneOf(STATES, filters.state)}
            options={[
              { value: '', label: '全部状态' },
              ...codesOf(CREDIT_STATES).map((value) => ({ value, label: CREDIT_STATES[value] })),
            ]}
            onChange={(state) => change({ state })}
          />
          <div className="filter-bar__end">
            <SearchBox value={filters.q} placeholder="姓名" onSearch={(q) => change({ q })} />
          </div>
        </div>
        <ListTable
          load={list}
          rowKey="creditId"
          unit="人次"
          columns={columns}
          onPage={(next, size) => setFilters({ page: next, pageSize: size })}
          empty={
            isNarrowed ? (
              <EmptyState
                title="没有找到这样的人员"
                hint="换一个字，或放宽身份与审核状态"
                action={<Button onClick={() => setFilters(ALL)}>查看全部人员</Button>}
              />
            ) : (
              <EmptyState
                icon="people"
                title="还没有授分"
                hint="举办单位授分后，人员显示在这里"
                action={
                  <Link to={`/activities/${activityId}`}>
                    <Button>查看活动</Button>
                  </Link>
                }
              />
            )
          }
        />
      </section>
    </>
  );
}

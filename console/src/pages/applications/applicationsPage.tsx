import type { ApplicationView } from '@common/contract/applications';
import { yearOf } from '@common/rules/shanghaiTime';
import { codesOf, WINDOW_KINDS, type WindowKind } from '@common/terms';
import { Button, Segmented, Select } from 'antd';
import { useNavigate } from 'react-router';
import { client } from '../../api/session';
import { Guarded } from '../../components/guarded';
import { ListTable } from '../../components/listTable';
import { PageHeader } from '../../components/pageHeader';
import { SearchBox } from '../../components/searchBox';
import { useAddress } from '../../hooks/useAddress';
import { useLoad } from '../../hooks/useLoad';
import { applicationColumns } from './applicationColumns';
import {
  type ApplicationFilters,
  asQuery,
  DEFAULTS,
  isNarrowed,
  KIND_OPTIONS,
  STATE_OPTIONS,
} from './applicationFilters';
import { ApplicationsEmpty } from './applicationsEmpty';
import { FilingModal } from './filingModal';
import { NewApplicationModal } from './newApplicationModal';
import { useOwnMoves } from './useOwnMoves';
import './applications.css';

/** 项目申报与备案 (manual 001 §二): what the unit has applied for, and who has it now. */
export default function ApplicationsPage() {
  const navigate = useNavigate();
  // Which dialog is open is kept in the address, so that 申报时间 can lead right into it.
  const [{ begin, window: windowId, ...filters }, setFilters] = useAddress({
    ...DEFAULTS,
    begin: '',
    window: '',
  });
  const query = asQuery(filters);
  const list = useLoad(() => client.applications.listApplications(query), [JSON.stringify(query)]);
  const moves = useOwnMoves(list.reload);
  const beginning = codesOf(WINDOW_KINDS).find((kind) => kind === begin) ?? null;
  const setBegin = (kind: WindowKind | '') => setFilters({ begin: kind, window: '' });
  const begun = ({ id }: ApplicationView) => navigate(`/applications/${id}`);
  const change = (some: Partial<ApplicationFilters>) => setFilters({ ...some, page: 1 });
  const thisYear = yearOf(Date.now());

  return (
    <>
      <PageHeader
        title="项目申报与备案"
        note="在申报时间内申报新项目，或为以往公布的项目备案；审批公布后即可在“继教活动”中申请举办。"
        extra={
          <>
            <Guarded permission="holdActivities">
              <Button onClick={() => setBegin('filing')}>项目备案</Button>
            </Guarded>
            <Guarded permission="holdActivities">
              <Button type="primary" onClick={() => setBegin('application')}>
                申报新项目
              </Button>
            </Guarded>
          </>
        }
      />
      <section className="card">
        <div className="filter-bar">
          <Segmented options={STATE_OPTIONS} value={query.state} onChange={(state) => change({ state })} />
          <Select
            className="filter-bar__narrow"
            aria-label="类型"
            value={query.kind}
            options={KIND_OPTIONS}
            onChange={(kind) => change({ kind })}
          />
          <Select
            className="filter-bar__narrow"
            aria-label="年份"
            value={filters.year}
            options={[
              { value: 0, label: '全部年份' },
              ...[1, 0, -1, -2, -3].map((by) => ({ value: thisYear + by, label: `${thisYear + by}年` })),
            ]}
            onChange={(year) => change({ year })}
          />
          <div className="filter-bar__end">
            <SearchBox value={filters.q} placeholder="项目名称或负责人" onSearch={(q) => change({ q })} />
          </div>
        </div>
        <ListTable
          load={list}
          rowKey="id"
          unit="项"
          isDense
          columns={applicationColumns({
            busy: moves.busy,
            onRemove: moves.askToRemove,
            onWithdraw: moves.askToWithdraw,
          })}
          onPage={(page, pageSize) => setFilters({ page, pageSize })}
          empty={
            <ApplicationsEmpty
              isFiltered={isNarrowed(filters)}
              onClear={() => setFilters(DEFAULTS)}
              onApply={() => setBegin('application')}
              onFile={() => setBegin('filing')}
            />
          }
        />
      </section>
      <NewApplicationModal
        open={beginning === 'application'}
        windowId={windowId}
        onClose={() => setBegin('')}
        onBegun={begun}
      />
      <FilingModal
        open={beginning === 'filing'}
        windowId={windowId}
        onClose={() => setBegin('')}
        onBegun={begun}
      />
    </>
  );
}

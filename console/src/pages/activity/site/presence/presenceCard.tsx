import type { ActivityView } from '@common/contract/activities';
import type { OutputOf } from '@common/contract/endpoint';
import type { presence } from '@common/contract/presence';
import { PRESENCE_STATES, type PresenceState } from '@common/terms';
import { Segmented, Select } from 'antd';
import { client } from '../../../../api/session';
import { Figure } from '../../../../components/figure';
import { ListTable } from '../../../../components/listTable';
import { SearchBox } from '../../../../components/searchBox';
import { oneOf, useAddress } from '../../../../hooks/useAddress';
import { useLoad } from '../../../../hooks/useLoad';
import { DepartmentBar } from './departmentBar';
import { PresenceActions } from './presenceActions';
import { presenceColumns } from './presenceColumns';
import { PresenceEmpty } from './presenceEmpty';
import './presence.css';

/** The presence endpoint's answer. */
export type Presence = OutputOf<(typeof presence)['presence']>;

const EVERY_MS = 3000;
const SHOWN: ['missing', ...(PresenceState | 'all')[]] = ['missing', 'here', 'left', 'all'];
const OPTIONS = [
  { value: 'missing', label: PRESENCE_STATES.missing },
  { value: 'here', label: PRESENCE_STATES.here },
  { value: 'left', label: PRESENCE_STATES.left },
  { value: 'all', label: '全部' },
];
const FIRST = { show: 'missing', department: '', q: '', page: 1, pageSize: 20 };

/** 现场人员: who of those expected today is here, has left or is missing, and what can be done about it. Fresh every three seconds. */
export function PresenceCard({ activity }: { activity: ActivityView }) {
  const [filters, setFilters] = useAddress(FIRST);
  const { department } = filters;
  const show = oneOf(SHOWN, filters.show);
  const list = useLoad(
    () =>
      client.presence.presence({
        activityId: activity.id,
        ...filters,
        show,
        department: department || undefined,
      }),
    [activity.id, filters],
    { everyMs: EVERY_MS },
  );
  const { data } = list;
  return (
    <section className="card presence">
      <div className="card__head">
        <h2>现场人员</h2>
        {data && (
          <PresenceActions activity={activity} missing={data.missing} onReminded={() => list.reload()} />
        )}
      </div>
      {data && <Counts presence={data} />}
      {data && (
        <DepartmentBar
          departments={data.departments}
          chosen={department}
          onChoose={(name) => setFilters({ department: name, show: 'all', page: 1 })}
        />
      )}
      <div className="filter-bar">
        <Segmented options={OPTIONS} value={show} onChange={(next) => setFilters({ show: next, page: 1 })} />
        <Select
          className="presence__department"
          aria-label="科室或单位"
          placeholder="全部科室"
          allowClear
          showSearch
          value={department || null}
          options={data?.departments.map(({ name, here, expected }) => ({
            value: name,
            label: `${name}（${here}/${expected}）`,
          }))}
          onChange={(name: string | null) => setFilters({ department: name ?? '', page: 1 })}
        />
        <SearchBox
          value={filters.q}
          placeholder="姓名或单位名称"
          onSearch={(q) => setFilters({ q, page: 1 })}
        />
      </div>
      <ListTable
        // Asked for anew every few seconds: it must not look busy each time.
        load={{ ...list, loading: list.loading && !data }}
        rowKey="learnerId"
        unit="人"
        columns={presenceColumns}
        onPage={(page, pageSize) => setFilters({ page, pageSize })}
        empty={
          <PresenceEmpty
            presence={data}
            filters={{ ...filters, show }}
            onShowAll={() => setFilters({ ...FIRST, show: 'all' })}
          />
        }
      />
    </section>
  );
}

function Counts({ presence: { here, missing, left, held } }: { presence: Presence }) {
  return (
    <div className="figures presence__counts">
      <Figure label={PRESENCE_STATES.here} value={here} unit="人" tone={here > 0 ? 'done' : undefined} />
      <Figure
        label={PRESENCE_STATES.missing}
        value={missing}
        unit="人"
        tone={missing > 0 ? 'waiting' : undefined}
      />
      <Figure label={PRESENCE_STATES.left} value={left} unit="人" />
      <Figure
        label="待确认的扫码"
        value={held}
        unit="次"
        tone={held > 0 ? 'waiting' : undefined}
        note={held > 0 ? '请到“考勤”中确认' : undefined}
      />
    </div>
  );
}

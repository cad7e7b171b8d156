import { Button, Segmented } from 'antd';
import { Link } from 'react-router';
import { client } from '../../../api/session';
import { ListTable } from '../../../components/listTable';
import { EmptyState } from '../../../components/states';
import { useAction } from '../../../hooks/useAction';
import { oneOf, useAddress } from '../../../hooks/useAddress';
import { useLoad } from '../../../hooks/useLoad';
import type { TabProps } from './attendanceTabs';
import { rosterColumns } from './rosterColumns';
import { RosterHead } from './rosterHead';
import './roster.css';

type Only = 'all' | 'full';
const ONLY: [Only, ...Only[]] = ['all', 'full'];
const OPTIONS = [
  { value: 'all', label: '全部' },
  { value: 'full', label: '完成规定学时' },
];

/** 签到与撤离名单 (manual 002 §2.2): who was there how long, handed up after the end. */
export default function RosterTab({ activity }: TabProps) {
  const activityId = activity.id;
  const [filters, setFilters] = useAddress({ only: 'all', page: 1, pageSize: 50 });
  const only = oneOf(ONLY, filters.only);
  const list = useLoad(
    () => client.attendance.roster({ activityId, ...filters, only }),
    [activityId, filters],
  );
  const download = useAction(async () => {
    const file = await client.attendance.exportRoster({ activityId });
    await file.save();
  });
  const periods = list.data?.periods ?? [];
  const isNobody = list.data?.persons === 0;

  return (
    <>
      {list.data && <RosterHead activity={activity} roster={list.data} onHandedUp={list.reload} />}
      <section className="card">
        <div className="filter-bar">
          <Segmented
            options={OPTIONS}
            value={only}
            onChange={(value) => setFilters({ only: value, page: 1 })}
          />
          <div className="filter-bar__end">
            <Button disabled={isNobody || !list.data} loading={download.busy} onClick={() => download.run()}>
              导出Excel
            </Button>
          </div>
        </div>
        <ListTable
          load={list}
          rowKey="id"
          unit="人"
          columns={rosterColumns(periods)}
          isDense
          scroll={{ x: 760 + 166 * periods.length }}
          onPage={(page, pageSize) => setFilters({ page, pageSize })}
          empty={
            isNobody ? (
              <EmptyState
                icon="users"
                title="还没有人签到"
                hint="学员签到后，这里列出每个举办周期的签到、撤离时间和实际参会学时"
                action={<Link to={`/activities/${activityId}/site`}>去现场打开大屏</Link>}
              />
            ) : (
              <EmptyState
                icon="users"
                title="还没有人完成规定学时"
                hint="学时从签到算到撤离；没有撤离记录的，核实后可以补录考勤"
                action={<Button onClick={() => setFilters({ only: 'all', page: 1 })}>查看全部名单</Button>}
              />
            )
          }
        />
      </section>
    </>
  );
}

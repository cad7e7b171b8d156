import type { ActivityView } from '@common/contract/activities';
import { Badge, Segmented, Skeleton } from 'antd';
import { Suspense } from 'react';
import { useSearchParams } from 'react-router';
import { client } from '../../../api/session';
import { useLoad } from '../../../hooks/useLoad';
import { ATTENDANCE_TABS } from './attendanceTabs';
import './attendance.css';

const EVERY_MS = 30_000;

/** 考勤: every swipe, what waits to be confirmed, what is in doubt, and the lists that are made of it. */
export default function AttendanceSection({ activity }: { activity: ActivityView }) {
  const activityId = activity.id;
  const [search, setSearch] = useSearchParams();
  const [first] = ATTENDANCE_TABS;
  const shown = ATTENDANCE_TABS.find(({ key }) => key === search.get('tab')) ?? first;
  const counts = useLoad(
    async () => {
      const [held, doubts] = await Promise.all([
        client.attendance.listHeld({ activityId, pageSize: 1 }),
        client.attendance.listDoubts({ activityId, pageSize: 1 }),
      ]);
      return { held: held.waiting, doubts: doubts.open } as Record<string, number>;
    },
    [activityId],
    { everyMs: EVERY_MS },
  );
  const { Content } = shown;
  return (
    <>
      <Segmented
        className="attendance-tabs"
        size="large"
        value={shown.key}
        options={ATTENDANCE_TABS.map(({ key, label }) => ({
          value: key,
          label: (
            <>
              {label}
              <Badge className="attendance-tabs__count" size="small" count={counts.data?.[key] ?? 0} />
            </>
          ),
        }))}
        // The filters of one tab mean nothing in another.
        onChange={(key) => setSearch(key === first.key ? {} : { tab: key })}
      />
      <Suspense fallback={<Skeleton active className="card pad" paragraph={{ rows: 8 }} />}>
        <Content activity={activity} onChange={counts.reload} />
      </Suspense>
    </>
  );
}

import type { ActivityRow } from '@common/contract/activities';
import { useState } from 'react';
import { client, useMe } from '../../api/session';
import { Loaded } from '../../components/loaded';
import { PageHeader } from '../../components/pageHeader';
import { useLoad } from '../../hooks/useLoad';
import { OpenScreenModal } from '../activity/openScreenModal';
import { HomeSkeleton } from './homeSkeleton';
import { LatestCreditings } from './latestCreditings';
import { ToDoCard } from './toDoCard';
import { Today } from './today';
import { TodayActivities } from './todayActivities';
import { WaitingLearners } from './waitingLearners';
import './home.css';

const EVERY_MS = 30_000;
const BATCHES = 5;

/** 工作台 of a unit: what waits for it, and what is held today. */
export default function UnitHome() {
  const me = useMe();
  const overview = useLoad(() => client.overview.unitOverview({}), [], { everyMs: EVERY_MS });
  const batches = useLoad(
    () => client.crediting.listCreditings({ pageSize: BATCHES }),
    [overview.data?.waitingCreditings],
  );
  const waiting = batches.data?.items.find((batch) => batch.state === 'waiting');
  const [opening, setOpening] = useState<ActivityRow | null>(null);
  return (
    <>
      <PageHeader title="工作台" note={<Today name={me.unit?.name} />} />
      <Loaded load={overview} skeleton={<HomeSkeleton />}>
        {(data) => (
          <>
            <div className="to-dos">
              <ToDoCard
                to="/learners"
                icon="people"
                label="待审核人员"
                count={data.waitingLearners}
                unit="人"
                tone="act"
                note={data.waitingLearners > 0 ? '审核后才能签到、获得学分' : '都审核完了'}
                go="去审核"
              />
              <ToDoCard
                to="/creditings?state=waiting"
                icon="medal"
                label="待审核的授分"
                count={data.waitingCreditings}
                unit="批"
                tone="waiting"
                note={data.waitingCreditings === 0 ? '没有在等待的授分' : (waiting?.waitingFor ?? '已提交')}
                go="看进度"
              />
              <ToDoCard
                to="/activities"
                icon="clock"
                label="今日签到"
                count={data.checkInsToday}
                unit="人次"
                tone="live"
                note="签到与撤离合计"
                go="看活动"
              />
              <ToDoCard
                to="/learners?state=approved"
                icon="users"
                label="本单位人员"
                count={data.approvedLearners}
                unit="人"
                tone="quiet"
                note="已审核通过"
                go="看名单"
              />
            </div>
            <TodayActivities activities={data.activitiesNow} onOpenScreen={setOpening} />
            <div className="briefs">
              <WaitingLearners count={data.waitingLearners} />
              <LatestCreditings load={batches} />
            </div>
          </>
        )}
      </Loaded>
      <OpenScreenModal activity={opening} onClose={() => setOpening(null)} />
    </>
  );
}

import type { ActivityRow } from '@common/contract/activities';
import { useState } from 'react';
import { client, useMe } from '../../api/session';
import { Loaded } from '../../components/loaded';
import { PageHeader } from '../../components/pageHeader';
import { useLoad } from '../../hooks/useLoad';
import { OpenScreenModal } from '../activity/openScreenModal';
import { isEmptied } from '../creditings/creditingWords';
import { HomeSkeleton } from './homeSkeleton';
import { LatestCreditings } from './latestCreditings';
import { LatestNotices } from './latestNotices';
import { ProjectTasks } from './projectTasks';
import { ToDoCard } from './toDoCard';
import { Today } from './today';
import { TodayActivities } from './todayActivities';
import { UnitFigures } from './unitFigures';
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
  const creditable = useLoad(
    () => client.crediting.listCreditable({ pageSize: 1 }),
    [overview.data?.waitingCreditings],
  );
  const waiting = batches.data?.items.find((batch) => batch.state === 'waiting' && !isEmptied(batch));
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
                to="/corrections"
                icon="edit"
                label="待处理的更正"
                count={data.waitingCorrections}
                unit="项"
                tone="act"
                note={data.waitingCorrections > 0 ? '职称变更与姓名更正' : '都处理完了'}
                go="去处理"
              />
              <ToDoCard
                to="/transfers"
                icon="move"
                label="待办理的调动"
                count={data.waitingTransfers}
                unit="人"
                tone="act"
                note={data.waitingTransfers > 0 ? '等待本单位调出或调入' : '没有等待办理的调动'}
                go="去办理"
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
            </div>
            <ProjectTasks {...data} creditable={creditable.data} />
            <UnitFigures checkInsToday={data.checkInsToday} approvedLearners={data.approvedLearners} />
            <TodayActivities activities={data.activitiesNow} onOpenScreen={setOpening} />
            <div className="briefs">
              <WaitingLearners count={data.waitingLearners} />
              <LatestCreditings load={batches} />
            </div>
            {me.unit && <LatestNotices regionCode={me.unit.regionCode} />}
          </>
        )}
      </Loaded>
      <OpenScreenModal activity={opening} onClose={() => setOpening(null)} />
    </>
  );
}

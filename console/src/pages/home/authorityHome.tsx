import { client, useMe } from '../../api/session';
import { Figure } from '../../components/figure';
import { Loaded } from '../../components/loaded';
import { PageHeader } from '../../components/pageHeader';
import { useLoad } from '../../hooks/useLoad';
import { HomeSkeleton } from './homeSkeleton';
import { RegionWaiting } from './regionWaiting';
import { Today } from './today';
import { WaitingCreditings } from './waitingCreditings';
import './home.css';

const EVERY_MS = 60_000;

/** 工作台 of an authority: what waits for its review, and its region in numbers. */
export default function AuthorityHome() {
  const me = useMe();
  const overview = useLoad(() => client.overview.authorityOverview({}), [], { everyMs: EVERY_MS });
  return (
    <>
      <PageHeader title="工作台" note={<Today name={me.authority?.name} />} />
      <Loaded load={overview} skeleton={<HomeSkeleton />}>
        {(data) => (
          <>
            <div className="region">
              <RegionWaiting
                to="/creditings"
                label="待审核的授分"
                count={data.waitingCreditings}
                unit="批"
                go={data.waitingCreditings > 0 ? '去审核' : '都审核完了，查看记录'}
              />
              <RegionWaiting
                to="/unit-requests"
                label="新增单位申请"
                count={data.waitingUnitRequests}
                unit="项"
                go={data.waitingUnitRequests > 0 ? '去处理' : '都处理完了，查看申请'}
              />
              <RegionWaiting
                to="/application-reviews"
                label="待审核的项目"
                count={data.waitingApplications}
                unit="项"
                go={data.waitingApplications > 0 ? '去审核' : '都审核完了，查看记录'}
              />
              <RegionWaiting
                to="/activity-reviews"
                label="待审核的举办申请"
                count={data.waitingActivities}
                unit="项"
                go={data.waitingActivities > 0 ? '去审核' : '都审核完了，查看记录'}
              />
              <RegionWaiting
                to="/reports"
                label="待审核的反馈"
                count={data.waitingReports}
                unit="份"
                go={data.waitingReports > 0 ? '去审核' : '都审核完了，查看记录'}
              />
              <section className="card region__figures">
                <Figure label="所辖单位" value={data.units} unit="个" note="所辖区域内的医疗卫生单位" />
                <Figure label="注册学员" value={data.approvedLearners} unit="人" note="已由单位审核通过" />
                <Figure
                  label="正在举办的活动"
                  value={data.activitiesNow}
                  unit="个"
                  note="所辖单位现在的继教活动"
                />
              </section>
            </div>
            <WaitingCreditings count={data.waitingCreditings} />
          </>
        )}
      </Loaded>
    </>
  );
}

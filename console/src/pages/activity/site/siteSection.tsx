import type { ActivityView } from '@common/contract/activities';
import type { checkIns } from '@common/contract/checkIns';
import type { OutputOf } from '@common/contract/endpoint';
import { Alert } from 'antd';
import { client } from '../../../api/session';
import { Figure } from '../../../components/figure';
import { Loaded } from '../../../components/loaded';
import { showRange } from '../../../format';
import { useLoad } from '../../../hooks/useLoad';
import { useDisplays } from '../useDisplays';
import { CourseList } from './courseList';
import { DisplaysCard } from './displaysCard';
import { LatestList } from './latestList';
import { PresenceCard } from './presence/presenceCard';
import { RefusedList } from './refusedList';
import './site.css';

const EVERY_MS = 3000;

/** The board's answer. */
export type Board = OutputOf<(typeof checkIns)['board']>;

/** 现场: the live board, and the screens of each course. */
export default function SiteSection({ activity }: { activity: ActivityView }) {
  const board = useLoad(() => client.checkIns.board({ activityId: activity.id }), [activity.id], {
    everyMs: EVERY_MS,
  });
  const displays = useDisplays(activity.id);
  const isStale = board.error !== null && board.data !== null;
  return (
    <Loaded load={board}>
      {(data) => (
        <>
          <SiteNotice activity={activity} isStale={isStale} />
          <div className="site">
            <div className="site__main">
              <section className="card figures">
                <Figure label="到场人数" value={data.persons} unit="人" />
                <Figure label="签到与撤离" value={data.swipes} unit="人次" />
                <Figure
                  label="今天扫码未成功"
                  value={data.refused.reduce((sum, one) => sum + one.count, 0)}
                  unit="次"
                  tone={data.refused.length > 0 ? 'waiting' : undefined}
                />
              </section>
              <section className="card">
                <div className="card__head">
                  <h2>课程与大屏</h2>
                  <span className="faint">
                    {displays.isDepartureRequired
                      ? '签到和撤离须各扫一次，缺一不可；二维码只在各自的时间内显示'
                      : '在投影上全屏展示二维码，学员用微信扫一扫'}
                  </span>
                </div>
                <CourseList board={data} isApproved={activity.state === 'approved'} displays={displays} />
              </section>
              <DisplaysCard displays={displays} />
              <PresenceCard activity={activity} />
              <RefusedList refused={data.refused} />
            </div>
            <LatestList latest={data.latest} />
          </div>
        </>
      )}
    </Loaded>
  );
}

function SiteNotice({ activity, isStale }: { activity: ActivityView; isStale: boolean }) {
  if (isStale) {
    return (
      <Alert
        className="notice"
        type="warning"
        showIcon
        title="网络不稳定，人数可能不是最新的，正在重新连接…"
      />
    );
  }
  if (activity.state !== 'approved') {
    return (
      <Alert
        className="notice"
        type="warning"
        showIcon
        title="活动审核通过后才能展示二维码，请联系上级行政部门审核"
      />
    );
  }
  if (activity.holding === 'after') {
    return (
      <Alert
        className="notice"
        type="info"
        showIcon
        title="举办周期已经结束，不再接受签到。可以去“授分”给有效人员授分。"
      />
    );
  }
  if (activity.holding === 'before' || activity.holding === 'between') {
    const now = Date.now();
    const next = activity.periods.find((period) => Date.parse(period.from) > now);
    return (
      <Alert
        className="notice"
        type="info"
        showIcon
        title={`现在不在举办周期内${next ? `，下一个周期 ${showRange(next)}` : ''}。可以先打开大屏，到时自动显示二维码。`}
      />
    );
  }
  return null;
}

import type { ActivityRow } from '@common/contract/activities';
import { CREDIT_CLASSES } from '@common/terms';
import { Button } from 'antd';
import { Link } from 'react-router';
import { Icon } from '../../components/icon';
import { EmptyState } from '../../components/states';
import { StatusTag } from '../../components/statusTag';
import { showCredits, showDate, showHours } from '../../format';
import { activityStatus } from '../activity/activityStatus';

interface Props {
  activities: ActivityRow[];
  onOpenScreen: (activity: ActivityRow) => void;
}

/** The activities of today, each with the way to its screen and its live board. */
export function TodayActivities({ activities, onOpenScreen }: Props) {
  return (
    <section className="card today">
      <div className="card__head">
        <h2>今天的活动</h2>
        <Link to="/activities">全部活动</Link>
      </div>
      {activities.length === 0 && (
        <EmptyState
          icon="calendar"
          title="今天没有正在举办的活动"
          hint="到了举办周期，活动会出现在这里，可以直接打开签到大屏"
          action={<Link to="/activities">查看本单位的活动</Link>}
        />
      )}
      <ul>
        {activities.map((activity) => (
          <TodayActivity key={activity.id} activity={activity} onOpenScreen={onOpenScreen} />
        ))}
      </ul>
    </section>
  );
}

function TodayActivity({ activity, onOpenScreen }: { activity: ActivityRow } & Pick<Props, 'onOpenScreen'>) {
  const { tone, text } = activityStatus(activity);
  const from = showDate(activity.from);
  const to = showDate(activity.to);
  const days = from === to ? from : `${from} 至 ${to}`;
  return (
    <li className="today__item">
      <div className="today__main">
        <div className="today__name">
          <Link to={`/activities/${activity.id}`}>{activity.name}</Link>
          <StatusTag tone={tone}>{text}</StatusTag>
        </div>
        <div className="today__facts">
          <span className="mono">
            {activity.projectNumber} 第{activity.term}期
          </span>
          <span>
            <Icon name="place" size={14} />
            {activity.venue}
          </span>
          <span>
            <Icon name="clock" size={14} />
            {days}
          </span>
          <span>
            {CREDIT_CLASSES[activity.creditClass]} {showCredits(activity.credits)}，
            {showHours(activity.minutes)}
          </span>
        </div>
      </div>
      <div className="today__actions">
        <Link to={`/activities/${activity.id}/site`}>现场人数</Link>
        <Button
          type="primary"
          icon={<Icon name="screen" size={16} />}
          disabled={activity.state !== 'approved'}
          onClick={() => onOpenScreen(activity)}
        >
          打开大屏
        </Button>
      </div>
    </li>
  );
}

import { Link } from 'react-router';
import { showCount } from '../../format';
import './projectTasks.css';

interface Props {
  waitingApplications: number;
  returnedApplications: number;
  waitingActivities: number;
  returnedActivities: number;
  waitingReports: number;
  returnedCreditings: number;
  /** Activities that have begun and are not done with 授分, as 项目参加者授分 lists them; null until known. */
  creditable: { total: number; late: number } | null;
}

/** 项目与活动: what waits for the unit's 科教 department, what came back to be changed, 授分 to be done, 执行情况反馈 to be handed in. */
export function ProjectTasks(props: Props) {
  const tasks: { to: string; label: string; count: number; isDue?: boolean }[] = [
    { to: '/application-reviews', label: '待审核的项目', count: props.waitingApplications },
    { to: '/applications?state=returned', label: '退回修改的项目', count: props.returnedApplications },
    { to: '/activity-reviews', label: '待审核的举办申请', count: props.waitingActivities },
    { to: '/activities?state=returned', label: '退回修改的举办申请', count: props.returnedActivities },
    // While a class is still held, or in its time after, nobody is called.
    {
      ...{ to: '/creditable', label: '待授分的项目', count: props.creditable?.total ?? 0 },
      isDue: (props.creditable?.late ?? 0) > 0,
    },
    { to: '/creditings?state=mine', label: '退回修改的授分', count: props.returnedCreditings },
    { to: '/reports', label: '待提交的反馈', count: props.waitingReports },
  ];
  return (
    <nav className="card project-tasks" aria-label="项目与活动">
      {tasks.map(({ to, label, count, isDue = count > 0 }) => (
        <Link key={to} to={to}>
          {label}
          <strong className={isDue ? 'project-tasks__act' : undefined}>
            {showCount(count)}
            <small>项</small>
          </strong>
        </Link>
      ))}
    </nav>
  );
}

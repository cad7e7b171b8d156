import { Link } from 'react-router';
import { showCount } from '../../format';
import './projectTasks.css';

interface Props {
  waitingApplications: number;
  returnedApplications: number;
  waitingActivities: number;
  returnedActivities: number;
  waitingReports: number;
}

/** 项目与活动: what waits for the unit's 科教 department, what came back to be changed, and 执行情况反馈 to be handed in. */
export function ProjectTasks(props: Props) {
  const tasks = [
    { to: '/application-reviews', label: '待审核的项目', count: props.waitingApplications },
    { to: '/applications?state=returned', label: '退回修改的项目', count: props.returnedApplications },
    { to: '/activity-reviews', label: '待审核的举办申请', count: props.waitingActivities },
    { to: '/activities?state=returned', label: '退回修改的举办申请', count: props.returnedActivities },
    { to: '/reports', label: '待提交的反馈', count: props.waitingReports },
  ];
  return (
    <nav className="card project-tasks" aria-label="项目与活动">
      {tasks.map(({ to, label, count }) => (
        <Link key={to} to={to}>
          {label}
          <strong className={count > 0 ? 'project-tasks__act' : undefined}>
            {showCount(count)}
            <small>项</small>
          </strong>
        </Link>
      ))}
    </nav>
  );
}

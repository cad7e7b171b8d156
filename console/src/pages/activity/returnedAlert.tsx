import type { ActivityView } from '@common/contract/activities';
import { Alert } from 'antd';
import { Link } from 'react-router';
import { stepAddress, stepOf } from '../activity-edit/editSteps';
import { ACTIVITY_PAGES } from './activityPages';

/** Why it was returned or refused, page by page, each leading to where it is changed. */
export function ReturnedAlert({ activity, isUnit }: { activity: ActivityView; isUnit: boolean }) {
  const { id, state, moves } = activity;
  if (state !== 'returned' && state !== 'rejected') {
    return null;
  }
  const last = moves.find(({ move }) => move === (state === 'returned' ? 'return' : 'reject'));
  if (!last) {
    return null;
  }
  const mayEdit = isUnit && state === 'returned';
  return (
    <Alert
      className="notice"
      type={mayEdit ? 'error' : 'warning'}
      showIcon
      title={`${last.byName}${state === 'returned' ? '退回修改' : '审核不通过'}${last.reason && `：${last.reason}`}`}
      description={
        last.pages.length > 0 && (
          <ul className="returned-pages">
            {last.pages.map(({ page, reason }) => {
              const label = ACTIVITY_PAGES.find(({ key }) => key === page)?.label ?? '其他';
              return (
                <li key={page}>
                  {mayEdit ? <Link to={stepAddress(id, stepOf(page))}>{label}</Link> : label}：{reason}
                </li>
              );
            })}
          </ul>
        )
      }
    />
  );
}

import type { ActivityView } from '@common/contract/activities';
import { Alert } from 'antd';
import type { ActivityPageKey } from '../activity/activityPages';
import { missingOn } from './editSteps';

interface Props {
  page: ActivityPageKey;
  view: Pick<ActivityView, 'state' | 'moves'>;
  missing: readonly { field: string; message: string }[];
}

/** What a reviewer wants changed on this page, and what is still missing on it. */
export function StepNotes({ page, view, missing }: Props) {
  const returned = view.state === 'returned' ? view.moves.find(({ move }) => move === 'return') : undefined;
  const reasons = returned?.pages.filter((one) => one.page === page) ?? [];
  const open = missingOn(missing, page);
  return (
    <>
      {reasons.length > 0 && (
        <Alert
          className="edit-note"
          type="error"
          showIcon
          title={`${returned?.byName ?? ''}要求修改这一页`}
          description={reasons.map(({ reason }) => reason).join('；')}
        />
      )}
      {open.length > 0 && (
        <ul className="edit-missing" aria-label="这一页还差">
          {open.map(({ field, message }) => (
            <li key={`${field} ${message}`}>{message}</li>
          ))}
        </ul>
      )}
    </>
  );
}

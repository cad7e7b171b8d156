import { Link } from 'react-router';
import { Icon } from '../../components/icon';
import { EDIT_STEPS, type EditStepKey, missingOn, stepAddress } from './editSteps';

interface Props {
  activityId: string;
  current: EditStepKey;
  missing: readonly { field: string; message: string }[];
}

/** The five steps on top, each with a green tick once nothing is missing on it. */
export function EditNavigation({ activityId, current, missing }: Props) {
  return (
    <nav className="edit-steps card" aria-label="填写步骤">
      {EDIT_STEPS.map(({ key, label }, index) => {
        const count = key === 'submit' ? missing.length : missingOn(missing, key).length;
        const isDone = count === 0 && key !== 'submit';
        return (
          <Link
            key={key}
            to={stepAddress(activityId, key)}
            className={isDone ? 'edit-steps__step edit-steps__step--done' : 'edit-steps__step'}
            aria-current={key === current ? 'step' : undefined}
          >
            <span className="edit-steps__dot">{isDone ? <Icon name="check" size={14} /> : index + 1}</span>
            <span className="edit-steps__words">
              <b>{label}</b>
              <span>{isDone ? '已填好' : count > 0 ? `还差${count}项` : '可以提交'}</span>
            </span>
          </Link>
        );
      })}
    </nav>
  );
}

import type { FormFault } from '@common/rules/application';
import { Link } from 'react-router';
import { Icon } from '../../components/icon';
import { FORM_PAGES } from './formPage';

interface Props {
  applicationId: string;
  /** The present page, from 0. */
  at: number;
  missing: readonly FormFault[];
  /** Pages that were returned with something to change. */
  returned: readonly string[];
}

/** The five pages on top; each is green once nothing is missing on it. */
export function EditorSteps({ applicationId, at, missing, returned }: Props) {
  return (
    <nav className="card form-steps" aria-label="申报表">
      {FORM_PAGES.map(({ key, label }, index) => {
        const count = missing.filter(({ page }) => page === key).length;
        const isDone = count === 0;
        const isReturned = returned.includes(key);
        return (
          <Link
            key={key}
            to={`/applications/${applicationId}/${index + 1}`}
            className={`form-steps__step${isDone ? ' form-steps__step--done' : ''}${isReturned ? ' form-steps__step--returned' : ''}`}
            aria-current={index === at ? 'step' : undefined}
          >
            <span className="form-steps__dot">{isDone ? <Icon name="check" size={15} /> : index + 1}</span>
            <span className="form-steps__words">
              <b>{label}</b>
              <small>{isReturned ? '退回要求修改' : isDone ? '已填好' : `还有${count}处未填好`}</small>
            </span>
          </Link>
        );
      })}
    </nav>
  );
}

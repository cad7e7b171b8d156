import { REVIEW_MOVES } from '@common/terms';
import { showDateTime } from '../../format';
import type { ReviewEntry, ReviewPage } from './reviewTypes';
import './review.css';

interface Props {
  moves: readonly ReviewEntry[];
  /** The form's pages, for the reasons that name one. */
  pages?: readonly ReviewPage[];
}

/** 办理记录: every move, the latest first, with who, when and why. */
export function ReviewMoves({ moves, pages = [] }: Props) {
  if (moves.length === 0) {
    return <p className="card__empty">还没有提交上报</p>;
  }
  const labelOf = (page: string) => pages.find(({ key }) => key === page)?.label ?? '其他';
  return (
    <ol className="review-moves">
      {moves.map((entry) => (
        <li key={`${entry.at} ${entry.move}`}>
          <div className="review-moves__head">
            <b>{REVIEW_MOVES[entry.move]}</b>
            <span className="faint mono">{showDateTime(entry.at)}</span>
          </div>
          <p className="soft">{[entry.byName, entry.administratorName].filter(Boolean).join('，')}</p>
          {entry.reason && <p className="review-moves__reason">{entry.reason}</p>}
          {entry.pages.map(({ page, reason }) => (
            <p key={page} className="review-moves__reason">
              <span className="faint">{labelOf(page)}：</span>
              {reason}
            </p>
          ))}
        </li>
      ))}
    </ol>
  );
}

import { REVIEW_MOVES, REVIEW_STEPS } from '@common/terms';
import { showDateTime } from '../../format';
import { Icon } from '../icon';
import { decisionsOf } from './decisionsOf';
import type { ReviewEntry, ReviewStep } from './reviewTypes';
import './review.css';

interface Props {
  steps: readonly ReviewStep[];
  /** All moves, the latest first. */
  moves: readonly ReviewEntry[];
}

/** 审批步骤: the chain from above, with who has it now in amber, and what each decided, when and why. */
export function ReviewSteps({ steps, moves }: Props) {
  const decisions = decisionsOf(steps, moves);
  return (
    <ol className="review-steps" aria-label="审批步骤">
      {steps.map(({ step, ownerName, state }, index) => {
        const decision = decisions[index];
        return (
          <li
            key={`${step} ${ownerName}`}
            className={`review-steps__step review-steps__step--${state}`}
            aria-current={state === 'waiting' ? 'step' : undefined}
          >
            <span className="review-steps__dot">
              {state === 'done' ? <Icon name="check" size={14} /> : index + 1}
            </span>
            <div>
              <b>{REVIEW_STEPS[step]}</b>
              <p className="soft">{ownerName}</p>
              {state === 'waiting' && <p className="review-steps__now">正在审核，等待处理</p>}
              {decision && (
                <p className="review-steps__said">
                  {REVIEW_MOVES[decision.move]}
                  {decision.administratorName && `，${decision.administratorName}`}
                  <span className="faint mono">{showDateTime(decision.at)}</span>
                </p>
              )}
              {decision?.reason && <p className="review-steps__reason">{decision.reason}</p>}
            </div>
          </li>
        );
      })}
    </ol>
  );
}

import type { ActivityView } from '@common/contract/activities';
import { ReviewMoves } from '../../components/review/reviewMoves';
import { ReviewSteps } from '../../components/review/reviewSteps';
import { ACTIVITY_PAGES } from './activityPages';

/** 审批步骤 with who has it now, and 办理记录. */
export function ReviewCards({ activity: { steps, moves } }: { activity: ActivityView }) {
  return (
    <>
      {steps.length > 0 && (
        <section className="card">
          <div className="card__head">
            <h2>审批步骤</h2>
          </div>
          <ReviewSteps steps={steps} moves={moves} />
        </section>
      )}
      {moves.length > 0 && (
        <section className="card">
          <div className="card__head">
            <h2>办理记录</h2>
          </div>
          <ReviewMoves moves={moves} pages={ACTIVITY_PAGES} />
        </section>
      )}
    </>
  );
}

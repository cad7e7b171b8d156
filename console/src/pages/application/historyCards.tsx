import type { ApplicationView } from '@common/contract/applications';
import type { ReactNode } from 'react';
import { ReviewMoves } from '../../components/review/reviewMoves';
import { ReviewSteps } from '../../components/review/reviewSteps';
import { FORM_PAGES } from './formPage';
import { Opinions } from './opinions';

interface Props {
  view: ApplicationView;
  /** Beside 专家意见: what the reviewer can do there. */
  opinionAction?: ReactNode;
}

/** 审批步骤 with who has it now, 专家意见, and every move. */
export function HistoryCards({ view, opinionAction }: Props) {
  const { steps, moves, opinions } = view;
  return (
    <aside className="application__side">
      {steps.length > 0 && (
        <section className="card">
          <div className="card__head">
            <h2>审批步骤</h2>
          </div>
          <ReviewSteps steps={steps} moves={moves} />
        </section>
      )}
      {(opinions.length > 0 || opinionAction) && (
        <section className="card">
          <div className="card__head">
            <h2>专家意见</h2>
            {opinionAction}
          </div>
          <Opinions opinions={opinions} />
        </section>
      )}
      <section className="card">
        <div className="card__head">
          <h2>办理记录</h2>
        </div>
        <ReviewMoves moves={moves} pages={FORM_PAGES} />
      </section>
    </aside>
  );
}

import { formatCredits } from '@common/rules/credits';
import { CREDIT_CLASSES } from '@common/terms';
import type { ClientSession } from 'mongoose';
import type { FullActivity } from '../activities/service';
import type { Services } from '../services';
import type { Draft } from './put';

/** What happened to somebody's credit. */
export type CreditStep = 'granted' | 'reviewed' | 'revoked';

export interface CreditMessages {
  /**
   * Tells learners what happened to their credits of a batch, each once a step. Thousands at a time are told in pieces.
   * @param reason Of a revocation.
   * @param session Told only where that transaction is committed; then nobody may have been told of the step before.
   */
  credits(
    step: CreditStep,
    learnerIds: string[],
    full: FullActivity,
    creditingId: string,
    reason?: string,
    session?: ClientSession,
  ): Promise<void>;
}

const TITLES: Record<CreditStep, string> = {
  granted: '学分已授予，待审核',
  reviewed: '学分审核通过',
  revoked: '学分已撤销',
};
const PIECE = 500;
const PAGE = 'pages/credits/index';

export function createCreditMessages(
  services: Services,
  put: (drafts: Draft[], session?: ClientSession) => Promise<number>,
): CreditMessages {
  return {
    async credits(step, learnerIds, { project, unit }, creditingId, reason = '', session) {
      for (let from = 0; from < learnerIds.length; from += PIECE) {
        const piece = learnerIds.slice(from, from + PIECE);
        // By course, each has another amount.
        const granted = await services.credits.grantedBy(creditingId, piece);
        await put(
          piece.map((learnerId) => {
            const { credits, creditClass } = granted.get(learnerId) ?? project;
            const amount = `${CREDIT_CLASSES[creditClass]} ${formatCredits(credits)}分，${unit.name}`;
            return {
              key: `credit-${step}-${creditingId}-${learnerId}`,
              learnerId,
              kind: 'credit' as const,
              title: TITLES[step],
              lines: [project.name, ...(step === 'revoked' ? [`原因：${reason}`] : []), amount],
              page: PAGE,
              // One yes of a learner's is one 订阅消息: it is kept for what is final.
              isKeptForOthers: step === 'granted',
            };
          }),
          session,
        );
      }
    },
  };
}

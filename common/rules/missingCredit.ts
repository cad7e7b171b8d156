/**
 * 刷卡成功，但查不到学分？ (manual 004; manual 003 §九): every condition of a credit in the order in which they come, what is the
 * matter with each in words, whom it waits for, and one answer: the first that is not met.
 */

import type { MissingCredit } from '../contract/credits';
import type { CreditState } from '../terms';
import { type AnalysisFacts, analysisStep, taskSteps } from './missingAnalysis';
import { type ApprovalFact, approvalStep, checkInStep, type PresenceFacts } from './missingPresence';
import { type Step, stepOf } from './missingSteps';
import { spanOf } from './periods';
import { dayOf } from './shanghaiTime';
import { afterWorkingDays } from './workingDays';

/** 建议刷卡后3个工作日后查询 (manual 004). */
export const CREDIT_WORKING_DAYS = 3;

/** His credit of the activity, as it stands. */
export interface CreditFact {
  state: CreditState;
  /** 年度 that it counts in. */
  year: number;
  waitingFor: string | null;
  /** The last day for the review, `YYYY-MM-DD`. */
  dueOn: string | null;
  /** Why it was returned or revoked. */
  opinion: string | null;
  /** Of a revocation: the day, and who did it. */
  revokedOn: string | null;
  revokedBy: string | null;
}

export interface MissingCreditFacts extends PresenceFacts, AnalysisFacts {
  approval: ApprovalFact;
  /** Why the unit unchecked him in the last batch that could have had him. */
  excepted: string | null;
  credit: CreditFact | null;
}

/** Why somebody does not see a credit: exactly one answer, whatever the facts are. */
export function missingCredit(
  facts: MissingCreditFacts,
): Pick<MissingCredit, 'answer' | 'advice' | 'conditions'> {
  const before = [approvalStep(facts.approval), checkInStep(facts), ...taskSteps(facts), analysisStep(facts)];
  const isReady = before.every(({ state }) => state === 'done');
  const steps = [
    // Once granted, what was not asked of him (by hand, as a lecturer) stands in nobody's way.
    ...before.filter(({ state }) => facts.credit === null || state === 'done'),
    grantingStep(facts, isReady),
    reviewStep(facts),
  ];
  const open = steps.find(({ state }) => state !== 'done');
  return {
    answer: open ? `${open.words}。` : `学分已审核通过，计入${facts.credit?.year ?? ''}年度。`,
    advice: open ? open.advice : '查询时请注意所选的年度和时间范围。',
    conditions: steps.map(({ advice: _advice, ...condition }) => condition),
  };
}

function grantingStep(
  { now, holder, periods, excepted, credit }: MissingCreditFacts,
  isReady: boolean,
): Step {
  if (credit?.state === 'revoked') {
    const by = `${credit.revokedOn ?? ''}被${credit.revokedBy ?? holder}撤销`;
    return stepOf('granting', 'missed', `学分已于${by}${credit.opinion ? `，原因：${credit.opinion}` : ''}`, {
      advice: `如有异议，请联系${credit.revokedBy ?? holder}。`,
    });
  }
  if (credit) {
    return stepOf('granting', 'done', '学分已授予');
  }
  if (excepted !== null) {
    return stepOf('granting', 'missed', `${holder}授分时没有授予您，原因：${excepted}`, {
      advice: `如有异议，请联系${holder}。`,
    });
  }
  if (!isReady) {
    return stepOf('granting', 'ahead', `以上都完成后，由${holder}授分`);
  }
  const lastDay = dayOf(spanOf(periods).to);
  const isLate = dayOf(now) > afterWorkingDays(lastDay, CREDIT_WORKING_DAYS);
  return stepOf('granting', 'theirs', `考勤有效，${holder}还没有进行授分操作`, {
    waitingFor: holder,
    advice: isLate
      ? `已超过${CREDIT_WORKING_DAYS}个工作日，请联系${holder}授分。`
      : `一般在刷卡后${CREDIT_WORKING_DAYS}个工作日内授分，请届时再查。`,
  });
}

function reviewStep({ now, holder, credit }: MissingCreditFacts): Step {
  if (!credit || credit.state === 'revoked') {
    return stepOf('review', 'ahead', '授分后，由卫生行政部门审核');
  }
  if (credit.state === 'reviewed') {
    return stepOf('review', 'done', '学分已审核通过');
  }
  const waitingFor = credit.waitingFor ?? '卫生行政部门';
  if (credit.state === 'returned') {
    return stepOf(
      'review',
      'theirs',
      `学分审核退回：${credit.opinion ?? '请修改'}，等待${waitingFor}修改后重新提交`,
      {
        waitingFor,
        advice: `请联系${waitingFor}尽快修改提交。`,
      },
    );
  }
  // While a long batch is still being written it is the holder's, and nothing is late.
  if (waitingFor === holder) {
    return stepOf('review', 'theirs', `学分已授予，${holder}正在提交审核`, { waitingFor });
  }
  const isLate = credit.dueOn !== null && dayOf(now) > credit.dueOn;
  const due =
    credit.dueOn === null
      ? ''
      : `，${isLate ? '应' : '最迟'}于${credit.dueOn}${isLate ? '前审核，已逾期' : '审核'}`;
  return stepOf('review', 'theirs', `学分已授予，等待${waitingFor}审核${due}`, {
    waitingFor,
    advice: isLate ? `请联系${waitingFor}。` : '学分已可在“学分”里查看，审核通过后会通知您。',
  });
}

import type { EvaluationView } from '@common/contract/evaluations';
import type { FormQuestion } from '@common/contract/forms';
import { formatDateTime } from '@common/rules/shanghaiTime';
import { untilWords } from '@common/rules/taskHours';
import type { Standing } from './evaluating';

/** A learner's evaluation with what to do, or why not. */
export function presentEvaluation(
  { full, state, hours }: Standing,
  questions: readonly FormQuestion[],
  isRequired: boolean,
): EvaluationView {
  return {
    activityId: String(full.activity._id),
    activityName: full.project.name,
    unitName: full.unit.name,
    state,
    words: wordsOf({ state, hours }, isRequired),
    isRequired,
    opensAt: hours && new Date(hours.from).toISOString(),
    closesAt: hours && new Date(hours.to).toISOString(),
    questions: [...questions],
  };
}

function wordsOf({ state, hours }: Pick<Standing, 'state' | 'hours'>, isRequired: boolean): string {
  switch (state) {
    case 'notAttended':
      return '您没有参加该活动的签到，不能评价';
    case 'ahead':
      return hours
        ? `培训结束（${formatDateTime(hours.from)}）后可以评价；最后一场提前离开的，扫码撤离后即可评价`
        : '该活动的举办周期还没有确定，确定后再来评价';
    case 'done':
      return '您已评价，谢谢';
    case 'over':
      return `评价已于${untilWords(hours?.to ?? 0)}，如有疑问请联系举办单位`;
    default:
      return `${untilWords(hours?.to ?? 0)}${isRequired ? '，没有评价不能获得学分' : ''}`;
  }
}

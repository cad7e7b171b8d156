import type { ActivityView } from '@common/contract/activities';
import type { PaperView } from '@common/contract/papers';
import { LEAST_QUESTIONS } from '@common/rules/examQuestion';
import type { Step } from './steps';

/** What the step line needs of a paper. */
export type PaperFacts = Pick<PaperView, 'state' | 'questions' | 'isRequired' | 'isChanged'>;

/** 试题: done when the paper is 启用; for the unit to do where the authority requires it (manual 000 §二). */
export function papered({ id, state }: Pick<ActivityView, 'id' | 'state'>, paper: PaperFacts | null): Step {
  const name = '试题';
  if (state !== 'approved') {
    return { name, tone: 'ahead', note: '审核通过后添加' };
  }
  const to = `/activities/${id}/exam`;
  return paper ? { name, ...standing(paper), to } : { name, tone: 'ahead', note: '在线考试', to };
}

function standing({ state, questions, isRequired, isChanged }: PaperFacts): Pick<Step, 'tone' | 'note'> {
  const { length } = questions;
  if (state === 'published') {
    return { tone: 'done', note: isChanged ? '已启用，有修改' : `已启用，${length}道` };
  }
  if (state === 'closed') {
    return { tone: 'quiet', note: '考试已关闭' };
  }
  if (isRequired) {
    const missing = LEAST_QUESTIONS - length;
    return { tone: 'act', note: missing > 0 ? `还差${missing}道试题` : '等待启用' };
  }
  return { tone: 'ahead', note: length > 0 ? '还没有启用' : '没有要求考试' };
}

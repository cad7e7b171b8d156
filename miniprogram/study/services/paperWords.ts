import type { AttemptView, GivenAnswer } from '@common/contract/exams';
import { untilWords } from '@common/rules/taskHours';
import { chosenOf, type Saving } from '@/services/examAttempt';
import { ms } from '@/services/words';

/** So many numbers are named; of more only how many. */
const MOST_NAMED = 10;

/** The numbers, from 1, of the questions without an answer. */
export const unanswered = (
  { questions }: Pick<AttemptView, 'questions'>,
  answers: readonly GivenAnswer[],
): number[] => questions.flatMap(({ id }, at) => (chosenOf(answers, id).length === 0 ? [at + 1] : []));

/** What is chosen after a tap on an option: a single choice moves, of several each goes on and off. */
export function tapped(kind: 'single' | 'multiple', chosen: readonly number[], place: number): number[] {
  if (kind === 'single') {
    return [place];
  }
  return chosen.includes(place)
    ? chosen.filter((each) => each !== place)
    : [...chosen, place].sort((a, b) => a - b);
}

/** What is asked before 交卷: title and text. */
export function submitWords(open: readonly number[], marked: number): [title: string, text: string] {
  const marks = marked > 0 ? `有${marked}题做了标记。` : '';
  if (open.length === 0) {
    return ['确定交卷？', `题目都已作答。${marks}交卷后不能修改，立即得到成绩。`];
  }
  const which = open.length <= MOST_NAMED ? `第${open.join('、')}题没有作答` : `有${open.length}题没有作答`;
  return [`还有${open.length}题没有作答`, `${which}。${marks}交卷后不能修改，立即得到成绩。`];
}

export const SAVING_WORDS: Record<Saving, string> = {
  saved: '已保存',
  saving: '保存中',
  offline: '没有网络，答案已存在手机上',
  unreached: '暂时没有连上服务器，答案已存在手机上',
  refused: '没有保存到服务器',
};

/** An exam that ends by its hours and not by its time is not counted down by the second. */
const FAR_SECONDS = 24 * 3600;

/** `05:09`, `1:05:09`: the time that is left; `11月28日 24:00 截止` where that is more than a day. */
export function timeWords(seconds: number, deadline: string): string {
  if (seconds > FAR_SECONDS) {
    return untilWords(ms(deadline));
  }
  const two = (n: number) => String(n).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest;
}

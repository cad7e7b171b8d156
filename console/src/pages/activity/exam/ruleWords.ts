/** 考试设置 in words, for the card and for whoever changes it. */
import type { ActivityView } from '@common/contract/activities';
import type { PaperRules } from '@common/contract/papers';
import { formatRange } from '@common/rules/shanghaiTime';
import { examHours } from '@common/rules/taskHours';
import { ANSWERS_SHOWN, EXAM_OPENINGS } from '@common/terms';

type Periods = ActivityView['periods'];

/** `2026-07-20 08:00 至 2026-07-27 23:59`: when the exam can be taken with these rules. */
export function hoursWords(rules: Pick<PaperRules, 'opens' | 'daysAfter'>, periods: Periods): string {
  const hours = examHours(
    rules,
    periods.map(({ from, to }) => ({ from: Date.parse(from), to: Date.parse(to) })),
  );
  return hours ? formatRange(hours.from, hours.to) : '有了举办周期以后确定';
}

const orderWords = ({ isQuestionsShuffled, isOptionsShuffled }: PaperRules) => {
  const shuffled = [isQuestionsShuffled && '题目', isOptionsShuffled && '选项'].filter(Boolean);
  return shuffled.length === 0 ? '题目和选项都按原来的顺序' : `${shuffled.join('和')}乱序`;
};

function drawWords(draw: number, questions: number): string {
  if (draw > 0) {
    return `每次随机抽取${draw}道，共${questions}道`;
  }
  return questions > 0 ? `全部${questions}道试题` : '全部试题';
}

/** Each rule by its name. */
export function ruleLines(rules: PaperRules, questions: number, periods: Periods): [string, string][] {
  const { draw, passScore, tries, minutes, opens, answersShown } = rules;
  return [
    ['抽题', drawWords(draw, questions)],
    ['顺序', orderWords(rules)],
    ['及格分', `${passScore}分，满分100分`],
    ['次数', tries === 0 ? '不限次数' : `最多${tries}次`],
    ['时长', minutes === 0 ? '不限时长' : `${minutes}分钟，到时自动交卷`],
    ['开放', `${EXAM_OPENINGS[opens]}：${hoursWords(rules, periods)}`],
    ['答案', ANSWERS_SHOWN[answersShown]],
  ];
}

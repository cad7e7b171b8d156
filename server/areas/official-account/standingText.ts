import { formatCredits } from '@common/rules/credits';
import { headOf } from './creditsText';
import { type Links, pageLink } from './links';
import type { LearnerCredits } from './ports';

/** 达标: what is there of 年度应达学分, and what is missing. Whether it is enough, 年审 decides and no sum. */
export function standingText(name: string, credits: LearnerCredits, links: Links): string {
  return [
    ...headOf(`${name}，${credits.year}年度达标情况`, credits),
    '',
    ...missingWords(credits),
    '是否达标以年审结果为准；产假、不计达标等情况由单位和卫生行政部门在年审时认定。',
    '',
    pageLink(links, 'pages/credits/index', '查看学分'),
  ].join('\n');
}

function missingWords({ required, totals }: LearnerCredits): string[] {
  if (required === 0) {
    return ['您所在地区没有设置年度应达学分。'];
  }
  const missing = required - totals.total;
  if (missing > 0) {
    return [`还差 ${formatCredits(missing)} 分。`];
  }
  return totals.reviewed < required
    ? [`加上待审核的 ${formatCredits(totals.pending)} 分已满应达学分，审核通过后才计入。`]
    : ['已审核的学分已满应达学分。'];
}

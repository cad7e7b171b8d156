import { formatCredits } from '@common/rules/credits';
import { truncateUtf8, utf8Length } from '@common/rules/messageGrammar';
import { CREDIT_CLASSES } from '@common/terms';
import type { LearnerCredits } from './ports';
import { MAX_REPLY_BYTES } from './reply';
import { link } from './words';

const LATEST = 8;
/** Twenty Han. */
const NAME_BYTES = 60;

/** A year's credits for one bubble: totals, the latest entries as far as they fit, and where to see all. */
export function creditsText(name: string, credits: LearnerCredits, home: string): string {
  const { year, required, totals, items } = credits;
  const head = [
    `${name}，${year}年度学分`,
    `合计 ${formatCredits(totals.total)} 分${required > 0 ? `（应达 ${formatCredits(required)} 分）` : ''}`,
    `I类 ${formatCredits(totals.classI)} · II类 ${formatCredits(totals.classII)} · 其他 ${formatCredits(totals.other)}`,
  ];
  if (totals.pending !== 0) {
    head.push(`已审核 ${formatCredits(totals.reviewed)} 分，待审核 ${formatCredits(totals.pending)} 分`);
  }
  const foot = ['', link(home, '查看全部明细')];
  const shown = items.slice(0, LATEST).map(itemLine);
  const body = () =>
    shown.length > 0
      ? ['', `最近${shown.length}条：`, ...shown]
      : ['', '本年度还没有记录。刚参加的活动，要等举办单位授分后才能查到。'];
  const text = () => [...head, ...body(), ...foot].join('\n');
  while (utf8Length(text()) > MAX_REPLY_BYTES && shown.length > 0) {
    shown.pop();
  }
  return text();
}

function itemLine(item: LearnerCredits['items'][number], index: number): string {
  const amount = `${CREDIT_CLASSES[item.creditClass]} ${formatCredits(item.credits)}分`;
  return `${index + 1}. ${item.activityDate.slice(5)} ${plain(item.activityName)}\n　${amount}${stateWords(item)}`;
}

/** Of what is reviewed there is nothing to say. */
function stateWords({ state, waitingFor }: LearnerCredits['items'][number]): string {
  const who = plain(waitingFor ?? '');
  return {
    reviewed: '',
    pending: `（待${who}审核）`,
    returned: `（审核退回，待${who}修改）`,
    revoked: '（已撤销）',
  }[state];
}

/** Names come from units: no tags of WeChat's, no line breaks. */
function plain(text: string): string {
  return truncateUtf8(text.replace(/\s+/g, ' ').replaceAll('<', '＜').replaceAll('>', '＞'), NAME_BYTES);
}

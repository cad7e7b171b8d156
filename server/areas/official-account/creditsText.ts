import { formatCredits } from '@common/rules/credits';
import { utf8Length } from '@common/rules/utf8';
import { CREDIT_CLASSES } from '@common/terms';
import { type Links, pageLink, plainName, plainSentence } from './links';
import type { LearnerCredits } from './ports';
import { MAX_REPLY_BYTES } from './reply';

type Item = LearnerCredits['items'][number];

const LATEST = 8;
const NONE_YET = '本年度还没有记录。刚参加的活动，要等举办单位授分后才能查到。';

/** 学分: a year's credits for one bubble: totals, the latest entries as far as they fit, and where to see all. */
export function creditsText(name: string, credits: LearnerCredits, links: Links): string {
  const foot = [
    '',
    '发送“明细”逐条查看，“为什么”查看缺少的学分',
    pageLink(links, 'pages/credits/index', '查看全部明细'),
  ];
  const shown = credits.items.slice(0, LATEST).map(itemLine);
  const body = () => (shown.length > 0 ? ['', `最近${shown.length}条：`, ...shown] : ['', NONE_YET]);
  const text = () => [...headOf(`${name}，${credits.year}年度学分`, credits), ...body(), ...foot].join('\n');
  while (utf8Length(text()) > MAX_REPLY_BYTES && shown.length > 0) {
    shown.pop();
  }
  return text();
}

/** 明细: every entry of the year, a block each. */
export function entriesText(name: string, credits: LearnerCredits, links: Links): string[] {
  const { year, items } = credits;
  return [
    headOf(`${name}，${year}年度学分明细，共${items.length}条`, credits).join('\n'),
    '',
    ...(items.length > 0 ? items.map(entryLine) : [NONE_YET]),
    '',
    pageLink(links, 'credits/search/index', '按时间、状态查询'),
  ];
}

/** The totals under a title. */
export function headOf(title: string, { required, totals }: LearnerCredits): string[] {
  const demanded = required > 0 ? `（应达 ${formatCredits(required)} 分）` : '';
  const head = [
    title,
    `合计 ${formatCredits(totals.total)} 分${demanded}`,
    `I类 ${formatCredits(totals.classI)} · II类 ${formatCredits(totals.classII)} · 其他 ${formatCredits(totals.other)}`,
  ];
  return totals.pending === 0
    ? head
    : [...head, `已审核 ${formatCredits(totals.reviewed)} 分，待审核 ${formatCredits(totals.pending)} 分`];
}

function itemLine(item: Item, index: number): string {
  const amount = `${CREDIT_CLASSES[item.creditClass]} ${formatCredits(item.credits)}分`;
  return `${index + 1}. ${item.activityDate.slice(5)} ${plainName(item.activityName)}\n　${amount}${stateWords(item)}`;
}

/** With the opinion, where there is one: why it was returned or revoked. */
const entryLine = (item: Item, index: number): string =>
  itemLine(item, index) + (item.opinion ? `\n　审核意见：${plainSentence(item.opinion)}` : '');

/** Of what is reviewed there is nothing to say. */
function stateWords({ state, waitingFor }: Item): string {
  const who = plainName(waitingFor ?? '');
  return {
    reviewed: '',
    pending: `（待${who}审核）`,
    returned: `（审核退回，待${who}修改）`,
    revoked: '（已撤销）',
  }[state];
}

import type { MissingCredit } from '@common/contract/credits';
import { formatDateTime } from '@common/rules/shanghaiTime';
import { type Links, pageLink, plainName, plainSentence } from './links';

/** 为什么: of each activity whose credit is not there, the first condition that is not met, whose turn it is, and the next step. */
export function whyText(
  { items, total }: { items: readonly MissingCredit[]; total: number },
  links: Links,
): string[] {
  if (items.length === 0) {
    return [
      '没有发现缺少学分的活动：您报名、签到过的活动，学分都已审核通过。',
      '如果参加过的活动不在其中，可能当时没有用本人的微信扫码或本人的卡刷卡，请联系举办单位核对。',
      '',
      pageLink(links, 'study/records/index', '查看考勤记录'),
    ];
  }
  const head =
    total > items.length
      ? `有${total}个活动还没有审核通过的学分，最近的${items.length}个：`
      : `有${total}个活动还没有审核通过的学分：`;
  return [
    head,
    ...items.map((item, i) => activityLines(item, i, links)),
    '',
    pageLink(links, 'study/records/index', '查看全部活动'),
  ];
}

function activityLines(item: MissingCredit, index: number, links: Links): string {
  const open = item.conditions.find(({ state }) => state !== 'done');
  const turn =
    open?.state === 'mine' ? '等您本人完成' : open?.waitingFor ? `等待${plainName(open.waitingFor)}` : null;
  return [
    `${index + 1}. ${plainName(item.activityName)}（${formatDateTime(Date.parse(item.from)).slice(0, 10)}）`,
    `　原因：${plainSentence(item.answer)}`,
    ...(turn ? [`　${turn}`] : []),
    ...(item.advice ? [`　下一步：${plainSentence(item.advice)}`] : []),
    `　${pageLink(links, `credits/why/index?activityId=${item.activityId}`, '逐项查看')}`,
  ].join('\n');
}

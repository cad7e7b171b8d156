import type { LearnerActivity } from '@common/contract/activities';
import { formatDateTime } from '@common/rules/shanghaiTime';
import { DIRECTIONS, HELD_KINDS } from '@common/terms';
import type { DueItem, RefusedScan } from './commandPorts';
import { type Links, pageLink, plainName, plainSentence } from './links';

const LATEST = 6;

/** `11-21 08:05`. */
const timeOf = (ms: number) => formatDateTime(ms).slice(5);
const hourOf = (iso: string) => formatDateTime(Date.parse(iso)).slice(11);

/** 考勤: what is due today, the latest check-ins, and the scans that wait or did not count, with why. */
export function attendanceText(
  activities: readonly LearnerActivity[],
  { due, refused }: { due: readonly DueItem[]; refused: readonly RefusedScan[] },
  links: Links,
): string[] {
  const latest = activities
    .flatMap(({ name, checkIns }) => checkIns.map((each) => ({ ...each, name, ms: Date.parse(each.at) })))
    .sort((a, b) => b.ms - a.ms)
    .slice(0, LATEST);
  return [
    ...(due.length > 0 ? ['今天的考勤：', ...due.map(dueLines)] : ['今天没有您报名或签到的活动。']),
    '',
    ...(latest.length > 0 ? [`最近${latest.length}次签到：`] : ['还没有签到记录。']),
    ...latest.map(
      ({ ms, direction, courseName, name }) =>
        `${timeOf(ms)} ${DIRECTIONS[direction]} ${plainName(courseName === name ? name : `${name}·${courseName}`)}`,
    ),
    ...(refused.length > 0 ? ['', '没有生效的扫码：'] : []),
    ...refused.map(({ at, activityName, reason }) =>
      `${timeOf(at)} ${plainName(activityName)}\n　${plainSentence(reason)}`.replace(/ \n/, '\n'),
    ),
    '',
    pageLink(links, 'study/records/index', '查看考勤记录'),
  ];
}

function dueLines({ activityName, venue, from, to, due, held }: DueItem): string {
  const done = due.map(({ label, done: count, of }) => `${label} ${count}/${of}`).join('，');
  return [
    `· ${plainName(activityName)}`,
    `　${hourOf(from)}–${hourOf(to)} ${plainName(venue)}`,
    ...(done ? [`　${done}`] : []),
    ...held.map(({ kind, words }) => `　${HELD_KINDS[kind]}：${plainSentence(words)}`),
  ].join('\n');
}

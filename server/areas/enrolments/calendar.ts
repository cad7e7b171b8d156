import { formatCredits } from '@common/rules/credits';
import { CREDIT_CLASSES } from '@common/terms';
import { createEvents, type EventAttributes } from 'ics';
import type { ServedFile } from '../../http/call';
import { periodsOf } from '../activities/presenter';
import type { FullActivity } from '../activities/service';

/** RFC 5545 §3.1. */
const LINE_BYTES = 75;

/**
 * An activity for a calendar (iCalendar, RFC 5545): one event a period, an alarm a day before, times in UTC. The same event
 * keeps its UID, and a changed activity has a higher number, so that a calendar replaces what it took before.
 */
export function calendarFile({ activity, project, unit }: FullActivity, now: number): ServedFile {
  const periods = periodsOf(activity).sort((a, b) => a.from - b.from);
  const place = [activity.venue, activity.address].filter(Boolean).join('，');
  const events = periods.map(({ from, to }, index): EventAttributes & { timestamp: number } => ({
    uid: `${activity._id}-${index + 1}@jijiaotong`,
    sequence: activity.version,
    timestamp: now,
    start: from,
    end: to,
    startOutputType: 'utc',
    endOutputType: 'utc',
    title: periods.length > 1 ? `${project.name}（${index + 1}/${periods.length}）` : project.name,
    location: place,
    ...(activity.point && { geo: { lat: activity.point.latitude, lon: activity.point.longitude } }),
    description: [
      `项目编号：${project.number}`,
      `举办单位：${unit.name}`,
      `学分：${CREDIT_CLASSES[project.creditClass]} ${formatCredits(project.credits)}分`,
      ...(activity.contact ? [`联系人：${activity.contact} ${activity.contactPhone ?? ''}`.trim()] : []),
      '现场扫码签到。',
    ].join('\n'),
    status: 'CONFIRMED',
    // In hours: the package writes whole days in a form that RFC 5545 does not know.
    alarms: [{ action: 'display', description: project.name, trigger: { hours: 24, before: true } }],
  }));
  const { value, error } = createEvents(events, { productId: '-//jijiaotong//CN', calName: '继续医学教育' });
  if (!value) {
    throw error ?? new Error('no calendar');
  }
  return {
    name: `${project.name}-第${activity.term}期.ics`,
    type: 'text/calendar; charset=utf-8',
    body: Buffer.from(folded(value)),
  };
}

/** The package folds by characters, the standard by bytes: a Chinese character has three. */
function folded(text: string): string {
  return text
    .replace(/\r\n\t/g, '')
    .split('\r\n')
    .map((line) => {
      let bytes = 0;
      return Array.from(line)
        .map((character) => {
          const size = Buffer.byteLength(character);
          const isFull = bytes + size > LINE_BYTES;
          // The blank that begins a continued line counts.
          bytes = isFull ? 1 + size : bytes + size;
          return isFull ? `\r\n ${character}` : character;
        })
        .join('');
    })
    .join('\r\n');
}

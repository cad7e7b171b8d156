import type { checkIns, ScreenView } from '@common/contract/checkIns';
import { qrText } from '@common/rules/qr';
import type { EventStream } from '../../http/call';
import { AppError } from '../../http/errors';
import type { Platform } from '../../platform';
import type { FullActivity } from '../activities/service';
import type { Services } from '../services';
import type { Hub } from './hub';
import type { DisplayDoc } from './model';

type Stream = EventStream<typeof checkIns.screenEvents>;

// How soon a screen notices what nobody announced: a changed activity, a lost message, a store that is back.
const LOOK_AGAIN_MS = 5_000;
const COUNT_AT_MOST_EVERY_MS = 250;
// A screen that hears nothing for 25 s believes the line is dead; with a code of a day only the count would tell it.
const COUNT_AT_LEAST_EVERY_MS = 15_000;

/** What a venue screen shows that does not change. */
export function presentScreen(full: FullActivity, display: DisplayDoc, now: number): ScreenView {
  const { activity, project, unit } = full;
  return {
    activityName: project.name,
    projectNumber: project.number,
    courseName:
      activity.courses.find(({ _id }) => String(_id) === String(display.courseId))?.name ?? project.name,
    unitName: unit.name,
    venue: activity.venue,
    direction: display.direction,
    periods: activity.periods.map(({ from, to }) => ({ from: from.toISOString(), to: to.toISOString() })),
    serverTime: new Date(now).toISOString(),
  };
}

/**
 * Feeds one venue screen: each code when its slot starts and never a coming one, the headcount when it changes, and why no
 * code may be shown where that is so. Returns when the screen went away.
 */
export async function feedScreen(
  { config, log, metrics }: Platform,
  services: Services,
  hub: Hub,
  ticket: string,
  stream: Stream,
): Promise<void> {
  let isOpen = true;
  let wake: () => void = () => undefined;
  const sleep = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  void stream.closed.then(() => {
    isOpen = false;
    wake();
  });
  const { display } = await services.checkIns.displays.byTicket(ticket);
  const counter = countFeed(services, display, stream, () => isOpen);
  const off = [
    hub.on(`headcount:${String(display.courseId)}`, counter),
    hub.on(`display:${String(display._id)}`, () => wake()),
  ];
  let shown = '';
  metrics.screens.inc();
  try {
    while (isOpen) {
      const waitMs = await turn().catch((error: unknown) => {
        if (error instanceof AppError && error.code === 'NOT_FOUND') {
          stream.send({ type: 'closed' });
          stream.end();
          return 0;
        }
        log.warn({ err: error }, 'screen');
        shown = '';
        stream.send({ type: 'blocked', message: '系统正在恢复，请稍候，二维码将自动显示' });
        return 1_000;
      });
      if (waitMs === 0) {
        break;
      }
      counter();
      await sleep(Math.min(waitMs, LOOK_AGAIN_MS));
    }
  } finally {
    metrics.screens.dec();
    for (const stop of off) {
      stop();
    }
  }

  /** Sends what is to be shown now; the milliseconds after which to look again. */
  async function turn(): Promise<number> {
    const { display: open, full } = await services.checkIns.displays.byTicket(ticket);
    const stopped = services.checkIns.hindrance(full);
    if (stopped) {
      if (shown !== stopped.message) {
        stream.send({ type: 'blocked', message: stopped.message.replace('，不能签到', '，二维码暂不显示') });
        shown = stopped.message;
      }
      return LOOK_AGAIN_MS;
    }
    const periodMs = (await services.activities.qrPeriodSeconds(full)) * 1000;
    const { token, shortCode, slot, turnsInMs } = await services.checkIns.tokens.current(
      String(open._id),
      periodMs,
    );
    if (shown !== token) {
      stream.send({
        type: 'turn',
        text: qrText(config.PUBLIC_URL, token),
        shortCode,
        slot,
        periodMs,
        turnsInMs,
      });
      shown = token;
    }
    return Math.max(turnsInMs, 1);
  }
}

/** Sends the headcount, at most a few times a second however many arrive. */
function countFeed(
  services: Services,
  display: DisplayDoc,
  stream: Stream,
  isOpen: () => boolean,
): () => void {
  let isDue = false;
  let last = '';
  let sentAt = performance.now();
  async function send(): Promise<void> {
    isDue = false;
    if (!isOpen()) {
      return;
    }
    const count = await services.checkIns.headcount
      .ofCourse(display.courseId, display.direction)
      .catch(() => null);
    const text = JSON.stringify(count);
    const isSilent = performance.now() - sentAt > COUNT_AT_LEAST_EVERY_MS;
    if (count && (text !== last || isSilent)) {
      last = text;
      sentAt = performance.now();
      stream.send({ type: 'count', ...count });
    }
  }
  return () => {
    if (!isDue) {
      isDue = true;
      setTimeout(() => void send(), COUNT_AT_MOST_EVERY_MS);
    }
  };
}

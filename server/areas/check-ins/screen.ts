import type { checkIns, ScreenEvent } from '@common/contract/checkIns';
import { qrText, slotOf, slotStart } from '@common/rules/qr';
import type { EventStream } from '../../http/call';
import { AppError } from '../../http/errors';
import type { Platform } from '../../platform';
import type { Services } from '../services';
import { opensAt, presentBlocked, RECOVERING, whyBlocked } from './blocked';
import type { OpenDisplay } from './displays';
import type { HeadcountFeeds } from './headcountFeed';
import type { Hub } from './hub';
import { sleeper } from './sleeper';

type Code = Awaited<ReturnType<Services['checkIns']['tokens']['coming']>>;
type Stream = EventStream<typeof checkIns.screenEvents>;

// How soon a screen notices what nobody announced: a changed activity, a lost message.
const LOOK_AGAIN_MS = 5_000;
const RETRY_MS = 1_000;
// Somebody is about to publish a paper while the hall waits.
const PAPER_LOOK_MS = 2_000;

/**
 * Feeds one venue screen: each code when its slot starts and never a coming one, the headcount when it changes, and why no
 * code may be shown where that is so. A store that is away only makes it wait. Returns when the screen went away.
 */
export async function feedScreen(
  { config, clock, log, metrics }: Platform,
  services: Services,
  { hub, feeds }: { hub: Hub; feeds: HeadcountFeeds },
  ticket: string,
  stream: Stream,
): Promise<void> {
  const { displays, tokens } = services.checkIns;
  const sleep = sleeper();
  let isOpen = true;
  /** As the store said last; null until it first answered. */
  let seen: OpenDisplay | null = null;
  let shown = '';
  /** The code of the slot to come, kept here until that starts. */
  let coming: (Code & { periodMs: number }) | null = null;
  let count: ReturnType<HeadcountFeeds['follow']> | undefined;
  let unhear: (() => void) | undefined;
  void stream.closed.then(() => {
    isOpen = false;
    sleep.wake();
  });
  metrics.screens.inc();
  try {
    while (isOpen) {
      await look();
      const waitMs = await show();
      await sleep.for(Math.min(waitMs, LOOK_AGAIN_MS));
      // A turn comes at once, from what was seen and made ready; then the stores are asked whether it holds.
      await show();
    }
  } finally {
    metrics.screens.dec();
    count?.stop();
    unhear?.();
  }

  /** Follows what the store says now; while it does not answer, what it said last holds. */
  async function look(): Promise<void> {
    try {
      seen = await displays.byTicket(ticket);
    } catch (error) {
      if (error instanceof AppError && error.code === 'NOT_FOUND') {
        isOpen = false;
        stream.send({ type: 'closed' });
        stream.end();
      } else {
        log.warn({ err: error }, 'screen: store');
      }
    }
    if (seen && isOpen && !count) {
      count = feeds.follow(seen.display, (found) => stream.send({ type: 'count', ...found }));
      unhear = hub.on(`display:${seen.display._id}`, sleep.wake);
    }
  }

  /** Shows what is to be shown now; the milliseconds after which that may be something else. */
  async function show(): Promise<number> {
    if (!isOpen) {
      return 0;
    }
    if (!seen) {
      send(RECOVERING);
      return RETRY_MS;
    }
    const { display, rules } = seen;
    const now = clock.now();
    const stopped = whyBlocked(seen, now);
    if (stopped) {
      send(presentBlocked(stopped, seen, now));
      const opensInMs = (opensAt(seen, now) ?? Number.POSITIVE_INFINITY) - now;
      return stopped.code === 'EXAM_PAPER_REQUIRED' ? PAPER_LOOK_MS : Math.max(1, opensInMs);
    }
    const id = String(display._id);
    const periodMs = rules.qrPeriodSeconds * 1000;
    try {
      const { token, shortCode, slot } = ready(periodMs, now) ?? (await tokens.current(id, periodMs));
      const turnsInMs = Math.max(1, slotStart(slot + 1, periodMs) - clock.now());
      send({
        type: 'turn',
        text: qrText(config.PUBLIC_URL, token),
        shortCode,
        slot,
        periodMs,
        turnsInMs,
      });
      if (turnsInMs <= LOOK_AGAIN_MS && coming?.slot !== slot + 1) {
        void makeReady(id, periodMs);
      }
      return turnsInMs;
    } catch (error) {
      log.warn({ err: error }, 'screen: code');
      send(RECOVERING);
      // What was announced meanwhile is lost.
      count?.look();
      return RETRY_MS;
    }
  }

  /** What was made ready for the slot of this time; once, so that the next look asks Redis, which may have lost it. */
  function ready(periodMs: number, now: number): Code | null {
    const code = coming?.periodMs === periodMs && coming.slot === slotOf(now, periodMs) ? coming : null;
    coming = code ? null : coming;
    return code;
  }

  async function makeReady(id: string, periodMs: number): Promise<void> {
    const code = await tokens.coming(id, periodMs).catch(() => null);
    coming = code && { ...code, periodMs };
  }

  function send(event: Extract<ScreenEvent, { type: 'turn' | 'blocked' }>): void {
    const key = event.type === 'turn' ? event.text : event.message;
    if (key !== shown && isOpen) {
      shown = key;
      stream.send(event);
    }
  }
}

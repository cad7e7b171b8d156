import type { CheckInRules } from '@common/contract/checkInRules';
import { holderAt } from '@common/rules/cardTenure';
import { hoursFault } from '@common/rules/checkInHours';
import { type SwipeFault, type SwipeRow, swipeRows } from '@common/rules/swipeFile';
import type { Platform } from '../../platform';
import { periodsOf } from '../activities/presenter';
import type { FullActivity } from '../activities/service';
import type { LearnerDoc } from '../learners/model';
import type { Services } from '../services';
import type { Cards } from './cards';
import type { TerminalDoc } from './model';
import { maySwipe } from './policy';
import { createTally, type Tally } from './tally';

/** Of what the rows are. */
export interface SwipeContext {
  full: FullActivity;
  terminal: TerminalDoc;
  rules: CheckInRules;
  /** How far the machine's clock is ahead of ours. */
  skewMs: number;
}

/** So many rows are in memory and on their way at a time. */
const CHUNK = 500;
const AT_ONCE = 16;
/** Two swipes of one person within a minute are one. */
const WINDOW_MS = 60_000;
/** The correction is by seconds, read by eye: a swipe may seem to come so much later than now. */
const AHEAD_MS = 120_000;

/**
 * Takes the swipes of a file. Each is a check-in of its own key, so that a file sent again, or cut off in the middle and sent again,
 * or one that overlaps another, adds only what was not there.
 */
export function createSwipes({ clock, cipher }: Platform, services: Services, tenuresOf: Cards['tenuresOf']) {
  /** The key is the machine's own time: another correction of its clock must not make a second check-in. */
  const claimOf = ({ code }: TerminalDoc, { cardNo, at }: SwipeRow) =>
    `card:${cipher.hash('cardSwipe', `${code}:${cardNo}:${new Date(at).toISOString()}`)}`;

  /** What is wrong with a row by itself, whosesoever it is; else the course that it is of. */
  function courseOf({ full: { activity }, terminal, rules, skewMs }: SwipeContext, swipe: SwipeRow) {
    if (swipe.terminalCode && swipe.terminalCode !== terminal.code) {
      return `是考勤机${swipe.terminalCode}的记录，请在上传时选择该考勤机`;
    }
    if (swipe.activityId && swipe.activityId !== String(activity._id)) {
      return '是其他活动的记录，请到该活动上传';
    }
    if (swipe.at - skewMs > clock.now() + AHEAD_MS) {
      return '刷卡时间晚于现在，请核对考勤机的时钟';
    }
    // Where the first course takes the swipes of the whole day, the machine need not know of it.
    const number = rules.isFirstCourseOnly ? 1 : swipe.courseNumber;
    return activity.courses[number - 1] ?? `该活动没有第${swipe.courseNumber}门课程`;
  }

  /** Settles a row without a fault. */
  async function take(
    context: SwipeContext,
    swipe: SwipeRow,
    { holderOf, known }: Known,
    tally: Tally,
  ): Promise<void> {
    const { full, terminal, rules, skewMs } = context;
    const course = courseOf(context, swipe);
    if (typeof course === 'string') {
      tally.invalid(swipe.row, course);
      return;
    }
    const at = swipe.at - skewMs;
    const holder = holderOf(swipe);
    const claim = claimOf(terminal, swipe);
    // What is in is in, also where it would not be taken today: another correction of the clock, a card given back.
    if (known.has(claim)) {
      tally.add('repeated');
    } else if (!holder) {
      tally.unknown(swipe.cardNo, at);
    } else if (!maySwipe(holder)) {
      tally.add('notApproved');
    } else if (hoursFault(at, swipe.direction, periodsOf(full.activity), rules)) {
      tally.add('outside');
    } else {
      const { repeated } = await services.checkIns.record({
        activityId: full.activity._id,
        courseId: course._id,
        learnerId: holder._id,
        direction: swipe.direction,
        at: new Date(at),
        periodMs: WINDOW_MS,
        method: 'card',
        claim,
      });
      tally.add(repeated ? 'repeated' : 'taken');
    }
  }

  /** Who held the card at each of these swipes. */
  async function holdersOf(swipes: SwipeRow[], skewMs: number) {
    const tenures = await tenuresOf([...new Set(swipes.map(({ cardNo }) => cardNo))]);
    const ids = new Map(
      swipes.map((swipe) => [swipe, holderAt(tenures.get(swipe.cardNo) ?? [], swipe.at - skewMs)]),
    );
    const learners = await services.learners.many([
      ...new Set([...ids.values()].filter((id) => id !== null)),
    ]);
    return (swipe: SwipeRow) => learners.get(ids.get(swipe) ?? '');
  }

  async function takeChunk(context: SwipeContext, chunk: Row[], tally: Tally): Promise<void> {
    const swipes = chunk.flatMap((row) => (isFault(row) ? [] : [row]));
    const [holderOf, known] = await Promise.all([
      holdersOf(swipes, context.skewMs),
      // Only for speed: each is written under its unique claim all the same.
      services.checkIns.knownClaims(swipes.map((swipe) => claimOf(context.terminal, swipe))),
    ]);
    for (const row of chunk) {
      if (isFault(row)) {
        tally.invalid(row.row, row.message);
      }
    }
    const cards = byCard(swipes);
    for (let from = 0; from < cards.length; from += AT_ONCE) {
      await Promise.all(
        cards.slice(from, from + AT_ONCE).map(async (ofOneCard) => {
          for (const swipe of ofOneCard) {
            await take(context, swipe, { holderOf, known }, tally);
          }
        }),
      );
    }
  }

  return async function takeSwipes(context: SwipeContext, text: string) {
    const tally = createTally();
    let chunk: Row[] = [];
    for (const row of swipeRows(text)) {
      if (chunk.push(row) === CHUNK) {
        await takeChunk(context, chunk, tally);
        chunk = [];
      }
    }
    await takeChunk(context, chunk, tally);
    return tally.result();
  };
}

/** What was looked up for a chunk at once. */
interface Known {
  /** Who held the card then. */
  holderOf(swipe: SwipeRow): LearnerDoc | undefined;
  /** The claims that are check-ins by now. */
  known: Set<string>;
}

/** One card's swipes go one after another: of two within a minute the earlier one is kept. */
function byCard(swipes: SwipeRow[]): SwipeRow[][] {
  const cards = new Map<string, SwipeRow[]>();
  for (const swipe of swipes) {
    const ofOneCard = cards.get(swipe.cardNo);
    if (ofOneCard) {
      ofOneCard.push(swipe);
    } else {
      cards.set(swipe.cardNo, [swipe]);
    }
  }
  return [...cards.values()];
}

type Row = SwipeRow | SwipeFault;
const isFault = (row: Row): row is SwipeFault => 'message' in row;

/**
 * 疑点: what speaks against an attendance. Nobody is refused for one (a hospital is one address, a phone can be borrowed): it is
 * told with its evidence, and people decide. A rule here must be quiet in an honest hall, however full: 500 people behind one
 * Wi-Fi address in two minutes, or each with an address of his own from the carrier, are no doubt. And a doubt never goes away
 * because more was recorded: no rule looks at shares or averages.
 */
import { groupBy } from '../groupBy';
import type { CheckInMethod, DoubtKind } from '../terms';
import { byKey, type Fact, type Finding, type FoundDoubt, mergeFindings } from './doubtFindings';
import { dayOf, SHANGHAI_OFFSET_MS } from './shanghaiTime';

const MINUTE = 60_000;
/** So near in time nobody was at two venues: it takes longer to leave one, travel and find a seat. */
export const TWO_VENUES_MS = 30 * MINUTE;
/** Nobody hands a phone on and signs in to another WeChat in this time: so many by one phone were sent by a program. */
export const BURST_MS = 10_000;
export const BURST_PERSONS = 3;
/**
 * A code that left every screen so long ago is read off a photo or a video call. An honest scan needs under a second, on a bad
 * Wi-Fi two; a code's second slot (see `qr.validUntil`) is there for them.
 */
export const STALE_MS = 3_000;
/** A table's worth of slow phones shares the hall's one address; so many different ones are not in one room. */
export const STALE_NETWORKS = 4;
/** A code that stands longer is read by a whole hall while it stands, so that neither its age nor its networks say anything. */
const TURNING_MS = MINUTE;
/** These say nothing of where the learner was, nor of a phone. */
const NOT_AT_A_VENUE: readonly CheckInMethod[] = ['manual', 'online'];

/** One check-in; `at` in milliseconds. `device` and `network` are hashes. */
export interface DoubtSwipe {
  id: string;
  learnerId: string;
  at: number;
  method: CheckInMethod;
  device?: string;
  network?: string;
  /** The screen and slot of its code; absent where `at` is not by the server's clock. */
  displayId?: string;
  slot?: number;
  /** Farther from the venue than the rule allows, the tolerance for a bad fix included: somebody let it count. */
  isFar?: boolean;
}

export interface DoubtInput {
  /** Of the activity. */
  swipes: readonly DoubtSwipe[];
  /** Of the same learners in activities that are held at another venue. */
  elsewhere: readonly { id: string; learnerId: string; at: number; method: CheckInMethod }[];
  missedSpotChecks: readonly { learnerId: string; at: number }[];
  /** Walk-ins submitted by the WeChat of another learner, `ownerId`. */
  otherWechats: readonly { learnerId: string; at: number; ownerId: string }[];
}

/** All doubts of an activity, by learner and then in the order of `DOUBT_KINDS`. The order of the input does not matter. */
export function findDoubts(input: DoubtInput): FoundDoubt[] {
  const swipes = [...input.swipes].sort(byTime);
  const findings = [
    ...sharedDevices(swipes),
    ...twoVenues(swipes, input.elsewhere),
    ...manyNetworks(swipes),
    ...bursts(swipes),
    ...repeated('far', swipes.filter(({ isFar }) => isFar).map(factOf), (n) => `${n}次签到的位置距会场较远`),
    ...repeated(
      'spotCheckMissed',
      input.missedSpotChecks.map(({ learnerId, at }) => ({ key: `spot:${at}`, learnerId, at })),
      (n) => `${n}次点名没有应答`,
    ),
    ...repeated(
      'otherWechat',
      input.otherWechats.map((one) => ({ key: `wechat:${one.ownerId}:${one.at}`, ...one })),
      (n) => `${n}次由他人的微信登记签到`,
    ),
  ];
  return mergeFindings(findings);
}

const byTime = (a: { at: number; id: string }, b: { at: number; id: string }) =>
  a.at - b.at || (a.id < b.id ? -1 : 1);
const factOf = ({ id, learnerId, at }: { id: string; learnerId: string; at: number }): Fact => ({
  key: id,
  learnerId,
  at,
  swipeId: id,
});
const learnersOf = (swipes: readonly { learnerId: string }[]) =>
  new Set(swipes.map(({ learnerId }) => learnerId));
const minutesOf = (ms: number) => Math.max(1, Math.ceil(ms / MINUTE));

/** One phone for two learners or more on a day: one learner has one WeChat, and who borrows a phone says so. */
function sharedDevices(swipes: readonly DoubtSwipe[]): Finding[] {
  return groups(swipes, ({ device, at }) => device && `${device} ${dayOf(at)}`).flatMap((group) => {
    const learnerIds = learnersOf(group);
    const words = `同一手机在${minutesOf(lengthOf(group))}分钟内为${learnerIds.size}人签到`;
    const weight = learnerIds.size;
    return weight < 2 ? [] : { kind: 'sharedDevice', learnerIds, words, weight, facts: group.map(factOf) };
  });
}

/** Windows that overlap are one burst, told by the gravest of them. */
function bursts(swipes: readonly DoubtSwipe[]): Finding[] {
  return groups(swipes, ({ device }) => device).flatMap((group) => {
    const runs: { from: number; to: number; words: string; weight: number }[] = [];
    for (const [from, first] of group.entries()) {
      const to = firstAfter(group, from, first.at + BURST_MS);
      const window = group.slice(from, to);
      const weight = learnersOf(window).size;
      if (weight < BURST_PERSONS) {
        continue;
      }
      const words = `同一手机在${Math.max(1, Math.ceil(lengthOf(window) / 1000))}秒内为${weight}人签到`;
      const before = runs[runs.length - 1];
      if (!before || from >= before.to) {
        runs.push({ from, to, words, weight });
      } else {
        Object.assign(before, { to }, weight > before.weight && { words, weight });
      }
    }
    return runs.map(({ from, to, words, weight }): Finding => {
      const run = group.slice(from, to);
      return { kind: 'burst', learnerIds: learnersOf(run), words, weight, facts: run.map(factOf) };
    });
  });
}

/** Where in what is sorted, from an index on, the first after a time is. */
function firstAfter(sorted: readonly { at: number }[], from: number, time: number): number {
  let i = from;
  while ((sorted[i]?.at ?? Number.POSITIVE_INFINITY) <= time) {
    i += 1;
  }
  return i;
}

function twoVenues(swipes: readonly DoubtSwipe[], elsewhere: DoubtInput['elsewhere']): Finding[] {
  const atVenues = elsewhere.filter(({ method }) => !NOT_AT_A_VENUE.includes(method));
  const others = groupBy([...atVenues].sort(byTime), ({ learnerId }) => learnerId);
  return swipes.flatMap((swipe) =>
    NOT_AT_A_VENUE.includes(swipe.method)
      ? []
      : (others.get(swipe.learnerId) ?? []).flatMap((other): Finding[] => {
          const apart = Math.abs(other.at - swipe.at);
          const words = `${minutesOf(apart)}分钟内在两处会场签到`;
          const facts = [swipe, other].sort(byTime).map(factOf);
          return apart > TWO_VENUES_MS
            ? []
            : [{ kind: 'twoVenues', learnerIds: [swipe.learnerId], words, weight: -apart, facts }];
        }),
  );
}

/** One code, read off no screen any more, from several networks: a photo went round (threats a and c of the design). */
function manyNetworks(swipes: readonly DoubtSwipe[]): Finding[] {
  const stale = swipes.filter((swipe) => swipe.network && isStale(swipe));
  return groups(stale, ({ displayId, slot }) => displayId && `${displayId} ${slot}`).flatMap((group) => {
    const networks = [...new Set(group.map(({ network }) => network))];
    const words = `同一二维码更换${STALE_MS / 1000}秒后，仍在${networks.length}个不同的网络中被扫描`;
    const facts = group.map((swipe) => ({ ...factOf(swipe), network: networks.indexOf(swipe.network) + 1 }));
    const learnerIds = learnersOf(group);
    return networks.length < STALE_NETWORKS
      ? []
      : { kind: 'manyNetworks', learnerIds, words, weight: networks.length, facts };
  });
}

/** Whether every screen had shown another code for `STALE_MS`. */
function isStale({ slot, at }: DoubtSwipe): boolean {
  if (!slot) {
    return false;
  }
  const now = at + SHANGHAI_OFFSET_MS;
  // Periods are whole seconds and a slot's number times its period is its start, so that number and time tell the period.
  const periodMs = Math.round(now / slot / 1000) * 1000;
  return periodMs <= TURNING_MS && now >= (slot + 1) * periodMs + STALE_MS;
}

/** A doubt that each fact by itself is. */
function repeated(kind: DoubtKind, facts: readonly Fact[], words: (times: number) => string): Finding[] {
  return groups([...facts].sort(byKey), ({ learnerId }) => learnerId).map((own) => ({
    kind,
    learnerIds: learnersOf(own),
    words: words(own.length),
    weight: own.length,
    facts: own,
  }));
}

/** In the order of the first of each; those without a key are left out. */
function groups<T>(items: readonly T[], keyOf: (item: T) => string | undefined): T[][] {
  const found = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key) {
      const group = found.get(key);
      if (group) {
        group.push(item);
      } else {
        found.set(key, [item]);
      }
    }
  }
  return [...found.values()];
}

const lengthOf = (sorted: readonly { at: number }[]) =>
  (sorted[sorted.length - 1]?.at ?? 0) - (sorted[0]?.at ?? 0);

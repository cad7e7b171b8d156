import fc from 'fast-check';
import { stillStands } from './doubtFindings';
import {
  BURST_MS,
  type DoubtInput,
  type DoubtSwipe,
  findDoubts,
  STALE_MS,
  STALE_NETWORKS,
  TWO_VENUES_MS,
} from './doubts';
import { slotOf, slotStart } from './qr';

const NINE = Date.UTC(2026, 10, 21, 1);
const PERIOD = 5_000;
const MINUTE = 60_000;
let last = 0;
const swipe = (learnerId: string, after = 0, some: Partial<DoubtSwipe> = {}): DoubtSwipe => {
  last += 1;
  return { id: `s${last}`, learnerId, at: NINE + after, method: 'qr', ...some };
};
const only = (some: Partial<DoubtInput>): DoubtInput => ({
  swipes: [],
  elsewhere: [],
  missedSpotChecks: [],
  otherWechats: [],
  ...some,
});
const found = (some: Partial<DoubtInput>) =>
  findDoubts(only(some)).map(({ learnerId, kind, words }) => [learnerId, kind, words]);

describe('one phone', () => {
  const device = 'phone';

  it('for two learners on a day is a doubt of both', () => {
    expect(found({ swipes: [swipe('a', 0, { device }), swipe('b', 2.5 * MINUTE, { device })] })).toEqual([
      ['a', 'sharedDevice', '同一手机在3分钟内为2人签到'],
      ['b', 'sharedDevice', '同一手机在3分钟内为2人签到'],
    ]);
  });

  it('for one learner all day, or for another one the day after, is none', () => {
    const swipes = [swipe('a', 0, { device }), swipe('a', 5, { device }), swipe('b', 86_400_000, { device })];
    expect(found({ swipes })).toEqual([]);
  });

  it.each([
    [BURST_MS, ['sharedDevice', 'burst']],
    [BURST_MS + 1, ['sharedDevice']],
  ])('for three learners in %d ms', (length, kinds) => {
    const swipes = [swipe('a', 0, { device }), swipe('b', 1000, { device }), swipe('c', length, { device })];
    expect(
      findDoubts(only({ swipes })).flatMap(({ learnerId, kind }) => (learnerId === 'a' ? kind : [])),
    ).toEqual(kinds);
  });
});

describe('two venues', () => {
  const elsewhere = (after: number, method: DoubtSwipe['method'] = 'qr') => [swipe('a', after, { method })];

  it('within half an hour, whichever came first; the nearest two are told', () => {
    expect(found({ swipes: [swipe('a')], elsewhere: elsewhere(TWO_VENUES_MS) })).toEqual([
      ['a', 'twoVenues', '30分钟内在两处会场签到'],
    ]);
    const both = [...elsewhere(-10 * MINUTE), ...elsewhere(20 * MINUTE)];
    expect(found({ swipes: [swipe('a')], elsewhere: both })).toEqual([
      ['a', 'twoVenues', '10分钟内在两处会场签到'],
    ]);
  });

  it('not later, not of another learner, not where nobody had to be', () => {
    expect(found({ swipes: [swipe('a')], elsewhere: elsewhere(TWO_VENUES_MS + 1) })).toEqual([]);
    expect(found({ swipes: [swipe('b')], elsewhere: elsewhere(0) })).toEqual([]);
    expect(found({ swipes: [swipe('a')], elsewhere: elsewhere(0, 'online') })).toEqual([]);
    expect(found({ swipes: [swipe('a', 0, { method: 'manual' })], elsewhere: elsewhere(0) })).toEqual([]);
  });
});

describe('one code on several networks', () => {
  const slot = slotOf(NINE, PERIOD);
  const gone = slotStart(slot + 1, PERIOD) - NINE;
  const from = (count: number, after: number, some: Partial<DoubtSwipe> = {}) =>
    Array.from({ length: count }, (_, i) =>
      swipe(`l${i}`, after, { network: `n${i}`, displayId: 'd', slot, ...some }),
    );

  it('that had left the screens', () => {
    expect(found({ swipes: from(STALE_NETWORKS, gone + STALE_MS) })[0]).toEqual([
      'l0',
      'manyNetworks',
      '同一二维码更换3秒后，仍在4个不同的网络中被扫描',
    ]);
  });

  it('not while a screen may have shown it, not from fewer, not from one', () => {
    expect(found({ swipes: from(50, gone + STALE_MS - 1) })).toEqual([]);
    expect(found({ swipes: from(STALE_NETWORKS - 1, gone + STALE_MS) })).toEqual([]);
    expect(found({ swipes: from(50, gone + STALE_MS, { network: 'hall' }) })).toEqual([]);
    expect(found({ swipes: from(50, gone + STALE_MS, { slot: undefined }) })).toEqual([]);
  });

  it('not of a code that stands for an hour or a day', () => {
    for (const period of [3_600_000, 86_400_000]) {
      const long = slotOf(NINE, period);
      const after = slotStart(long + 1, period) - NINE + STALE_MS;
      expect(found({ swipes: from(50, after, { slot: long }) })).toEqual([]);
    }
  });
});

it('what others found is told with how often', () => {
  const missedSpotChecks = [
    { learnerId: 'a', at: NINE },
    { learnerId: 'a', at: NINE + 1 },
  ];
  const otherWechats = [{ learnerId: 'b', at: NINE, ownerId: 'a' }];
  const swipes = [swipe('a', 0, { isFar: true })];
  expect(found({ swipes, missedSpotChecks, otherWechats })).toEqual([
    ['a', 'far', '1次签到的位置距会场较远'],
    ['a', 'spotCheckMissed', '2次点名没有应答'],
    ['b', 'otherWechat', '1次由他人的微信登记签到'],
  ]);
});

it('what was cleared stands again once there is more to see', () => {
  const swipes = [swipe('a', 0, { device: 'p' }), swipe('b', 1, { device: 'p' })];
  const [doubt] = findDoubts(only({ swipes }));
  const seen = doubt?.facts.map(({ key }) => key) ?? [];
  expect(doubt && stillStands(doubt, seen)).toBe(false);
  const [later] = findDoubts(only({ swipes: [...swipes, swipe('c', 2, { device: 'p' })] }));
  expect(later && stillStands(later, seen)).toBe(true);
});

// Few names, so that things meet; times around slot ends and within two days.
const anySwipe = fc
  .record({
    learnerId: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
    at: fc.oneof(fc.nat(30_000), fc.nat(2 * 86_400_000)).map((after) => NINE + after),
    method: fc.constantFrom('qr' as const, 'manual' as const, 'form' as const),
    device: fc.option(fc.constantFrom('p', 'q'), { nil: undefined }),
    network: fc.option(fc.constantFrom('1', '2', '3', '4', '5'), { nil: undefined }),
    late: fc.nat(2),
    isFar: fc.boolean(),
  })
  .map(({ late, ...rest }) => ({ ...rest, displayId: 'd', slot: slotOf(rest.at, PERIOD) - late }));
const named = (all: Omit<DoubtSwipe, 'id'>[], prefix: string) =>
  all.map((one, i) => ({ ...one, id: `${prefix}${i}` }));
const anyInput = fc.record({
  swipes: fc.array(anySwipe, { maxLength: 25 }).map((all) => named(all, 'here')),
  elsewhere: fc.array(anySwipe, { maxLength: 5 }).map((all) => named(all, 'there')),
});

describe('always', () => {
  it('the order does not matter', () => {
    fc.assert(
      fc.property(anyInput, fc.infiniteStream(fc.nat()), ({ swipes, elsewhere }, keys) => {
        const shuffled = swipes
          .map((one) => ({ one, key: Number(keys.next().value) }))
          .sort((a, b) => a.key - b.key)
          .map(({ one }) => one);
        expect(findDoubts(only({ swipes: shuffled, elsewhere: [...elsewhere].reverse() }))).toEqual(
          findDoubts(only({ swipes, elsewhere })),
        );
      }),
    );
  });

  it('one swipe more never takes a doubt or a fact away', () => {
    const factsOf = (input: DoubtInput) =>
      findDoubts(input).flatMap(({ learnerId, kind, facts }) =>
        facts.map(({ key }) => `${learnerId} ${kind} ${key}`),
      );
    fc.assert(
      fc.property(anyInput, anySwipe, ({ swipes, elsewhere }, more) => {
        const after = factsOf(only({ swipes: [...swipes, { ...more, id: 'more' }], elsewhere }));
        expect(after).toEqual(expect.arrayContaining(factsOf(only({ swipes, elsewhere }))));
      }),
      { numRuns: 300 },
    );
  });

  it('an honest hall has none: everyone his own phone, one Wi-Fi or many carriers, hundreds at once', () => {
    const seat = fc.record({ after: fc.nat(120_000), delay: fc.nat(STALE_MS - 1), isOnWifi: fc.boolean() });
    fc.assert(
      fc.property(fc.array(seat, { maxLength: 500, minLength: 100 }), (seats) => {
        const swipes = seats.map(({ after, delay, isOnWifi }, i) =>
          swipe(`l${i}`, after + delay, {
            device: `p${i}`,
            network: isOnWifi ? 'hall' : `carrier${i}`,
            displayId: 'd',
            slot: slotOf(NINE + after, PERIOD),
          }),
        );
        expect(findDoubts(only({ swipes }))).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });
});

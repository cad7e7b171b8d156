import type { DoubtRow, HeldRow, SwipeRow } from '@common/contract/attendance';

/** A scan of 韩雪 that counts. */
export const swipeOf = (some: Partial<SwipeRow> = {}): SwipeRow => ({
  id: '5'.repeat(24),
  learnerId: '4'.repeat(24),
  name: '韩雪',
  unitName: '舞阳县中医院',
  department: '新生儿科',
  courseName: '围手术期护理',
  direction: 'in',
  at: '2026-07-20T00:12:05.000Z',
  method: 'qr',
  reason: null,
  by: null,
  metres: 120,
  ...some,
});

/** A scan of 韩雪 that was sent later. */
export const heldOf = (some: Partial<HeldRow> = {}): HeldRow => ({
  id: '6'.repeat(24),
  kind: 'late',
  state: 'waiting',
  name: '韩雪',
  unitName: '舞阳县中医院',
  courseName: '围手术期护理',
  direction: 'in',
  at: '2026-07-20T00:12:05.000Z',
  receivedAt: '2026-07-20T02:40:00.000Z',
  words: '扫码时没有网络，2小时28分钟后补传',
  canDecide: true,
  reason: null,
  decidedBy: null,
  ...some,
});

/** 韩雪 and another signed in by one phone. */
export const doubtRowOf = (some: Partial<DoubtRow['doubts'][number]> = {}): DoubtRow => ({
  learnerId: '4'.repeat(24),
  name: '韩雪',
  unitName: '舞阳县中医院',
  doubts: [
    {
      kind: 'sharedDevice',
      words: '同一手机在3分钟内为2人签到',
      at: '2026-07-20T00:15:00.000Z',
      evidence: [
        '2026-07-20 08:12:05 韩雪在“围手术期护理”签到，扫码',
        '2026-07-20 08:15:00 许雅琴在“围手术期护理”签到，扫码',
      ],
      cleared: null,
      ...some,
    },
  ],
});

/** Claims and receipts for tests of check-ins. All invented. */
import type { Claim, Receipt } from '@common/contract/checkIns';
import type { DueToday } from '@/components/due-card/dueCard';
import type { KeptClaim } from '@/services/keptClaim';
import type { ScanMade } from '@/services/lateScan';

export const QR = 'https://jijiaotong.example.com/q/AAAAAAAAAAAAAAAA';
export const DEVICE = 'd'.repeat(24);

/** A claim of this moment; it lives three minutes. */
export function claimOf(part: Partial<Claim> = {}, nowMs = Date.now()): Claim {
  return {
    claimId: 'c1',
    activityName: '培训班',
    courseName: '心电图判读',
    direction: 'in',
    scannedAt: new Date(nowMs).toISOString(),
    expiresAt: new Date(nowMs + 180_000).toISOString(),
    isPlaceRequired: false,
    isFaceRequired: false,
    hasWalkInForm: false,
    ...part,
  };
}

export function scanMade(part: Partial<ScanMade> = {}): ScanMade {
  return {
    key: 'k'.repeat(24),
    text: QR,
    deviceId: DEVICE,
    scannedAt: '2026-11-21T00:05:08.000Z',
    ...part,
  };
}

/** A claim on the phone that stays good. */
export function keptOf(part: Partial<Claim> = {}): KeptClaim {
  return { claim: claimOf(part), until: Number.MAX_SAFE_INTEGER, scan: scanMade() };
}

export function receiptOf(part: Partial<Receipt> = {}): Receipt {
  return {
    checkInId: '1'.repeat(24),
    learnerName: '李雷',
    activityName: '培训班',
    courseName: '心电图判读',
    venue: '报告厅',
    direction: 'in',
    at: '2026-11-21T00:05:09.000Z',
    repeated: false,
    today: [{ courseName: '心电图判读', direction: 'in', at: '2026-11-21T00:05:09.000Z' }],
    due: [],
    held: null,
    ...part,
  };
}

/** An activity that is being held now: 上午签到 1 of 2, 撤离 still to come. */
export function dueTodayOf(part: Partial<DueToday> = {}): DueToday {
  const now = Date.now();
  return {
    activityId: '2'.repeat(24),
    activityName: '基层心电图诊断培训班',
    venue: '报告厅',
    from: new Date(now - 3_600_000).toISOString(),
    to: new Date(now + 3_600_000).toISOString(),
    due: [
      { label: '上午签到', done: 1, of: 2 },
      { label: '撤离', done: 0, of: 1 },
    ],
    held: [],
    ...part,
  };
}

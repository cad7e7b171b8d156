import { startOfDay } from '@common/rules/shanghaiTime';
import type { CheckInMethod } from '@common/terms';
import { Types } from 'mongoose';
import type { Platform } from '../../platform';
import type { Services } from '../services';
import { createAnswering } from './answering';
import { type CheckingIn, createCheckingIn } from './checkingIn';
import { type Claims, createClaims } from './claims';
import { createDisplays, type Displays } from './displays';
import { createDueToday, type DueToday } from './due';
import { createHeadcount } from './headcount';
import { createHeld, type Held } from './held';
import { createHindrances } from './hindrance';
import { createKeeping } from './keeping';
import { createLateScans, type LateScans } from './late';
import { type CheckInDoc, checkInModel } from './model';
import { createReceipts } from './receipts';
import { createRecording, type Recording } from './recording';
import { createRefusing } from './refusing';
import { createScanning, type Scanning } from './scanning';
import { createSwipes, type Swipes } from './swipes';
import { createToday, type Today } from './today';
import { createTokens, type Tokens } from './tokens';
import { createUncounted, type Uncounted } from './uncounted';

export interface CheckInsService
  extends Recording,
    Held,
    Today,
    Swipes,
    Scanning,
    CheckingIn,
    LateScans,
    DueToday,
    Uncounted,
    Pick<Claims, 'claimOf'> {
  tokens: Tokens;
  displays: Displays;
  headcount: ReturnType<typeof createHeadcount>;
  /** Of one learner, the earliest first; of one activity only where it is given. */
  ofLearner(learnerId: string, activityId?: string): Promise<CheckInDoc[]>;
  /** Of everybody, the earliest first; made in one way only where `method` is given. */
  ofActivity(activityId: string, method?: CheckInMethod): Promise<CheckInDoc[]>;
  countOn(day: string, activityIds: string[]): Promise<number>;
}

const DAY = 24 * 3600_000;

/** 签到: from the code on the screen to the check-in in the store; each step in the file of its name. */
export function createCheckInsService(platform: Platform, services: Services): CheckInsService {
  const CheckIn = checkInModel(platform.mongo);
  const tokens = createTokens(platform);
  const refuse = createRefusing(platform);
  const claims = createClaims(platform, refuse);
  const recording = createRecording(platform);
  const receipts = createReceipts(platform);
  const keep = createKeeping(platform);
  const held = createHeld(platform, services, recording);
  const hindrances = createHindrances(platform, services);
  const answered = createAnswering(platform, services, { ...hindrances, refuse, receipts });
  const parts = { ...hindrances, tokens, refuse, claims, recording, receipts, keep, answered };
  const oid = (id: string) => new Types.ObjectId(id);

  return {
    ...recording,
    ...held,
    ...createToday(platform),
    ...createSwipes(platform),
    ...createUncounted(platform, services),
    ...createScanning(platform, services, { ...parts, todayOf: receipts.todayOf }),
    ...createCheckingIn(platform, services, parts),
    ...createLateScans(platform, services, parts),
    ...createDueToday(platform, services, { ...hindrances, ...held }),
    claimOf: claims.claimOf,
    tokens,
    displays: createDisplays(platform, services),
    headcount: createHeadcount(platform, services),
    ofLearner: async (learnerId, activityId) =>
      CheckIn.find({ learnerId: oid(learnerId), ...(activityId && { activityId: oid(activityId) }) })
        .sort({ at: 1 })
        .lean(),
    ofActivity: async (activityId, method) =>
      CheckIn.find({ activityId: oid(activityId), ...(method && { method }) })
        .sort({ at: 1 })
        .lean(),
    async countOn(day, activityIds) {
      const from = startOfDay(day);
      return CheckIn.countDocuments({
        activityId: { $in: activityIds.map(oid) },
        at: { $gte: new Date(from), $lt: new Date(from + DAY) },
      });
    },
  };
}

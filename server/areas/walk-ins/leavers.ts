import { maskPhone, normalisePhone } from '@common/rules/phone';
import { dayOf } from '@common/rules/shanghaiTime';
import type { Sex, Title } from '@common/terms';
import { appError } from '../../http/errors';
import type { SessionRecord } from '../../http/sessions';
import type { Platform } from '../../platform';
import type { FullActivity } from '../activities/service';
import type { LearnerDoc } from '../learners/model';
import { maskedNumbers } from '../learners/presenter';
import type { Services } from '../services';
import type { Begun, BegunScan } from './begun';
import { type WalkInDoc, walkInModel } from './model';
import type { ReceiptSwipe } from './presenter';
import type { WalkInsWorkshop } from './workshop';

/** Who leaves: a person of the form, a registered learner, or one who is both. */
export interface Leaver {
  name: string;
  sex: Sex;
  phoneMasked: string;
  unitName: string;
  department: string;
  title: Title;
  idNoHash: string;
  walkIn?: WalkInDoc;
  learner?: LearnerDoc;
}
export interface Leaving {
  scan: BegunScan;
  full: FullActivity;
  leaver: Leaver;
  /** First 签到 of the day, ISO 8601. */
  signedInAt: string;
}

/** A check-in of one's own keeps no period; the claim that it was made with is what makes it once. */
const ANY_PERIOD_MS = 60_000;

export function createLeavers(
  { mongo, cipher }: Platform,
  services: Services,
  begun: Begun,
  workshop: WalkInsWorkshop,
) {
  const WalkIn = walkInModel(mongo);

  const isArrivalOf = (scan: BegunScan) => {
    const day = dayOf(scan.scannedAt);
    return ({ direction, at }: ReceiptSwipe) => direction === 'in' && dayOf(at.getTime()) === day;
  };
  const firstOf = (swipes: readonly ReceiptSwipe[]) =>
    new Date(Math.min(...swipes.map(({ at }) => at.getTime()))).toISOString();

  async function asLearner(
    scan: BegunScan,
    full: FullActivity,
    learner: LearnerDoc,
  ): Promise<Leaving | null> {
    const arrivals = (await workshop.swipesOf(full, learner._id)).filter(isArrivalOf(scan));
    if (arrivals.length === 0) {
      return null;
    }
    const id = String(learner._id);
    const sealed = (await services.learners.many([id])).get(id);
    const unit = learner.unitId ? await services.regionsUnits.unit(String(learner.unitId)) : null;
    const { name, sex, department, title, idNoHash } = learner;
    const leaver: Leaver = {
      ...{ name, sex, department, title, idNoHash, learner },
      phoneMasked: sealed ? maskedNumbers(cipher, sealed).phoneMasked : '',
      unitName: unit?.name ?? '',
    };
    return { scan, full, leaver, signedInAt: firstOf(arrivals) };
  }

  async function byPhone(scan: BegunScan, full: FullActivity, typed: string): Promise<Leaving | null> {
    const phone = normalisePhone(typed);
    const isArrival = isArrivalOf(scan);
    const found = await WalkIn.find({
      activityId: full.activity._id,
      phoneHash: cipher.hash('phone', phone),
    }).lean();
    const here = found.filter(({ swipes }) => swipes.some(isArrival));
    // A phone that several gave: whoever filled in the form on this WeChat, else the one who came last.
    const walkIn =
      here.findLast(({ identityId }) => String(identityId) === scan.identityId) ??
      here.toSorted((a, b) => a.createdAt.getTime() - b.createdAt.getTime()).at(-1);
    if (walkIn) {
      const { name, sex, unitName, department, title, idNoHash, learnerId } = walkIn;
      const learner = learnerId ? await services.learners.get(String(learnerId)) : null;
      const leaver = { name, sex, unitName, department, title, idNoHash, walkIn };
      return {
        ...{ scan, full, signedInAt: firstOf(walkIn.swipes.filter(isArrival)) },
        leaver: { ...leaver, phoneMasked: maskPhone(phone), ...(learner && { learner }) },
      };
    }
    for (const learner of await services.learners.approvedByPhone(phone)) {
      const leaving = await asLearner(scan, full, learner);
      if (leaving) {
        return leaving;
      }
    }
    return null;
  }

  /** The scan; of a learner who has his tick already that check-in's, however long ago it was. */
  async function scanOf(session: SessionRecord, claimId: string, phone?: string): Promise<BegunScan> {
    const { learnerId, identityId } = session;
    if (!phone && learnerId && identityId) {
      const done = (await services.checkIns.ofLearner(learnerId)).find(({ claim }) => claim === claimId);
      if (done) {
        const { activityId, courseId, direction, at, method } = done;
        return {
          ...{ identityId, direction, method, periodMs: ANY_PERIOD_MS, scannedAt: at.getTime() },
          ...{ activityId: String(activityId), courseId: String(courseId) },
          ...{ displayId: String(done.displayId ?? ''), slot: done.slot ?? 0 },
        };
      }
    }
    return (await begun.begin(session, claimId)).scan;
  }

  return {
    /** @throws AppError CLAIM_EXPIRED, CLAIM_NOT_YOURS, NOT_SIGNED_IN_HERE. */
    async leavingOf(session: SessionRecord, claimId: string, phone?: string): Promise<Leaving> {
      const scan = await scanOf(session, claimId, phone);
      if (scan.direction !== 'out') {
        throw appError('CLAIM_EXPIRED', { message: '这是签到二维码，离场请扫描撤离二维码' });
      }
      const full = await services.activities.get(scan.activityId);
      if (phone) {
        const leaving = await byPhone(scan, full, phone);
        if (!leaving) {
          throw appError('NOT_SIGNED_IN_HERE', { field: 'phone' });
        }
        return leaving;
      }
      const learner = session.learnerId ? await services.learners.get(session.learnerId) : null;
      const leaving = learner?.approval.state === 'approved' ? await asLearner(scan, full, learner) : null;
      if (!leaving) {
        throw appError('NOT_SIGNED_IN_HERE', {
          message: '没有找到您今天在本活动的签到，请填写签到时登记的手机号',
          field: 'phone',
        });
      }
      return leaving;
    },
  };
}

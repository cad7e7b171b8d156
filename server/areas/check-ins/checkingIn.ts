import type { Receipt } from '@common/contract/checkIns';
import type { Place } from '@common/contract/shapes';
import { Types } from 'mongoose';
import { appError } from '../../http/errors';
import type { SessionRecord } from '../../http/sessions';
import type { Platform } from '../../platform';
import type { Services } from '../services';
import type { Answered } from './answering';
import type { Claims, FoundClaim } from './claims';
import { isPlaceRequired, judgePlace, type Origin, originHashes } from './evidence';
import type { Hindrances, InForce } from './hindrance';
import type { Keeping } from './keeping';
import type { PlaceDoc } from './model';
import type { Receipts } from './receipts';
import type { Recording } from './recording';
import type { Refuse } from './refusing';
import { heldWords } from './words';

/** What a phone sends with its claim. */
export interface Redemption extends Origin {
  claimId: string;
  place?: Place;
  faceCheckId?: string;
}

export interface CheckingIn {
  /**
   * Redeems a claim. The same claim, or the same scan within its window, answers the same check-in.
   * @throws AppError as the contract lists. PLACE_REQUIRED and FACE_REQUIRED leave the claim good.
   */
  checkIn(session: SessionRecord, given: Redemption): Promise<Receipt>;
}

export interface CheckingInParts extends Hindrances {
  claims: Claims;
  refuse: Refuse;
  recording: Recording;
  receipts: Receipts;
  keep: Keeping;
  answered: Answered;
}

/** Who stands behind a claim, as far as is known. */
interface Person {
  id?: string;
  name: string;
  state: 'approved' | 'rejected' | 'waiting';
}

export function createCheckingIn(platform: Platform, services: Services, parts: CheckingInParts): CheckingIn {
  const { metrics } = platform;
  const { claims, refuse, recording, receipts, keep, answered, inForce } = parts;
  const oid = (id: string) => new Types.ObjectId(id);

  async function personOf({ learnerId }: SessionRecord, claim: FoundClaim): Promise<Person> {
    if (learnerId && claim.learner?.id === learnerId) {
      return { ...claim.learner, state: 'approved' };
    }
    const learner = learnerId ? await services.learners.get(learnerId) : null;
    const state = learner?.approval.state;
    return {
      ...(learner && { id: String(learner._id) }),
      name: learner?.name ?? '',
      state: state === 'approved' || state === 'rejected' ? state : 'waiting',
    };
  }

  /** What the check-in and the held scan have in common. */
  const scanOf = (claim: FoundClaim, given: Redemption, place?: PlaceDoc) => ({
    activityId: oid(claim.activityId),
    courseId: oid(claim.courseId),
    direction: claim.direction,
    at: new Date(claim.scannedAt),
    periodMs: claim.periodMs,
    claim: given.claimId,
    identityId: oid(claim.identityId),
    displayId: oid(claim.displayId),
    slot: claim.slot,
    ...originHashes(platform, given),
    ...(claim.network && { network: claim.network }),
    ...(claim.device && { device: claim.device }),
    ...(place && { place }),
  });

  async function accept(
    session: SessionRecord,
    claim: FoundClaim,
    given: Redemption,
    here: InForce,
  ): Promise<Receipt> {
    const person = await personOf(session, claim);
    const { rules } = here;
    const isWaiting = person.state === 'waiting';
    if (person.state === 'rejected') {
      return refuse(session, 'LEARNER_REJECTED', claim.activityId);
    }
    // Nobody's face can be checked before he is known, so such a scan cannot wait for the approval.
    if (isWaiting && (!rules.isKeptUntilApproved || rules.isFaceRequired)) {
      const message = person.id ? undefined : '请先注册并由单位审核，再签到';
      return refuse(
        session,
        'LEARNER_NOT_APPROVED',
        claim.activityId,
        appError('LEARNER_NOT_APPROVED', { message }),
      );
    }
    if (isPlaceRequired(here) && !given.place) {
      throw appError('PLACE_REQUIRED');
    }
    const { place, verdict } = judgePlace(given.place, here);
    const scan = scanOf(claim, given, place);
    const isElsewhere = verdict === 'far' || verdict === 'unsure';
    if (isWaiting || isElsewhere) {
      const { row, repeated } = await keep({
        ...scan,
        kind: isElsewhere ? 'place' : 'unapproved',
        method: claim.method,
        ...(person.id && { learnerId: oid(person.id) }),
        words: isElsewhere
          ? heldWords.place(verdict, place, rules.placeMetres)
          : heldWords.unapproved(Boolean(person.id)),
      });
      return receipts.ofHeld(row, { inForce: here, learnerName: person.name, repeated });
    }
    const learnerId = person.id ?? '';
    if (rules.isFaceRequired && !(await hasPassed(given.faceCheckId, given.claimId, learnerId))) {
      throw appError('FACE_REQUIRED');
    }
    const { row, repeated } = await recording.record({
      ...scan,
      learnerId: oid(learnerId),
      method: rules.isFaceRequired ? 'face' : claim.method,
    });
    if (verdict === 'near') {
      // A better fix than one that was held before.
      await keep.settle(given.claimId);
    }
    metrics.checkIns.inc({ direction: row.direction, outcome: repeated ? 'repeated' : 'accepted' });
    const today = repeated ? undefined : claim.today;
    return receipts.ofCheckIn(row, { inForce: here, learnerName: person.name, repeated, today });
  }

  const hasPassed = async (faceCheckId: string | undefined, claimId: string, learnerId: string) =>
    Boolean(faceCheckId && (await services.faceChecks.passed(faceCheckId, claimId, learnerId)));

  return {
    async checkIn(session, given) {
      const claim = await claims.find(given.claimId);
      if (!claim || claim.isExpired) {
        return (
          (await answered(session, given.claimId)) ?? refuse(session, 'CLAIM_EXPIRED', claim?.activityId)
        );
      }
      if (claim.identityId !== session.identityId) {
        return refuse(session, 'CLAIM_NOT_YOURS', claim.activityId);
      }
      return accept(session, claim, given, await inForce(claim.activityId));
    },
  };
}

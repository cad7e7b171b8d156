import type { ParsedInputOf } from '@common/contract/endpoint';
import type { LearnerSelf, learners } from '@common/contract/learners';
import { checkIdNo } from '@common/rules/idNo';
import { dayOf } from '@common/rules/shanghaiTime';
import { Types } from 'mongoose';
import { appError } from '../../http/errors';
import type { Platform } from '../../platform';
import { isDuplicate } from '../../platform/mongo';
import type { Services } from '../services';
import { createClaiming } from './claiming';
import { insistOnPrivacy } from './consents';
import { givenDetails, insistOnName } from './details';
import { createEarlierScans } from './earlierScans';
import { type LearnerDoc, learnerModel } from './model';
import type { createPhones } from './phones';
import type { Photos } from './photos';
import { doneByLearner } from './policy';
import type { Portrait } from './portrait';
import { sealedTo } from './presenter';
import { createUnitChoice } from './unitChoice';

export type RegisterInput = ParsedInputOf<typeof learners.register>;

/** What registration and resubmission are built with. */
export interface RegistrationParts {
  photos: Photos;
  portrait: Portrait;
  phones: ReturnType<typeof createPhones>;
  selfOf(learner: LearnerDoc): Promise<LearnerSelf>;
}

/**
 * 个人注册 (manual 003 §三): whether an idNo is registered is decided by the unique index on its hash, never by a look. One that
 * his unit has imported is claimed instead.
 */
export function createRegister(platform: Platform, services: Services, parts: RegistrationParts) {
  const { mongo, cipher, clock } = platform;
  const Learner = learnerModel(mongo);
  const claim = createClaiming(platform, services, parts);
  const unitChoice = createUnitChoice(services);
  const countEarlierScans = createEarlierScans(platform, services);

  return async function register(
    identityId: string,
    input: RegisterInput,
    requestId?: string,
  ): Promise<LearnerSelf> {
    insistOnPrivacy(input.privacyVersion);
    const now = new Date(clock.now());
    const today = dayOf(clock.now());
    const name = insistOnName(input.name);
    const checked = checkIdNo(input.idNo, today);
    if (!checked.ok) {
      throw appError('INVALID_INPUT', { message: checked.message, field: 'idNo' });
    }
    const details = givenDetails(input, today);
    const choice = await unitChoice.of(input);
    const identity = await services.accounts.identities.get(identityId);
    if (identity?.learnerId) {
      throw appError('IDENTITY_HAS_LEARNER');
    }
    const phone = await parts.phones.proven(identityId, input, 'registration');
    const _id = new Types.ObjectId();
    const learner = {
      _id,
      name,
      idNo: cipher.seal(sealedTo('idNo', _id), checked.idNo),
      idNoHash: cipher.hash('idNo', checked.idNo),
      phone: cipher.seal(sealedTo('phone', _id), phone),
      phoneHash: cipher.hash('phone', phone),
      sex: checked.sex,
      title: input.title,
      ...(choice.unit && { unitId: choice.unit._id }),
      department: input.department,
      details,
      consents: [{ version: input.privacyVersion, at: now }],
      source: 'self' as const,
      approval: { state: choice.state, submittedAt: now },
      createdAt: now,
    };

    /** A new record with its identity, its photo and, where need be, the request for its unit: all of it or nothing. */
    async function create(): Promise<{ learnerId: Types.ObjectId; identityIds: string[] }> {
      let identityIds: string[] = [];
      await mongo.transaction(async (session) => {
        const photoId =
          input.photoId &&
          (await parts.photos.use(input.photoId, { identityId }, String(_id), 'photoId', session));
        await Learner.create([{ ...learner, ...(photoId && { photoId }) }], { session });
        await unitChoice.request(choice, String(_id), session);
        identityIds = await services.accounts.identities.bind(identityId, _id, session);
      });
      return { learnerId: _id, identityIds };
    }

    let action = 'learner.registered';
    const { learnerId, identityIds } = await create().catch(async (error: unknown) => {
      if (isDuplicate(error, 'idNoHash')) {
        action = 'learner.claimed';
        return claim({ identityId, name, phone, input, details, idNoHash: learner.idNoHash, now });
      }
      throw isDuplicate(error) ? appError('IDENTITY_HAS_LEARNER') : error;
    });
    await services.accounts.smsCodes.spend(phone);
    for (const bound of identityIds) {
      await services.accounts.sessions.learnerRegistered(bound, String(learnerId));
    }
    if (action === 'learner.claimed') {
      // Approved as he is.
      await countEarlierScans(String(learnerId));
    }
    await services.audit.append(doneByLearner(learnerId, action, requestId));
    return parts.selfOf(await Learner.findById(learnerId).select('+idNo +phone').orFail().lean());
  };
}

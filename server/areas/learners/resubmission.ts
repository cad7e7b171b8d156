import type { ParsedInputOf } from '@common/contract/endpoint';
import type { LearnerSelf, learners } from '@common/contract/learners';
import { dayOf } from '@common/rules/shanghaiTime';
import { appError } from '../../http/errors';
import type { Platform } from '../../platform';
import type { Services } from '../services';
import { detailsToSet, givenDetails, insistOnName } from './details';
import { type LearnerDoc, learnerModel } from './model';
import type { PhotoOwner } from './photos';
import { doneByLearner, PRESENT } from './policy';
import type { RegistrationParts } from './registration';
import { createUnitChoice } from './unitChoice';

export type ResubmitInput = ParsedInputOf<typeof learners.resubmit>;

/** 修改后重新提交: until he is approved a learner changes what he entered, all but the idNo; it queues anew. */
export function createResubmit(
  { mongo, clock }: Platform,
  services: Services,
  { portrait, selfOf }: Pick<RegistrationParts, 'portrait' | 'selfOf'>,
) {
  const Learner = learnerModel(mongo);
  const unitChoice = createUnitChoice(services);

  return async function resubmit(
    owner: PhotoOwner & { learnerId: string },
    input: ResubmitInput,
    requestId?: string,
  ): Promise<LearnerSelf> {
    const { learnerId } = owner;
    const name = insistOnName(input.name);
    const details = givenDetails(input, dayOf(clock.now()));
    const choice = await unitChoice.of(input);
    const { title, department } = input;
    let changed: LearnerDoc | null = null;
    await mongo.transaction(async (session) => {
      const before = await Learner.findOneAndUpdate(
        { _id: learnerId, 'approval.state': { $ne: 'approved' }, ...PRESENT },
        {
          $set: {
            name,
            title,
            department,
            ...detailsToSet(details),
            ...(choice.unit && { unitId: choice.unit._id }),
            approval: { state: choice.state, submittedAt: new Date(clock.now()) },
          },
          ...(!choice.unit && { $unset: { unitId: 1 } }),
        },
        { session },
      ).lean();
      if (!before) {
        throw appError('LEARNER_NOT_EDITABLE');
      }
      await services.accounts.identities.forgetName(learnerId, session);
      await portrait.replace(before, input.photoId, owner, session);
      await unitChoice.request(choice, learnerId, session);
      changed = await Learner.findById(learnerId, null, { session }).select('+idNo +phone').lean();
    });
    if (!changed) {
      throw appError('NOT_FOUND');
    }
    await services.audit.append(doneByLearner(learnerId, 'learner.resubmitted', requestId));
    return selfOf(changed);
  };
}

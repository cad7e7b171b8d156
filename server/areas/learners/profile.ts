import type { ParsedInputOf } from '@common/contract/endpoint';
import type { learners } from '@common/contract/learners';
import type { LearnerProfile, ProfileDetails } from '@common/contract/profile';
import { maskPhone } from '@common/rules/phone';
import { dayOf } from '@common/rules/shanghaiTime';
import { appError } from '../../http/errors';
import type { Platform } from '../../platform';
import type { Services } from '../services';
import { detailsToSet, givenDetails } from './details';
import { type LearnerDoc, learnerModel } from './model';
import type { createPhones, PhoneProof } from './phones';
import type { PhotoOwner } from './photos';
import { doneByLearner, PRESENT } from './policy';
import type { Portrait } from './portrait';
import { sealedTo } from './presenter';
import type { Views } from './views';

type SaveInput = ParsedInputOf<typeof learners.saveProfile>;

/** What a learner changes by himself at any time. */
export interface Profile {
  /** Only what is given changes. @throws AppError PHOTO_INVALID, INVALID_INPUT. */
  saveProfile(owner: PhotoOwner & { learnerId: string }, input: SaveInput): Promise<LearnerProfile>;
  /** Sends a code to the number that he changes to; answers the seconds until the next may be asked for. */
  sendPhoneCode(phone: string): Promise<number>;
  /** The old number is told, since whoever has the phone can set a new password. */
  changePhone(learnerId: string, proof: PhoneProof, requestId: string): Promise<LearnerProfile>;
}

export function createProfile(
  platform: Platform,
  services: Services,
  parts: { portrait: Portrait; phones: ReturnType<typeof createPhones>; views: Views },
): Profile {
  const { mongo, cipher, clock, sms, log } = platform;
  const Learner = learnerModel(mongo);

  return {
    async saveProfile(owner, { photoId, ...input }) {
      const { learnerId } = owner;
      const details = givenDetails(input, dayOf(clock.now()));
      await mongo.transaction(async (session) => {
        const mine = { _id: learnerId, ...PRESENT };
        const before = await Learner.findOne(mine, null, { session }).lean();
        if (!before) {
          throw appError('NOT_FOUND');
        }
        insistOnTitleSince(before, details);
        await Learner.updateOne(mine, { $set: detailsToSet(details) }, { session });
        await parts.portrait.replace(before, photoId, owner, session);
      });
      return parts.views.profile(learnerId);
    },
    sendPhoneCode: async (phone) => services.accounts.smsCodes.send(phone, 'phoneChange'),
    async changePhone(learnerId, proof, requestId) {
      const phone = await parts.phones.proven(learnerId, proof, 'phoneChange');
      const before = await Learner.findOneAndUpdate(
        { _id: learnerId, ...PRESENT },
        {
          $set: {
            phone: cipher.seal(sealedTo('phone', learnerId), phone),
            phoneHash: cipher.hash('phone', phone),
          },
        },
      )
        .select('+phone')
        .lean();
      if (!before) {
        throw appError('NOT_FOUND');
      }
      await services.accounts.smsCodes.spend(phone, 'phoneChange');
      const old = cipher.open(sealedTo('phone', learnerId), before.phone);
      if (old !== phone) {
        await services.audit.append(doneByLearner(learnerId, 'learner.phone-changed', requestId));
        await sms
          .send(
            old,
            `【继教通】您登记的手机号已更换为${maskPhone(phone)}。如非本人操作，请立即联系单位管理员。`,
          )
          .catch((err) => log.warn({ err }, 'sms'));
      }
      return parts.views.profile(learnerId);
    },
  };
}

/** Once approved, the date of a title is changed as the title itself is: with proof, by the unit. */
function insistOnTitleSince(
  { approval, details }: LearnerDoc,
  { titleSince }: Partial<ProfileDetails>,
): void {
  const held = details?.titleSince;
  if (approval.state === 'approved' && held && titleSince !== undefined && titleSince !== held) {
    throw appError('LEARNER_NOT_EDITABLE', {
      message: '职称取得时间已由单位审核，请通过“职称变更”申请修改',
      field: 'titleSince',
    });
  }
}

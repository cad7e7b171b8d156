import type { ProfileDetails } from '@common/contract/profile';
import type { Types } from 'mongoose';
import { appError } from '../../http/errors';
import type { Platform } from '../../platform';
import type { Services } from '../services';
import { detailsToSet } from './details';
import { learnerModel } from './model';
import { PRESENT } from './policy';
import type { RegisterInput, RegistrationParts } from './registration';

const OTHERWISE_IMPORTED =
  '该证件号码已由单位登记，请核对姓名并使用单位登记的手机号；如有变化请联系单位管理员';

export interface Claim {
  identityId: string;
  name: string;
  /** Proven to be his. */
  phone: string;
  idNoHash: string;
  details: Partial<ProfileDetails>;
  input: RegisterInput;
  now: Date;
}

/**
 * 认领: whoever registers with the name and the phone that his unit imported is that record, approved as it is. Whether name
 * or phone differ, the answer is one and the same, so that nobody tries out what the unit wrote.
 */
export function createClaiming(
  { mongo, cipher }: Platform,
  services: Services,
  { photos }: Pick<RegistrationParts, 'photos'>,
) {
  const Learner = learnerModel(mongo);

  async function hasWechat(learnerId: Types.ObjectId): Promise<boolean> {
    const openids = await Promise.all(
      (['miniprogram', 'officialAccount'] as const).map((channel) =>
        services.accounts.identities.openidOf(String(learnerId), channel),
      ),
    );
    return openids.some(Boolean);
  }

  return async function claim(given: Claim): Promise<{ learnerId: Types.ObjectId; identityIds: string[] }> {
    const { identityId, name, phone, input, details, now } = given;
    const taken = appError('IDNO_TAKEN', { field: 'idNo' });
    const imported = await Learner.findOne({ idNoHash: given.idNoHash, source: 'import', ...PRESENT }).lean();
    if (!imported || (await hasWechat(imported._id))) {
      throw taken;
    }
    const phoneHash = cipher.hash('phone', phone);
    if (imported.name !== name || imported.phoneHash !== phoneHash) {
      throw appError('IDNO_TAKEN', { message: OTHERWISE_IMPORTED, field: 'idNo' });
    }
    const { _id } = imported;
    let identityIds: string[] = [];
    await mongo.transaction(async (session) => {
      const photoId =
        input.photoId && (await photos.use(input.photoId, { identityId }, String(_id), 'photoId', session));
      const claimed = await Learner.findOneAndUpdate(
        { _id, name, phoneHash, ...PRESENT },
        {
          $set: {
            ...detailsToSet(details),
            ...(photoId && { photoId }),
            ...(!imported.department && { department: input.department }),
          },
          $push: { consents: { version: input.privacyVersion, at: now } },
        },
        { session },
      );
      // Looked at behind the write: of two who claim at once the second comes here when the first is done.
      if (!claimed || (await hasWechat(_id))) {
        throw taken;
      }
      identityIds = await services.accounts.identities.bind(identityId, _id, session);
    });
    return { learnerId: _id, identityIds };
  };
}

import { type ClientSession, Types } from 'mongoose';
import { appError } from '../../http/errors';
import type { Platform } from '../../platform';
import { isDuplicate } from '../../platform/mongo';
import { type IdentityDoc, identityModel } from './model';

export interface Identities {
  /** The identity of an openid, made on first sight; takes over the learner known by the same unionid. */
  meet(
    channel: IdentityDoc['channel'],
    who: { openid: string; unionid: string | null },
  ): Promise<IdentityDoc>;
  get(id: string): Promise<IdentityDoc | null>;
  find(channel: IdentityDoc['channel'], openid: string): Promise<IdentityDoc | null>;
  /**
   * Binds an identity, and those of the same unionid, to a learner; answers the ids of all that are his now.
   * @throws AppError IDENTITY_HAS_LEARNER where this WeChat already has one.
   */
  bind(identityId: string, learnerId: Types.ObjectId, session: ClientSession): Promise<string[]>;
  /** The learners whose these identities are, by identity; one that is nobody's is absent. */
  owners(identityIds: string[]): Promise<Map<string, string>>;
  /** The learner's openid of an app, for messages. */
  openidOf(learnerId: string, channel: IdentityDoc['channel']): Promise<string | null>;
  /** All identities of a learner. */
  idsOf(learnerId: string): Promise<Types.ObjectId[]>;
}

export function createIdentities({ mongo }: Platform): Identities {
  const Identity = identityModel(mongo);

  async function adoptByUnionid(identity: IdentityDoc): Promise<IdentityDoc> {
    if (identity.learnerId || !identity.unionid) {
      return identity;
    }
    const other = await Identity.findOne({ unionid: identity.unionid, learnerId: { $exists: true } }).lean();
    if (!other?.learnerId) {
      return identity;
    }
    try {
      const adopted = await Identity.findOneAndUpdate(
        { _id: identity._id, learnerId: { $exists: false } },
        { $set: { learnerId: other.learnerId } },
        { returnDocument: 'after' },
      ).lean();
      return adopted ?? identity;
    } catch (error) {
      // The learner has another identity of this app already: this one stays a stranger.
      if (isDuplicate(error)) {
        return identity;
      }
      throw error;
    }
  }

  return {
    async meet(channel, { openid, unionid }) {
      const identity = await Identity.findOneAndUpdate(
        { channel, openid },
        { $setOnInsert: { channel, openid }, ...(unionid && { $set: { unionid } }) },
        { upsert: true, returnDocument: 'after' },
      ).lean();
      return adoptByUnionid(identity);
    },
    get: async (id) => Identity.findById(id).lean(),
    find: async (channel, openid) => Identity.findOne({ channel, openid }).lean(),
    async bind(identityId, learnerId, session) {
      const bound = await Identity.findOneAndUpdate(
        { _id: new Types.ObjectId(identityId), learnerId: { $exists: false } },
        { $set: { learnerId } },
        { session, returnDocument: 'after' },
      ).lean();
      if (!bound) {
        throw appError('IDENTITY_HAS_LEARNER');
      }
      if (bound.unionid) {
        await Identity.updateMany(
          { unionid: bound.unionid, learnerId: { $exists: false } },
          { $set: { learnerId } },
          { session },
        );
      }
      const his = await Identity.find({ learnerId }, { _id: 1 }, { session }).lean();
      return his.map(({ _id }) => String(_id));
    },
    async owners(identityIds) {
      const found = await Identity.find(
        { _id: { $in: identityIds }, learnerId: { $exists: true } },
        { learnerId: 1 },
      ).lean();
      return new Map(found.map(({ _id, learnerId }) => [String(_id), String(learnerId)]));
    },
    async openidOf(learnerId, channel) {
      const identity = await Identity.findOne({ learnerId: new Types.ObjectId(learnerId), channel }).lean();
      return identity?.openid ?? null;
    },
    async idsOf(learnerId) {
      const his = await Identity.find({ learnerId: new Types.ObjectId(learnerId) }, { _id: 1 }).lean();
      return his.map(({ _id }) => _id);
    },
  };
}

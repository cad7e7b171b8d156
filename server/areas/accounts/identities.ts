import { type ClientSession, Types } from 'mongoose';
import { appError } from '../../http/errors';
import type { Platform } from '../../platform';
import { isDuplicate } from '../../platform/mongo';
import { inTurns } from '../../platform/together';
import { type BoundIdentities, createBoundIdentities, isAnothers, openTo } from './boundIdentities';
import { type IdentityDoc, identityModel } from './model';

export interface Identities extends BoundIdentities {
  /** The identity of an openid, made on first sight; takes over the learner known by the same unionid. */
  meet(
    channel: IdentityDoc['channel'],
    who: { openid: string; unionid: string | null },
  ): Promise<IdentityDoc>;
  /** Takes over the learner who is known by the same unionid meanwhile; the identity as it is then. */
  adopt(identity: IdentityDoc): Promise<IdentityDoc>;
  get(id: string): Promise<IdentityDoc | null>;
  find(channel: IdentityDoc['channel'], openid: string): Promise<IdentityDoc | null>;
  /**
   * Binds an identity, and those of the same unionid, to a learner; answers the ids of all that are his now.
   * @throws AppError IDENTITY_HAS_LEARNER where this WeChat already has one, in whichever app.
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

  async function adopt(identity: IdentityDoc): Promise<IdentityDoc> {
    if (identity.learnerId || !identity.unionid) {
      return identity;
    }
    const other = await Identity.findOne({ unionid: identity.unionid, learnerId: { $exists: true } }).lean();
    if (!other?.learnerId) {
      return identity;
    }
    try {
      const adopted = await Identity.findOneAndUpdate(
        { _id: identity._id, learnerId: { $exists: false }, ...openTo(other.learnerId) },
        { $set: { learnerId: other.learnerId }, $unset: { reservedFor: 1 } },
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

  /** By channel and openid: a busy official account asks for hundreds at once. */
  const findMet = inTurns(async (keys) => {
    const met = keys.map((key) => {
      const [channel = '', openid = ''] = key.split(' ', 2);
      return { channel, openid };
    });
    const channels = [...new Set(met.map(({ channel }) => channel))];
    const found = await Identity.find({
      $or: channels.map((channel) => ({
        channel: channel as IdentityDoc['channel'],
        openid: { $in: met.filter((one) => one.channel === channel).map(({ openid }) => openid) },
      })),
    }).lean();
    return new Map(found.map((one) => [`${one.channel} ${one.openid}`, one]));
  });

  return {
    ...createBoundIdentities(Identity),
    adopt,
    async meet(channel, { openid, unionid }) {
      const identity = await Identity.findOneAndUpdate(
        { channel, openid },
        { $setOnInsert: { channel, openid }, ...(unionid && { $set: { unionid } }) },
        { upsert: true, returnDocument: 'after' },
      ).lean();
      return adopt(identity);
    },
    get: async (id) => Identity.findById(id).lean(),
    find: async (channel, openid) => (await findMet(`${channel} ${openid}`)) ?? null,
    async bind(identityId, learnerId, session) {
      const bound = await Identity.findOneAndUpdate(
        { _id: new Types.ObjectId(identityId), learnerId: { $exists: false }, ...openTo(learnerId) },
        { $set: { learnerId }, $unset: { reservedFor: 1 } },
        { session, returnDocument: 'after' },
      ).lean();
      if (!bound) {
        throw appError('IDENTITY_HAS_LEARNER');
      }
      if (bound.unionid) {
        const kin = await Identity.find({ unionid: bound.unionid }, null, { session }).lean();
        if (kin.some(isAnothers(learnerId))) {
          throw appError('IDENTITY_HAS_LEARNER');
        }
        await Identity.updateMany(
          { unionid: bound.unionid, learnerId: { $exists: false } },
          { $set: { learnerId }, $unset: { reservedFor: 1 } },
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

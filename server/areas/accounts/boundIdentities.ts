import { type ClientSession, type Model, Types } from 'mongoose';
import type { Channel } from './channels';
import type { IdentityDoc } from './model';

/** What came of giving a WeChat a learner's place in its channel. */
export type Taken =
  /** `before`: it had that place already. */
  | { kind: 'bound'; before: Pick<IdentityDoc, 'boundAt' | 'releasedAt'> | null }
  /** Another WeChat had the place: the id of its identity. */
  | { kind: 'replaced'; olderId: string }
  /** This WeChat is another learner's. */
  | { kind: 'taken' };

/** 绑定 of the official accounts, as the identities keep it. */
export interface BoundIdentities {
  /** The identity that has a learner's place in a channel, released or not. */
  inChannel(learnerId: string, channel: Channel): Promise<IdentityDoc | null>;
  /** All that have a place of his. */
  ofLearner(learnerId: string): Promise<IdentityDoc[]>;
  /**
   * Gives a WeChat the learner's place in its channel. The WeChat that had it stays his, so that nobody lends his WeChat around;
   * so do this one's identities of other apps, where they get his free places.
   */
  take(identityId: string, learnerId: string, now: Date, session: ClientSession): Promise<Taken>;
  /** 解绑: only this account's messages end. False where there was nothing to end. */
  release(identityId: Types.ObjectId, now: Date): Promise<boolean>;
  /** 关注 (null) or 取消关注 since then; of a stranger as well. */
  setUnfollowed(channel: Channel, openid: string, since: Date | null): Promise<void>;
  /** Parts a learner from all his WeChats: another may take them. Answers the identities' ids. */
  part(learnerId: string, session: ClientSession): Promise<string[]>;
  /** Keeps the name beside a learner's identity. */
  keepName(identityId: Types.ObjectId, learnerId: Types.ObjectId, name: string): Promise<void>;
  /** His name has changed. */
  forgetName(learnerId: string, session: ClientSession): Promise<void>;
  /** How many learners are bound by each of the channels, and how many of them follow. */
  countBound(channels: Channel[]): Promise<Map<Channel, { bound: number; following: number }>>;
}

const oid = (id: string) => new Types.ObjectId(id);
const OF_HIM = { learnerId: 1, learnerName: 1, boundAt: 1, releasedAt: 1 } as const;

/** As part of a filter: nobody else's WeChat. */
export const openTo = (learnerId: Types.ObjectId) => ({
  $or: [{ reservedFor: { $exists: false } }, { reservedFor: learnerId }],
});

/** Whether an identity belongs to another learner than this one. */
export const isAnothers =
  (learnerId: Types.ObjectId) =>
  (identity: Pick<IdentityDoc, 'learnerId' | 'reservedFor'>): boolean =>
    [identity.learnerId, identity.reservedFor].some((whose) => whose && !whose.equals(learnerId));

export function createBoundIdentities(Identity: Model<IdentityDoc>): BoundIdentities {
  /** What else this WeChat is in our apps becomes his too: every row is written, so that two learners at once collide. */
  async function takeKin(kin: IdentityDoc[], learnerId: Types.ObjectId, session: ClientSession) {
    for (const { _id, channel } of kin.filter((each) => !each.learnerId)) {
      const isFull = await Identity.exists({ learnerId, channel }).session(session);
      const change = isFull
        ? { $set: { reservedFor: learnerId } }
        : { $set: { learnerId }, $unset: { reservedFor: 1 } };
      await Identity.updateOne({ _id }, change, { session });
    }
  }

  return {
    inChannel: async (learnerId, channel) => Identity.findOne({ learnerId: oid(learnerId), channel }).lean(),
    ofLearner: async (learnerId) => Identity.find({ learnerId: oid(learnerId) }).lean(),
    async take(identityId, learner, now, session) {
      const learnerId = oid(learner);
      const own = await Identity.findById(identityId, null, { session }).orFail().lean();
      const { _id, channel, unionid } = own;
      const kin = unionid
        ? await Identity.find({ unionid, _id: { $ne: _id } }, null, { session }).lean()
        : [];
      if ([own, ...kin].some(isAnothers(learnerId))) {
        return { kind: 'taken' };
      }
      const older = await Identity.findOneAndUpdate(
        { learnerId, channel, _id: { $ne: _id } },
        { $set: { reservedFor: learnerId }, $unset: OF_HIM },
        { session },
      ).lean();
      await Identity.updateOne(
        { _id },
        { $set: { learnerId, boundAt: now }, $unset: { reservedFor: 1, releasedAt: 1, unfollowedAt: 1 } },
        { session },
      );
      await takeKin(kin, learnerId, session);
      return older
        ? { kind: 'replaced', olderId: String(older._id) }
        : { kind: 'bound', before: own.learnerId ? own : null };
    },
    async release(_id, now) {
      const released = await Identity.updateOne(
        { _id, learnerId: { $exists: true }, releasedAt: { $exists: false } },
        { $set: { releasedAt: now } },
      );
      return released.modifiedCount === 1;
    },
    async setUnfollowed(channel, openid, since) {
      await Identity.updateOne(
        { channel, openid },
        since ? { $set: { unfollowedAt: since } } : { $unset: { unfollowedAt: 1 } },
        { upsert: true },
      );
    },
    async part(learner, session) {
      const learnerId = oid(learner);
      const his = { $or: [{ learnerId }, { reservedFor: learnerId }] };
      const found = await Identity.find(his, { _id: 1 }, { session }).lean();
      await Identity.updateMany(his, { $unset: { ...OF_HIM, reservedFor: 1 } }, { session });
      return found.map(({ _id }) => String(_id));
    },
    async keepName(_id, learnerId, learnerName) {
      await Identity.updateOne({ _id, learnerId }, { $set: { learnerName } });
    },
    async forgetName(learnerId, session) {
      await Identity.updateMany({ learnerId: oid(learnerId) }, { $unset: { learnerName: 1 } }, { session });
    },
    async countBound(channels) {
      const counts = await Identity.aggregate<{ _id: Channel; bound: number; unfollowed: number }>([
        {
          $match: {
            channel: { $in: channels },
            learnerId: { $exists: true },
            releasedAt: { $exists: false },
          },
        },
        {
          $group: {
            _id: '$channel',
            bound: { $sum: 1 },
            unfollowed: { $sum: { $cond: [{ $gt: ['$unfollowedAt', null] }, 1, 0] } },
          },
        },
      ]);
      return new Map(
        counts.map(({ _id, bound, unfollowed }) => [_id, { bound, following: bound - unfollowed }]),
      );
    },
  };
}

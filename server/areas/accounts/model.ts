import { type Connection, Schema, type Types } from 'mongoose';
import { modelOf } from '../../platform/mongo';
import type { Channel } from './channels';

/** A WeChat identity: an openid of one of our apps. One WeChat identity belongs to one learner. */
export interface IdentityDoc {
  _id: Types.ObjectId;
  channel: Channel;
  openid: string;
  /** Equal for both apps where they share an Open Platform account. */
  unionid?: string;
  learnerId?: Types.ObjectId;
  /** His name, kept here so that a message is answered after one read; absent until it was asked for. */
  learnerName?: string;
  /**
   * Whose WeChat it is although another WeChat has his place in this channel: it opens nothing of his, and no other learner can
   * take it. Never together with `learnerId`.
   */
  reservedFor?: Types.ObjectId;
  /** Official accounts: when the learner bound it by himself (QR, code); absent where the unionid told it. */
  boundAt?: Date;
  /** 解绑: the account tells and sends him nothing any more; `learnerId` stays, since a WeChat checks in for one person only. */
  releasedAt?: Date;
  /** 取消关注: no messages. */
  unfollowedAt?: Date;
}

/** A password that was given to somebody, and must be changed at sign-in. */
export interface OneTime {
  hash: string;
  expiresAt: Date;
  /** The sign-in that uses it ends it; else it opens until a new one is set. */
  isForOnce?: boolean;
  /** When that was. The hash stays until then, so that it cannot be kept as the new one. */
  usedAt?: Date;
}

/** What a password opens. A learner's account has no name of its own: he signs in by 医通卡号 or 身份证号. */
export interface AccountDoc {
  _id: Types.ObjectId;
  kind: 'learner' | 'unit' | 'authority';
  name?: string;
  subjectId: Types.ObjectId;
  passwordHash?: string;
  oneTime?: OneTime;
  mustChange: boolean;
}

const identity = new Schema<IdentityDoc>(
  {
    channel: { type: String, required: true },
    openid: { type: String, required: true },
    unionid: { type: String, index: true },
    learnerId: Schema.Types.ObjectId,
    learnerName: String,
    reservedFor: Schema.Types.ObjectId,
    boundAt: Date,
    releasedAt: Date,
    unfollowedAt: Date,
  },
  { versionKey: false },
);
identity.index({ channel: 1, openid: 1 }, { unique: true });
// One learner has at most one identity of each app.
identity.index(
  { learnerId: 1, channel: 1 },
  { unique: true, partialFilterExpression: { learnerId: { $exists: true } } },
);
identity.index({ reservedFor: 1 }, { partialFilterExpression: { reservedFor: { $exists: true } } });

const account = new Schema<AccountDoc>(
  {
    kind: { type: String, required: true },
    name: String,
    subjectId: { type: Schema.Types.ObjectId, required: true },
    passwordHash: String,
    oneTime: { type: { hash: String, expiresAt: Date, isForOnce: Boolean, usedAt: Date }, _id: false },
    mustChange: { type: Boolean, default: false },
  },
  { versionKey: false },
);
account.index({ name: 1 }, { unique: true, partialFilterExpression: { name: { $exists: true } } });
account.index({ kind: 1, subjectId: 1 }, { unique: true });

export const identityModel = (connection: Connection) => modelOf(connection, 'identities', identity);
export const accountModel = (connection: Connection) => modelOf(connection, 'accounts', account);

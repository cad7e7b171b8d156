import { composeOneTimePassword } from '@common/rules/passwords';
import { type Model, Types } from 'mongoose';
import type { Platform } from '../../platform';
import { hashPassword } from '../../platform/passwordHash';
import type { Services } from '../services';
import type { AccountDoc, OneTime } from './model';
import type { SignInGuard } from './signInGuard';

const ONE_TIME_MINUTES = 10;
/** It goes by telephone or on paper to people who may not be at work tomorrow. */
const RESET_DAYS = 7;

export interface IssuedPasswords {
  /** Gives a subject a password for ten minutes and one sign-in, at which it must be changed; its own one stays until then. */
  issueOneTime(kind: AccountDoc['kind'], subjectId: string): Promise<{ password: string; minutes: number }>;
  /**
   * 重置密码 by a higher authority (manual 003 §七): the old password is over and so are all sessions; the new one is told once,
   * is good for `days`, until at a sign-in by it another one is set. Makes the account, by this name, where there was none.
   */
  reset(account: {
    kind: AccountDoc['kind'];
    subjectId: string;
    name: string;
  }): Promise<{ accountName: string; password: string; days: number }>;
}

export function createIssuedPasswords(
  { clock, random }: Platform,
  services: Services,
  Account: Model<AccountDoc>,
  guard: SignInGuard,
): IssuedPasswords {
  async function compose(lifeMs: number) {
    const password = composeOneTimePassword(random.bytes(64));
    const expiresAt = new Date(clock.now() + lifeMs);
    const oneTime: OneTime = { hash: await hashPassword(password), expiresAt };
    return { password, oneTime };
  }

  return {
    async issueOneTime(kind, subjectId) {
      const { password, oneTime } = await compose(ONE_TIME_MINUTES * 60_000);
      const account = await Account.findOneAndUpdate(
        { kind, subjectId: new Types.ObjectId(subjectId) },
        { $set: { oneTime: { ...oneTime, isForOnce: true } }, $setOnInsert: { mustChange: false } },
        { upsert: true, returnDocument: 'after' },
      ).lean();
      await guard.lift(String(account._id));
      return { password, minutes: ONE_TIME_MINUTES };
    },
    async reset({ kind, subjectId, name }) {
      const { password, oneTime } = await compose(RESET_DAYS * 24 * 3_600_000);
      const account = await Account.findOneAndUpdate(
        { kind, subjectId: new Types.ObjectId(subjectId) },
        { $set: { oneTime, mustChange: true }, $unset: { passwordHash: 1 }, $setOnInsert: { name } },
        { upsert: true, returnDocument: 'after' },
      ).lean();
      await guard.lift(String(account._id));
      await services.accounts.closeSessionsOf(kind, subjectId);
      return { accountName: account.name ?? name, password, days: RESET_DAYS };
    },
  };
}

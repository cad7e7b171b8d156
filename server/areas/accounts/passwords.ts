import { normaliseIdNo } from '@common/rules/idNo';
import { checkPassword, composeOneTimePassword } from '@common/rules/passwords';
import { isPersonnelNo } from '@common/rules/personnelNo';
import { Types } from 'mongoose';
import { appError } from '../../http/errors';
import type { Platform } from '../../platform';
import { hashPassword, verifyPassword } from '../../platform/passwordHash';
import type { Services } from '../services';
import { type AccountDoc, accountModel } from './model';

const MAX_FAILURES = 5;
const LOCK_MS = 15 * 60_000;
const ONE_TIME_MINUTES = 10;

export interface Passwords {
  /**
   * The account that a user name and password open.
   * @throws AppError WRONG_CREDENTIALS (the same for an unknown name), ACCOUNT_LOCKED.
   */
  open(name: string, password: string): Promise<{ account: AccountDoc; mustChange: boolean }>;
  /** Sets a new password. @throws AppError WRONG_PASSWORD, WEAK_PASSWORD. */
  change(accountId: string, given: { current?: string; next: string; isForced: boolean }): Promise<void>;
  /** Gives a subject a password for ten minutes that must be changed at sign-in; its own one stays until then. */
  issueOneTime(kind: AccountDoc['kind'], subjectId: string): Promise<{ password: string; minutes: number }>;
  /** Makes the account of a unit or authority, with a password. */
  create(account: {
    kind: AccountDoc['kind'];
    name: string;
    subjectId: Types.ObjectId;
    password: string;
  }): Promise<void>;
  get(accountId: string): Promise<AccountDoc | null>;
}

export function createPasswords({ mongo, clock, random }: Platform, services: Services): Passwords {
  const Account = accountModel(mongo);

  /** 用户名: a unit's own name, or a learner's 医通卡号 or 身份证号 (manual 004). */
  async function find(name: string): Promise<AccountDoc | null> {
    const named = await Account.findOne({ name: name.trim() }).lean();
    if (named) {
      return named;
    }
    const text = normaliseIdNo(name);
    const learner = isPersonnelNo(text)
      ? await services.learners.findByPersonnelNo(text)
      : await services.learners.findByIdNo(text);
    return learner ? Account.findOne({ kind: 'learner', subjectId: learner._id }).lean() : null;
  }

  async function fail(account: AccountDoc): Promise<never> {
    const after = await Account.findOneAndUpdate(
      { _id: account._id },
      { $inc: { failures: 1 } },
      { returnDocument: 'after' },
    ).lean();
    if ((after?.failures ?? 0) >= MAX_FAILURES) {
      const lockedUntil = new Date(clock.now() + LOCK_MS);
      await Account.updateOne({ _id: account._id }, { $set: { lockedUntil, failures: 0 } });
    }
    throw appError('WRONG_CREDENTIALS');
  }

  function refuseLocked(account: AccountDoc | null): void {
    const lockedMs = (account?.lockedUntil?.getTime() ?? 0) - clock.now();
    if (lockedMs > 0) {
      throw appError('ACCOUNT_LOCKED', {
        message: `密码错误次数过多，账号已锁定，请${Math.ceil(lockedMs / 60_000)}分钟后再试`,
        retryAfter: Math.ceil(lockedMs / 1000),
      });
    }
  }

  async function matches(account: AccountDoc, password: string): Promise<'own' | 'oneTime' | null> {
    const oneTime =
      account.oneTime && account.oneTime.expiresAt.getTime() > clock.now() ? account.oneTime.hash : null;
    if (oneTime && (await verifyPassword(password, oneTime))) {
      return 'oneTime';
    }
    return (await verifyPassword(password, account.passwordHash ?? null)) ? 'own' : null;
  }

  return {
    async open(name, password) {
      const account = await find(name);
      if (!account) {
        await verifyPassword(password, null);
        throw appError('WRONG_CREDENTIALS');
      }
      refuseLocked(account);
      const by = await matches(account, password);
      if (!by) {
        return fail(account);
      }
      // A lock that fell meanwhile holds: guesses that were under way gain nothing.
      const before = await Account.findOneAndUpdate(
        { _id: account._id, lockedUntil: account.lockedUntil ?? { $exists: false } },
        { $set: { failures: 0 }, $unset: { lockedUntil: 1 } },
      ).lean();
      if (!before) {
        refuseLocked(await Account.findById(account._id).lean());
      }
      return { account, mustChange: by === 'oneTime' || account.mustChange };
    },
    async change(accountId, { current, next, isForced }) {
      const account = await Account.findById(accountId).lean();
      if (!account) {
        throw appError('NOT_SIGNED_IN');
      }
      if (!isForced && !(await verifyPassword(current ?? '', account.passwordHash ?? null))) {
        throw appError('WRONG_PASSWORD', { field: 'current' });
      }
      const numbers =
        account.kind === 'learner' ? await services.learners.passwordTaboos(String(account.subjectId)) : [];
      const verdict = checkPassword(next, { names: [account.name ?? '', ...numbers] });
      if (!verdict.ok) {
        throw appError('WEAK_PASSWORD', { message: verdict.message, field: 'next' });
      }
      const isSame = (await matches(account, next)) !== null;
      if (isSame) {
        throw appError('WEAK_PASSWORD', { message: '新密码不能与原密码相同', field: 'next' });
      }
      const passwordHash = await hashPassword(next);
      await Account.updateOne(
        { _id: account._id },
        { $set: { passwordHash, mustChange: false, failures: 0 }, $unset: { oneTime: 1, lockedUntil: 1 } },
      );
    },
    async issueOneTime(kind, subjectId) {
      const password = composeOneTimePassword(random.bytes(64));
      const oneTime = {
        hash: await hashPassword(password),
        expiresAt: new Date(clock.now() + ONE_TIME_MINUTES * 60_000),
      };
      await Account.updateOne(
        { kind, subjectId: new Types.ObjectId(subjectId) },
        // Who proved himself by phone or WeChat is not kept out by somebody else's wrong guesses.
        { $set: { oneTime, failures: 0 }, $unset: { lockedUntil: 1 }, $setOnInsert: { mustChange: false } },
        { upsert: true },
      );
      return { password, minutes: ONE_TIME_MINUTES };
    },
    async create({ kind, name, subjectId, password }) {
      const passwordHash = await hashPassword(password);
      await Account.updateOne(
        { kind, subjectId },
        { $setOnInsert: { name, passwordHash, mustChange: false, failures: 0 } },
        { upsert: true },
      );
    },
    get: async (accountId) => Account.findById(accountId).lean(),
  };
}

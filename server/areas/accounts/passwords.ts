import { normaliseIdNo } from '@common/rules/idNo';
import { checkPassword, isComposedShape } from '@common/rules/passwords';
import { isPersonnelNo } from '@common/rules/personnelNo';
import { Types } from 'mongoose';
import { appError } from '../../http/errors';
import type { Platform } from '../../platform';
import { hashPassword, verifyPassword } from '../../platform/passwordHash';
import type { Services } from '../services';
import { createIssuedPasswords, type IssuedPasswords } from './issuedPasswords';
import { type AccountDoc, accountModel, type OneTime } from './model';
import type { SignInGuard, SignInSource } from './signInGuard';

/** No learner's id: what is looked up for a number that is nobody's. */
export const NOBODY = '0'.repeat(24);

export interface Passwords extends IssuedPasswords {
  /**
   * The account that a name and password open.
   * @throws AppError WRONG_CREDENTIALS, ACCOUNT_LOCKED, CAPTCHA_REQUIRED: each the same for an unknown name.
   */
  open(
    name: string,
    password: string,
    source: SignInSource,
  ): Promise<{ account: AccountDoc; mustChange: boolean }>;
  /** Sets a new password. @throws AppError WRONG_PASSWORD, WEAK_PASSWORD. */
  change(accountId: string, given: { current?: string; next: string; isForced: boolean }): Promise<void>;
  /** @throws AppError WEAK_PASSWORD, saying what to change. */
  checkNew(kind: AccountDoc['kind'], subjectId: string, next: string, accountName?: string): Promise<void>;
  /** Sets a learner's password, checked before, whatever it was; makes his account where he has none. Answers its id. */
  setForgotten(learnerId: string, next: string): Promise<string>;
  /** Makes the account of a unit or authority, with a password. */
  create(account: {
    kind: AccountDoc['kind'];
    name: string;
    subjectId: Types.ObjectId;
    password: string;
  }): Promise<void>;
  get(accountId: string): Promise<AccountDoc | null>;
  ofSubject(kind: AccountDoc['kind'], subjectId: string): Promise<AccountDoc | null>;
  /** Which of these subjects have an account. */
  withAccount(kind: AccountDoc['kind'], subjectIds: string[]): Promise<Set<string>>;
}

export function createPasswords(platform: Platform, services: Services, guard: SignInGuard): Passwords {
  const { mongo, clock } = platform;
  const Account = accountModel(mongo);

  /** 账号: a unit's own name, or a learner's 医通卡号 or 身份证号 (manual 004). */
  async function find(name: string): Promise<AccountDoc | null> {
    const named = await Account.findOne({ name: name.trim() }).lean();
    if (named) {
      return named;
    }
    const text = normaliseIdNo(name);
    const learner = isPersonnelNo(text)
      ? await services.learners.findByPersonnelNo(text)
      : await services.learners.findByIdNo(text);
    // As many look-ups for a number that is nobody's.
    return Account.findOne({ kind: 'learner', subjectId: learner?._id ?? new Types.ObjectId(NOBODY) }).lean();
  }

  /**
   * By which of its passwords the account opens. How long it takes tells of what was typed only: not whether there is such an
   * account, nor whether it was given a one-time password.
   */
  async function match(account: AccountDoc | null, password: string): Promise<'own' | 'oneTime' | null> {
    if (isComposedShape(password) && (await verifyPassword(password, openHash(account?.oneTime)))) {
      return 'oneTime';
    }
    return (await verifyPassword(password, account?.passwordHash ?? null)) ? 'own' : null;
  }

  const openHash = (oneTime?: OneTime): string | null =>
    oneTime && !oneTime.usedAt && oneTime.expiresAt.getTime() > clock.now() ? oneTime.hash : null;

  /** What is for one sign-in ends with it: of two at once only one gets through. */
  async function spend({ _id, oneTime }: AccountDoc): Promise<boolean> {
    if (!oneTime?.isForOnce) {
      return true;
    }
    const spent = await Account.updateOne(
      { _id, 'oneTime.hash': oneTime.hash, 'oneTime.usedAt': { $exists: false } },
      { $set: { 'oneTime.usedAt': new Date(clock.now()) } },
    );
    return spent.modifiedCount === 1;
  }

  /** Whether it is what he has, or the one-time password that he came by. */
  async function isPresent({ passwordHash, oneTime }: AccountDoc, password: string): Promise<boolean> {
    const hashes = [passwordHash, oneTime?.hash].filter((hash) => hash !== undefined);
    return (await Promise.all(hashes.map(async (hash) => verifyPassword(password, hash)))).includes(true);
  }

  async function checkNew(kind: AccountDoc['kind'], subjectId: string, next: string, accountName = '') {
    const numbers = kind === 'learner' ? await services.learners.passwordTaboos(subjectId) : [];
    const verdict = checkPassword(next, { names: [accountName, ...numbers] });
    if (!verdict.ok) {
      throw appError('WEAK_PASSWORD', { message: verdict.message, field: 'next' });
    }
  }

  return {
    ...createIssuedPasswords(platform, services, Account, guard),
    async open(name, password, source) {
      const account = await find(name);
      const who = account ? String(account._id) : `name ${spellingOf(name)}`;
      await guard.admit(who, source);
      const by = await match(account, password);
      if (!account || !by) {
        return guard.refuse(who, source);
      }
      await guard.pass(who);
      if (by === 'oneTime' && !(await spend(account))) {
        return guard.refuse(who, source);
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
      await checkNew(account.kind, String(account.subjectId), next, account.name);
      if (await isPresent(account, next)) {
        throw appError('WEAK_PASSWORD', { message: '新密码不能与原密码相同', field: 'next' });
      }
      const passwordHash = await hashPassword(next);
      await Account.updateOne(
        { _id: account._id },
        { $set: { passwordHash, mustChange: false }, $unset: { oneTime: 1 } },
      );
      await guard.lift(accountId);
    },
    checkNew,
    async setForgotten(learnerId, next) {
      const passwordHash = await hashPassword(next);
      const { _id } = await Account.findOneAndUpdate(
        { kind: 'learner', subjectId: new Types.ObjectId(learnerId) },
        { $set: { passwordHash, mustChange: false }, $unset: { oneTime: 1 } },
        { upsert: true, returnDocument: 'after' },
      ).lean();
      await guard.lift(String(_id));
      return String(_id);
    },
    async create({ kind, name, subjectId, password }) {
      const passwordHash = await hashPassword(password);
      await Account.updateOne(
        { kind, subjectId },
        { $setOnInsert: { name, passwordHash, mustChange: false } },
        { upsert: true },
      );
    },
    ofSubject: async (kind, subjectId) =>
      Account.findOne({ kind, subjectId: new Types.ObjectId(subjectId) }).lean(),
    get: async (accountId) => Account.findById(accountId).lean(),
    async withAccount(kind, subjectIds) {
      const ids = subjectIds.map((id) => new Types.ObjectId(id));
      const found = await Account.find({ kind, subjectId: { $in: ids } }, { subjectId: 1 }).lean();
      return new Set(found.map(({ subjectId }) => String(subjectId)));
    },
  };
}

/** One spelling for what would find one account: numbers of people are read however they are typed, names as they stand. */
function spellingOf(name: string): string {
  const number = normaliseIdNo(name);
  return /^\d{17}[\dX]$/.test(number) || isPersonnelNo(number) ? number : name.trim();
}

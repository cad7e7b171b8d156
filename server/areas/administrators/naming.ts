import type { administrators } from '@common/contract/administrators';
import type { OutputOf, ParsedInputOf } from '@common/contract/endpoint';
import { maskPhone } from '@common/rules/phone';
import { codesOf, PERMISSIONS } from '@common/terms';
import { appError } from '../../http/errors';
import type { SessionRecord } from '../../http/sessions';
import { typedPhone } from '../../http/typedPhone';
import type { Platform } from '../../platform';
import type { Services } from '../services';
import { type AdministratorDoc, administratorModel } from './model';
import { checkName, ofSubject, type Subject } from './policy';
import { phoneOf, presentChoice } from './presenter';
import type { Roster } from './roster';

type Who = ParsedInputOf<typeof administrators.sendAdministratorCode>;

/** What became of it: who it is, and whether he entered himself just now. */
export interface Named {
  administrator: AdministratorDoc;
  isNew: boolean;
  session: SessionRecord;
}

export interface Naming {
  choices(subject: Subject): Promise<OutputOf<typeof administrators.administratorChoices>['items']>;
  /** Sends the code to the chosen one's own phone, or to a new one's. @throws AppError NOT_FOUND, ADMINISTRATOR_EXISTS, INVALID_INPUT. */
  sendCode(subject: Subject, who: Who): Promise<{ retryAfter: number; phoneMasked: string }>;
  /** Makes the token's session one of this person. @throws AppError SMS_CODE_INVALID and those of `sendCode`. */
  choose(subject: Subject, who: Who, smsCode: string, token: string): Promise<Named>;
}

/** After the account's password: who it is that signs in (manual 000 §1.3), proved by a code to his own phone. */
export function createNaming(platform: Platform, services: Services, roster: Roster): Naming {
  const { mongo, cipher, clock } = platform;
  const Administrator = administratorModel(mongo);

  async function chosen(subject: Subject, id: string): Promise<AdministratorDoc> {
    const found = await Administrator.findOne({ _id: id, ...ofSubject(subject) })
      .select('+phone')
      .lean();
    if (!found) {
      throw appError('NOT_FOUND', {
        message: '没有找到该管理员，可能已被移除，请重新选择',
        field: 'administratorId',
      });
    }
    return found;
  }

  /** @throws AppError ADMINISTRATOR_EXISTS where he stands in the list already: then he need not be entered. */
  async function newcomer(subject: Subject, { name, phone }: Who): Promise<{ name: string; phone: string }> {
    if (!name || !phone) {
      throw appError('INVALID_INPUT', {
        message: '请选择姓名，或者填写姓名和手机号',
        field: name ? 'phone' : phone ? 'name' : 'administratorId',
      });
    }
    const given = { name: checkName(name), phone: typedPhone(phone) };
    const phoneHash = cipher.hash('phone', given.phone);
    if (await Administrator.exists({ ...ofSubject(subject), phoneHash })) {
      throw appError('ADMINISTRATOR_EXISTS', { field: 'phone' });
    }
    return given;
  }

  /** The phone is proved before anything is written. */
  async function prove(
    subject: Subject,
    who: Who,
    smsCode: string,
  ): Promise<Pick<Named, 'administrator' | 'isNew'>> {
    if (who.administratorId) {
      const administrator = await chosen(subject, who.administratorId);
      await services.accounts.smsCodes.redeem(phoneOf(cipher, administrator), smsCode, 'administrator');
      return { administrator, isNew: false };
    }
    const given = await newcomer(subject, who);
    await services.accounts.smsCodes.redeem(given.phone, smsCode, 'administrator');
    const permissions = { ifFirst: codesOf(PERMISSIONS) };
    const administrator = await roster.enter(subject, { ...given, permissions, isConfirmed: true });
    return { administrator, isNew: true };
  }

  return {
    async choices(subject) {
      const all = await Administrator.find(ofSubject(subject))
        .select('+phone')
        .sort({ lastSignInAt: -1, createdAt: 1 })
        .lean();
      return all.map((administrator) => presentChoice(cipher, administrator));
    },
    async sendCode(subject, who) {
      const phone = who.administratorId
        ? phoneOf(cipher, await chosen(subject, who.administratorId))
        : (await newcomer(subject, who)).phone;
      const retryAfter = await services.accounts.smsCodes.send(phone, 'administrator');
      return { retryAfter, phoneMasked: maskPhone(phone) };
    },
    async choose(subject, who, smsCode, token) {
      const { administrator, isNew } = await prove(subject, who, smsCode);
      const administratorId = String(administrator._id);
      const session = await services.accounts.sessions.rewrite(token, { administratorId });
      // After the session knows him: who is removed at this moment is missed here or his session is ended there.
      const signedIn = await Administrator.findOneAndUpdate(
        { _id: administrator._id },
        { $set: { isConfirmed: true, lastSignInAt: new Date(clock.now()) } },
        { returnDocument: 'after' },
      ).lean();
      if (!signedIn) {
        await services.accounts.sessions.close(token);
      }
      if (!session || !signedIn) {
        throw appError('NOT_SIGNED_IN');
      }
      return { administrator: signedIn, isNew, session };
    },
  };
}

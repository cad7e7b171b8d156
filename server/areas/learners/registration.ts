import { createHash } from 'node:crypto';
import type { ParsedInputOf } from '@common/contract/endpoint';
import type { LearnerSelf, learners } from '@common/contract/learners';
import { checkIdNo } from '@common/rules/idNo';
import { isPersonName, normaliseName } from '@common/rules/personName';
import { isPhone, normalisePhone } from '@common/rules/phone';
import { dayOf } from '@common/rules/shanghaiTime';
import { Types } from 'mongoose';
import { appError } from '../../http/errors';
import type { Platform } from '../../platform';
import { isDuplicate } from '../../platform/mongo';
import type { UnitDoc } from '../regions-units/model';
import type { Services } from '../services';
import { learnerModel } from './model';
import { presentSelf, sealedTo } from './presenter';

type RegisterInput = ParsedInputOf<typeof learners.register>;
type ResubmitInput = ParsedInputOf<typeof learners.resubmit>;

export interface Registration {
  register(identityId: string, input: RegisterInput): Promise<LearnerSelf>;
  resubmit(learnerId: string, input: ResubmitInput): Promise<LearnerSelf>;
}

const PHONE_KEPT_SECONDS = 600;

/** 个人注册 (manual 003 §三): whether an idNo is registered is decided by the unique index on its hash, never by a look. */
export function createRegistration(platform: Platform, services: Services): Registration {
  const { mongo, redis, cipher, clock, wechat } = platform;
  const Learner = learnerModel(mongo);

  const checkName = (given: string) => {
    const name = normaliseName(given);
    if (!isPersonName(name)) {
      throw appError('INVALID_INPUT', { message: '请填写与身份证一致的姓名', field: 'name' });
    }
    return name;
  };

  async function unitOf(unitId: string): Promise<UnitDoc> {
    const unit = await services.regionsUnits.unit(unitId);
    if (!unit) {
      throw appError('UNIT_UNKNOWN', { field: 'unitId' });
    }
    return unit;
  }

  /** WeChat gives a number once for a code: kept a while, so that a form refused for another field can be sent again. */
  async function phoneByCode(identityId: string, code: string): Promise<string> {
    const bound = `phoneCode:${identityId}:${createHash('sha256').update(code).digest('base64url')}`;
    const kept = await redis.get(bound);
    if (kept) {
      return cipher.open(bound, kept);
    }
    let phone: string;
    try {
      phone = normalisePhone(await wechat.phoneNumber(code));
    } catch (err) {
      platform.log.warn({ err }, 'phone number');
      throw appError('PHONE_CODE_INVALID', { field: 'phoneCode' });
    }
    await redis.set(bound, cipher.seal(bound, phone), 'EX', PHONE_KEPT_SECONDS);
    return phone;
  }

  async function provenPhone(identityId: string, input: RegisterInput): Promise<string> {
    if (input.phoneCode) {
      return phoneByCode(identityId, input.phoneCode);
    }
    const phone = normalisePhone(input.phone ?? '');
    if (!isPhone(phone)) {
      throw appError('INVALID_INPUT', { message: '手机号格式不正确，请输入11位手机号', field: 'phone' });
    }
    await services.accounts.smsCodes.check(phone, input.smsCode ?? '');
    return phone;
  }

  return {
    async register(identityId, input) {
      const name = checkName(input.name);
      const idNo = checkIdNo(input.idNo, dayOf(clock.now()));
      if (!idNo.ok) {
        throw appError('INVALID_INPUT', { message: idNo.message, field: 'idNo' });
      }
      const unit = await unitOf(input.unitId);
      const identity = await services.accounts.identities.get(identityId);
      if (identity?.learnerId) {
        throw appError('IDENTITY_HAS_LEARNER');
      }
      const phone = await provenPhone(identityId, input);
      const _id = new Types.ObjectId();
      const now = new Date(clock.now());
      const learner = {
        _id,
        name,
        idNo: cipher.seal(sealedTo('idNo', _id), idNo.idNo),
        idNoHash: cipher.hash('idNo', idNo.idNo),
        phone: cipher.seal(sealedTo('phone', _id), phone),
        phoneHash: cipher.hash('phone', phone),
        sex: idNo.sex,
        title: input.title,
        unitId: unit._id,
        department: input.department,
        approval: { state: 'pending' as const, submittedAt: now },
        createdAt: now,
      };
      let identityIds: string[] = [];
      try {
        await mongo.transaction(async (session) => {
          await Learner.create([learner], { session });
          identityIds = await services.accounts.identities.bind(identityId, _id, session);
        });
      } catch (error) {
        if (isDuplicate(error, 'idNoHash')) {
          throw appError('IDNO_TAKEN', { field: 'idNo' });
        }
        throw isDuplicate(error) ? appError('IDENTITY_HAS_LEARNER') : error;
      }
      await services.accounts.smsCodes.spend(phone);
      for (const bound of identityIds) {
        await services.accounts.sessions.learnerRegistered(bound, String(_id));
      }
      return presentSelf(cipher, learner, unit);
    },
    async resubmit(learnerId, input) {
      const name = checkName(input.name);
      const unit = await unitOf(input.unitId);
      const { title, department } = input;
      const learner = await Learner.findOneAndUpdate(
        { _id: learnerId, 'approval.state': { $ne: 'approved' } },
        {
          $set: {
            name,
            title,
            department,
            unitId: unit._id,
            approval: { state: 'pending', submittedAt: new Date(clock.now()) },
          },
        },
        { returnDocument: 'after' },
      )
        .select('+idNo +phone')
        .lean();
      if (!learner) {
        throw appError('LEARNER_NOT_EDITABLE');
      }
      return presentSelf(cipher, learner, unit);
    },
  };
}

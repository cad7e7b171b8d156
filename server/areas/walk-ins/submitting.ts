import type { Receipt } from '@common/contract/checkIns';
import type { ParsedInputOf } from '@common/contract/endpoint';
import type { walkIns } from '@common/contract/walkIns';
import { normaliseIdNo } from '@common/rules/idNo';
import { normaliseName } from '@common/rules/personName';
import { normalisePhone } from '@common/rules/phone';
import { dayOf } from '@common/rules/shanghaiTime';
import { bearerOf, firstFault, walkInFaults } from '@common/rules/walkInForm';
import { Types } from 'mongoose';
import { appError } from '../../http/errors';
import type { SessionRecord } from '../../http/sessions';
import type { Platform } from '../../platform';
import { isDuplicate } from '../../platform/mongo';
import type { FullActivity } from '../activities/service';
import { isPlaceRequired } from '../check-ins/evidence';
import { insistOnPrivacy } from '../learners/consents';
import type { LearnerDoc } from '../learners/model';
import type { Services } from '../services';
import type { Begun } from './begun';
import { type WalkInDoc, type WalkInSwipe, walkInModel } from './model';
import { sealedTo } from './presenter';
import { identityOf, type WalkInsWorkshop } from './workshop';

export type WalkInInput = ParsedInputOf<typeof walkIns.submitWalkIn>;

export interface Submitting {
  /**
   * 签到登记表 handed in with a scan of the 签到二维码. A registered and approved learner with this number and name has a check-in
   * at once; anybody else an attendance record that becomes one with his approval. The same scan again answers the same.
   * @throws AppError INVALID_INPUT at a field, CLAIM_EXPIRED, CLAIM_NOT_YOURS, WALK_IN_CLOSED, WALK_IN_DIFFERS, PRIVACY_CHANGED,
   * PLACE_REQUIRED, FACE_REQUIRED.
   */
  submit(session: SessionRecord, input: WalkInInput): Promise<Receipt>;
}

export function createSubmitting(
  { mongo, cipher, clock }: Platform,
  services: Services,
  begun: Begun,
  workshop: WalkInsWorkshop,
): Submitting {
  const WalkIn = walkInModel(mongo);
  const differs = () => appError('WALK_IN_DIFFERS', { field: 'name' });

  /** The typed fields in their one spelling; sex and age as the idNo tells them. */
  function formOf(input: WalkInInput) {
    const today = dayOf(clock.now());
    const fault = firstFault(walkInFaults({ ...input, education: input.education ?? null }, today));
    if (fault) {
      throw appError('INVALID_INPUT', fault);
    }
    const idNo = normaliseIdNo(input.idNo);
    const { unitName, department, unitPlace, isGrassroots, title, post, education } = input;
    return {
      numbers: { idNo, phone: normalisePhone(input.phone) },
      fields: {
        name: normaliseName(input.name),
        sex: input.sex,
        age: input.age,
        ...bearerOf(idNo, today),
        ...{ unitName, department, unitPlace, isGrassroots, title, post },
        ...(education && { education }),
        consent: { version: input.privacyVersion, at: new Date(clock.now()) },
      },
    };
  }
  type Form = ReturnType<typeof formOf>;

  const phoneOf = ({ numbers: { phone } }: Form, id: Types.ObjectId) => ({
    phone: cipher.seal(sealedTo('phone', id), phone),
    phoneHash: cipher.hash('phone', phone),
  });

  /** One form for each person and activity; a further scan is added to it, and what he corrected taken over. */
  async function put(session: SessionRecord, form: Form, { activity }: FullActivity, swipe: WalkInSwipe) {
    const his = { activityId: activity._id, idNoHash: cipher.hash('idNo', form.numbers.idNo) };
    const before = await WalkIn.findOne(his).lean();
    if (before && before.name !== form.fields.name) {
      throw differs();
    }
    if (before) {
      return workshop.addSwipe(before, swipe, { ...form.fields, ...phoneOf(form, before._id) });
    }
    const _id = new Types.ObjectId();
    const row: WalkInDoc = {
      _id,
      ...his,
      identityId: identityOf(session),
      ...form.fields,
      idNo: cipher.seal(sealedTo('idNo', _id), form.numbers.idNo),
      ...phoneOf(form, _id),
      swipes: [swipe],
      isOpen: true,
      createdAt: new Date(clock.now()),
    };
    await WalkIn.create([row]);
    return { row, repeated: false };
  }

  async function putOnce(...given: Parameters<typeof put>): ReturnType<typeof put> {
    try {
      return await put(...given);
    } catch (error) {
      if (!isDuplicate(error)) {
        throw error;
      }
      // His other tap was faster and made the form; or the scan was used for somebody else.
      const [, { numbers }, { activity }] = given;
      const idNoHash = cipher.hash('idNo', numbers.idNo);
      if (await WalkIn.exists({ activityId: activity._id, idNoHash })) {
        return put(...given);
      }
      throw workshop.isUsed();
    }
  }

  /** @throws AppError WALK_IN_CLOSED, PLACE_REQUIRED, FACE_REQUIRED. */
  async function insistOpen(full: FullActivity, input: WalkInInput, isLearner: boolean) {
    const { checkIn: rules } = await services.regionsUnits.settings(full.unit.regionCode);
    if (!rules.hasWalkInForm) {
      throw appError('WALK_IN_CLOSED');
    }
    if (isPlaceRequired({ full, rules }) && !input.place) {
      throw appError('PLACE_REQUIRED');
    }
    if (rules.isFaceRequired && isLearner) {
      throw appError('FACE_REQUIRED', { message: '您已注册，请用本人微信扫码，通过人脸核身后签到' });
    }
  }

  const heldWords = (learner: LearnerDoc | null) => ({
    kind: 'unapproved' as const,
    words: learner
      ? '签到已登记。您的注册正在等待单位审核，审核通过后自动计入考勤'
      : '签到已登记。注册并由单位审核通过后，自动计入考勤并可获得学分',
  });

  return {
    async submit(session, input) {
      insistOnPrivacy(input.privacyVersion);
      const form = formOf(input);
      const { scan } = await begun.begin(session, input.claimId);
      if (scan.direction !== 'in') {
        throw appError('WALK_IN_CLOSED', { message: '这是撤离二维码，请扫描签到二维码登记' });
      }
      const full = await services.activities.get(scan.activityId);
      const learner = await services.learners.findByIdNo(form.numbers.idNo);
      if (learner && learner.name !== form.fields.name) {
        throw differs();
      }
      const approved = learner?.approval.state === 'approved' ? learner : null;
      await insistOpen(full, input, Boolean(approved));
      const swipe = workshop.swipeOf(input.claimId, scan, full, input);
      // First what decides whose scan it is.
      const written = approved && (await workshop.record(full, approved, swipe, 'form'));
      const { row, repeated } = await putOnce(session, form, full, swipe);
      if (approved) {
        await workshop.settle(row, approved);
      }
      return workshop.receipt(
        full,
        { name: form.fields.name, walkIn: row, ...(approved && { learner: approved }) },
        {
          id: written?.row._id ?? row._id,
          swipe: written?.row ?? swipe,
          repeated: written?.repeated ?? repeated,
          held: approved ? null : heldWords(learner),
        },
      );
    },
  };
}

import type { ParsedInputOf } from '@common/contract/endpoint';
import type { learners } from '@common/contract/learners';
import type { Correction } from '@common/contract/profile';
import { dayOf } from '@common/rules/shanghaiTime';
import { type ClientSession, Types } from 'mongoose';
import { appError } from '../../http/errors';
import type { Platform } from '../../platform';
import { isDuplicate, pageOf } from '../../platform/mongo';
import type { Services } from '../services';
import { insistOnName } from './details';
import { type CorrectionDoc, correctionModel, type LearnerDoc, learnerModel } from './model';
import type { PhotoOwner, Photos } from './photos';
import { type ByUnit, doneByLearner, doneByUnit, PRESENT } from './policy';
import { presentCorrection } from './presenter';

type RequestInput = ParsedInputOf<typeof learners.requestCorrection>;
type ListInput = ParsedInputOf<typeof learners.listCorrections>;
type DecideInput = ParsedInputOf<typeof learners.decideCorrection>;

/** 职称变更 and 姓名更正: what an approved learner cannot change by himself. */
export interface Corrections {
  /** @throws AppError LEARNER_NOT_APPROVED, CORRECTION_OPEN, PHOTO_INVALID, INVALID_INPUT. */
  request(
    owner: PhotoOwner & { learnerId: string },
    input: RequestInput,
    requestId: string,
  ): Promise<Correction>;
  /** The latest first. */
  ofLearner(learnerId: string): Promise<Correction[]>;
  /** Those of a unit: what waits in the order in which it came, else the latest first. */
  ofUnit(unitId: string, query: ListInput): Promise<{ items: CorrectionDoc[]; total: number }>;
  present(doc: CorrectionDoc): Correction;
  /** Decides once. @throws AppError REASON_REQUIRED, REQUEST_DECIDED, NOT_FOUND. */
  decide(by: ByUnit, input: DecideInput): Promise<Correction>;
}

export function createCorrections(
  { mongo, clock }: Platform,
  services: Services,
  photos: Photos,
): Corrections {
  const Learner = learnerModel(mongo);
  const Correction = correctionModel(mongo);
  const present = (doc: CorrectionDoc) => presentCorrection(doc, photos.url(doc.proofId));

  async function accept(doc: CorrectionDoc, session: ClientSession): Promise<void> {
    const learner = await Learner.findById(doc.learnerId, null, { session }).orFail().lean();
    await Learner.updateOne({ _id: learner._id }, changeOf(doc, learner), { session });
  }

  return {
    present,
    async request(owner, input, requestId) {
      const { learnerId } = owner;
      const learner = await Learner.findOne({ _id: learnerId, ...PRESENT }).lean();
      if (learner?.approval.state !== 'approved' || !learner.unitId) {
        throw appError('LEARNER_NOT_APPROVED', {
          message: '单位审核通过前可直接修改注册信息并重新提交，不需要申请更正',
        });
      }
      const asked = askedFor(input, learner, dayOf(clock.now()));
      const doc: CorrectionDoc = {
        _id: new Types.ObjectId(),
        learnerId: learner._id,
        unitId: learner.unitId,
        ...asked,
        note: input.note,
        state: 'waiting',
        submittedAt: new Date(clock.now()),
        open: true,
      };
      try {
        await mongo.transaction(async (session) => {
          if (input.proofId) {
            doc.proofId = await photos.use(input.proofId, owner, learnerId, 'proofId', session);
          }
          await Correction.create([doc], { session });
        });
      } catch (error) {
        throw isDuplicate(error) ? appError('CORRECTION_OPEN') : error;
      }
      await services.audit.append(doneByLearner(learnerId, 'learner.correction-requested', requestId));
      return present(doc);
    },
    async ofLearner(learnerId) {
      const found = await Correction.find({ learnerId: new Types.ObjectId(learnerId) })
        .sort({ submittedAt: -1, _id: -1 })
        .lean();
      return found.map(present);
    },
    async ofUnit(unitId, { state, page, pageSize }) {
      const filter = { unitId: new Types.ObjectId(unitId), ...(state !== 'all' && { state }) };
      const order = state === 'waiting' ? 1 : -1;
      const sort = { submittedAt: order, _id: order } as const;
      const { rows, total } = await pageOf(Correction, filter, sort, { page, pageSize });
      return { items: rows, total };
    },
    async decide(by, { correctionId, decision, reason }) {
      const isAccepted = decision === 'accept';
      if (!isAccepted && !reason) {
        throw appError('REASON_REQUIRED', { field: 'reason', message: '请填写不通过的原因' });
      }
      const his = { _id: correctionId, unitId: new Types.ObjectId(by.unitId) };
      let decided: CorrectionDoc | null = null;
      await mongo.transaction(async (session) => {
        decided = await Correction.findOneAndUpdate(
          { ...his, state: 'waiting' },
          {
            $set: {
              state: isAccepted ? 'accepted' : 'refused',
              decidedAt: new Date(clock.now()),
              ...(reason && { reason }),
            },
            $unset: { open: 1 },
          },
          { session, returnDocument: 'after' },
        ).lean();
        if (!decided) {
          throw appError((await Correction.exists(his)) ? 'REQUEST_DECIDED' : 'NOT_FOUND');
        }
        if (isAccepted) {
          await accept(decided, session);
          await services.accounts.identities.forgetName(String(decided.learnerId), session);
        }
        await services.notifications.tell(
          String(decided.learnerId),
          {
            key: `correction-${correctionId}`,
            kind: 'approval',
            title: isAccepted ? '更正申请已通过' : '更正申请未通过',
            lines: isAccepted ? ['您的资料已更新。'] : [`原因：${reason ?? ''}`, '请修改后重新申请。'],
            page: 'profile/corrections/index',
          },
          session,
        );
      });
      const doc = decided as unknown as CorrectionDoc;
      await services.audit.append(
        doneByUnit(
          by,
          isAccepted ? 'learner.correction-accepted' : 'learner.correction-refused',
          doc.learnerId,
          reason,
        ),
      );
      return present(doc);
    },
  };
}

/** What a request changes, with what stands now. @throws AppError INVALID_INPUT where it would change nothing. */
function askedFor(
  input: RequestInput,
  { name, title, details }: LearnerDoc,
  today: string,
): Pick<CorrectionDoc, 'kind' | 'before' | 'after' | 'since'> {
  if (input.kind === 'name') {
    const after = insistOnName(input.name);
    if (after === name) {
      throw appError('INVALID_INPUT', { message: '与现在的姓名相同，不需要更正', field: 'name' });
    }
    return { kind: 'name', before: name, after };
  }
  if (input.since > today) {
    throw appError('INVALID_INPUT', { message: '职称取得时间不能晚于今天', field: 'since' });
  }
  if (input.title === title && input.since === details?.titleSince) {
    throw appError('INVALID_INPUT', { message: '与现在的职称和取得时间相同，不需要变更', field: 'title' });
  }
  return { kind: 'title', before: title, after: input.title, since: input.since };
}

/** An accepted correction as an update: the title held until now becomes history; only a date corrected leaves none. */
function changeOf({ kind, after, since }: CorrectionDoc, { title, details }: LearnerDoc) {
  if (kind === 'name') {
    return { $set: { name: after } };
  }
  const former = { title, ...(details?.titleSince && { since: details.titleSince }) };
  return {
    $set: { title: after, 'details.titleSince': since },
    ...(after !== title && { $push: { formerTitles: { $each: [former], $position: 0 } } }),
  };
}

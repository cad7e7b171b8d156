import type { ApplicationView, applications } from '@common/contract/applications';
import type { OutputOf, ParsedInputOf } from '@common/contract/endpoint';
import { NEEDS_REASON } from '@common/rules/review';
import { Types } from 'mongoose';
import { appError } from '../../http/errors';
import type { Platform } from '../../platform';
import { decideEach } from '../../reviews/decideEach';
import type { By } from '../regions-units/authorities';
import type { Services } from '../services';
import type { ApplicationDoc } from './model';
import { mayDecide } from './policy';
import type { ApplicationDeed, ApplicationsWorkshop } from './workshop';

/** 项目审核: the unit's 科教 department, then the authorities of the chain. */
export interface Reviewing {
  /** Each by itself. @throws AppError REASON_REQUIRED, NOT_FOUND where none of them is the reviewer's business. */
  decide(
    given: ParsedInputOf<typeof applications.decideApplications>,
    by: By,
  ): Promise<OutputOf<typeof applications.decideApplications>>;
  /** 专家意见, by the authority whose turn it is. @throws AppError NOT_FOUND, MOVE_REFUSED. */
  addOpinion(given: ParsedInputOf<typeof applications.addOpinion>, by: By): Promise<ApplicationView>;
}

const DEEDS = {
  pass: 'passed',
  return: 'returned',
  reject: 'rejected',
} as const satisfies Record<string, ApplicationDeed>;
const MOST_OPINIONS = 50;

export function createReviewing(
  { clock }: Platform,
  services: Services,
  { Application, reviews, viewer, seen, view, audit }: ApplicationsWorkshop,
): Reviewing {
  const now = () => new Date(clock.now());

  /** With what a decision changes beside the state. */
  const decideOne =
    ({ decision, reason, pages }: ParsedInputOf<typeof applications.decideApplications>, { actor }: By) =>
    async (doc: ApplicationDoc, version: number): Promise<ApplicationDoc> => {
      const others = doc.decidedBy.filter((id) => String(id) !== actor.id);
      return reviews.move(
        Application,
        doc,
        { move: decision, actor, version, reason, pages: decision === 'return' ? pages : [] },
        {
          set: {
            decidedBy: [...others, new Types.ObjectId(actor.id)],
            updatedAt: now(),
            // The project may be filed anew.
            ...(decision === 'reject' && doc.isCurrentFiling && { isCurrentFiling: false }),
          },
        },
      );
    };

  const tellReturned = async ({ _id, version, unitId, form }: ApplicationDoc) =>
    services.officeMessages.tellUnit({
      unitId: String(unitId),
      permission: 'holdActivities',
      key: `application-returned-${_id}-${version}`,
      text: `项目申报“${form.basics.name}”被退回修改，请登录管理控制台，在“项目申报与备案”中查看原因，修改后重新提交。`,
    });

  return {
    async decide(given, by) {
      const { items, decision, reason, pages } = given;
      const hasReason = reason !== '' || (decision === 'return' && pages.length > 0);
      if (NEEDS_REASON.includes(decision) && !hasReason) {
        throw appError('REASON_REQUIRED', {
          message: decision === 'return' ? '请填写退回修改的原因' : '请填写审核不通过的原因',
          field: 'reason',
        });
      }
      const mine = mayDecide(await viewer(by.actor));
      const { results, decided } = await decideEach<ApplicationDoc>({
        items,
        decide: decideOne(given, by),
        async find(ids) {
          const found = await Application.find({
            _id: { $in: ids.map((id) => new Types.ObjectId(id)) },
            ...mine,
          }).lean();
          return new Map(found.map((doc) => [String(doc._id), doc]));
        },
      });
      await services.audit.append(
        ...decided.map(({ _id }) => ({
          ...by,
          action: `application.${DEEDS[decision]}`,
          subject: `application:${_id}`,
          ...(reason && { reason }),
        })),
      );
      if (decision === 'return') {
        await Promise.all(decided.map(tellReturned));
      }
      return { results };
    },
    async addOpinion({ applicationId, expert, expertTitle, conclusion, text }, by) {
      const doc = await seen(by.actor, applicationId);
      if (!reviews.roleOf(doc, by.actor).includes('reviewer')) {
        throw appError('MOVE_REFUSED', { message: '只有正在审核的部门可以登记专家意见' });
      }
      const authority = await services.regionsUnits.authority(by.actor.id);
      const opinion = { expert, expertTitle, conclusion, text, at: now(), byName: authority?.name ?? '' };
      const added = await Application.findOneAndUpdate(
        {
          _id: doc._id,
          waitingFor: doc.waitingFor,
          [`opinions.${MOST_OPINIONS - 1}`]: { $exists: false },
        },
        { $push: { opinions: opinion } },
        { returnDocument: 'after' },
      ).lean();
      if (!added) {
        throw appError('MOVE_REFUSED', {
          message: `刚刚有人处理过，或专家意见已满${MOST_OPINIONS}条，请刷新后查看`,
        });
      }
      await audit(by, 'opinion-added', doc._id);
      return view(added, by.actor);
    },
  };
}

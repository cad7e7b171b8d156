import type { ApplicationRow, ApplicationView } from '@common/contract/applications';
import { isEditable } from '@common/rules/review';
import { isValidObjectId, type Model, Types } from 'mongoose';
import type { Actor } from '../../http/call';
import { AppError, appError } from '../../http/errors';
import type { Platform } from '../../platform';
import type { ReviewStepDoc } from '../../reviews/model';
import { createReviews, type Reviews } from '../../reviews/reviews';
import type { By } from '../regions-units/authorities';
import type { Services } from '../services';
import { openPhones } from './formPhones';
import { type ApplicationDoc, applicationModel } from './model';
import { sees, showsOpinions, type Viewer } from './policy';
import { type Beside, presentRow, presentView } from './presenter';

/** What the parts of this area share. */
export interface ApplicationsWorkshop {
  Application: Model<ApplicationDoc>;
  reviews: Reviews;
  /** @throws AppError NOT_FOUND for one that is gone. */
  viewer(actor: Pick<Actor, 'kind' | 'id'>): Promise<Viewer>;
  /** @throws AppError NOT_FOUND for what the actor may not see. */
  seen(actor: Pick<Actor, 'kind' | 'id'>, applicationId: string): Promise<ApplicationDoc>;
  rows(docs: ApplicationDoc[], actor: Pick<Actor, 'kind' | 'id'>): Promise<ApplicationRow[]>;
  view(doc: ApplicationDoc, actor: Pick<Actor, 'kind' | 'id'>): Promise<ApplicationView>;
  /** 学时 of one 学分: the rate in force while it is written, then the one that it was handed in under. */
  rateOf(doc: ApplicationDoc, regionCode: string): Promise<number>;
  audit(by: By, deed: ApplicationDeed, applicationId: unknown, reason?: string): Promise<void>;
}

/** What the log says that was done to an application. */
export type ApplicationDeed =
  | 'created'
  | 'submitted'
  | 'withdrawn'
  | 'removed'
  | 'passed'
  | 'returned'
  | 'rejected'
  | 'published'
  | 'opinion-added';

export function createWorkshop(platform: Platform, services: Services): ApplicationsWorkshop {
  const { mongo, cipher } = platform;
  const Application = applicationModel(mongo);
  const reviews = createReviews(platform, services);

  async function viewer({ kind, id }: Pick<Actor, 'kind' | 'id'>): Promise<Viewer> {
    const place = await (kind === 'unit'
      ? services.regionsUnits.unit(id)
      : services.regionsUnits.authority(id));
    if (!place) {
      throw appError('NOT_FOUND');
    }
    return { kind, id, regionCode: place.regionCode };
  }

  async function rateOf(doc: ApplicationDoc, regionCode: string): Promise<number> {
    if (doc.minutesPerCredit && !isEditable(doc.state)) {
      return doc.minutesPerCredit;
    }
    const { minutesPerCredit } = await services.regionsUnits.settings(regionCode);
    return minutesPerCredit[doc.level][doc.form.basics.form];
  }

  /** Of a page of them: each unit is read once. */
  async function beside(
    docs: ApplicationDoc[],
    actor: Pick<Actor, 'kind' | 'id'>,
  ): Promise<(Beside & { doc: ApplicationDoc })[]> {
    const units = await services.regionsUnits.units([...new Set(docs.map(({ unitId }) => String(unitId)))]);
    return Promise.all(
      docs.map(async (doc) => {
        const unit = units.get(String(doc.unitId));
        return {
          doc,
          unitName: unit?.name ?? '已撤销的单位',
          minutesPerCredit: await rateOf(doc, unit?.regionCode ?? ''),
          can: reviews.movesOf(doc, actor),
        };
      }),
    );
  }

  /** The steps ahead of what has not been handed in; none where nobody could review it. */
  async function stepsAhead(doc: ApplicationDoc): Promise<ReviewStepDoc[]> {
    return reviews.chainFor(String(doc.unitId), doc.level).catch((error: unknown) => {
      if (error instanceof AppError) {
        return [];
      }
      throw error;
    });
  }

  return {
    Application,
    reviews,
    viewer,
    rateOf,
    async seen(actor, applicationId) {
      const doc = isValidObjectId(applicationId)
        ? await Application.findOne({
            _id: new Types.ObjectId(applicationId),
            ...sees(await viewer(actor)),
          }).lean()
        : null;
      if (!doc) {
        throw appError('NOT_FOUND');
      }
      return doc;
    },
    async rows(docs, actor) {
      return (await beside(docs, actor)).map(({ doc, ...more }) => presentRow(doc, more));
    },
    async view(doc, actor) {
      const [more] = await beside([doc], actor);
      return presentView(doc, {
        ...(more as Beside),
        form: openPhones(cipher, doc._id, doc.form),
        steps: isEditable(doc.state) ? await stepsAhead(doc) : doc.steps,
        showsOpinions: showsOpinions({ ...actor, regionCode: '' }, doc),
      });
    },
    audit: async (by, deed, applicationId, reason) =>
      services.audit.append({
        ...by,
        action: `application.${deed}`,
        subject: `application:${applicationId}`,
        ...(reason && { reason }),
      }),
  };
}

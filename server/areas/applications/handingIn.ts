import type { ApplicationView } from '@common/contract/applications';
import { missingInApplication } from '@common/rules/application';
import { appError } from '../../http/errors';
import type { Platform } from '../../platform';
import type { By } from '../regions-units/authorities';
import type { Services } from '../services';
import { openPhones } from './formPhones';
import type { ApplicationDoc } from './model';
import type { Windows } from './windows';
import type { ApplicationsWorkshop } from './workshop';

/** 提交上报 and 撤回. */
export interface HandingIn {
  /**
   * Hands it to the first step of the chain. What was sent back once is not bound to the window any more.
   * @throws AppError NOT_FOUND, REVIEW_MOVED, MOVE_REFUSED, INVALID_INPUT with the first fault, WINDOW_CLOSED, NO_REVIEWER.
   */
  submit(unitId: string, given: { applicationId: string; version: number }, by: By): Promise<ApplicationView>;
  /** Takes it back from the reviewers. @throws AppError NOT_FOUND, REVIEW_MOVED, MOVE_REFUSED. */
  withdraw(unitId: string, applicationId: string, by: By): Promise<ApplicationView>;
}

export function createHandingIn(
  { clock, cipher }: Platform,
  services: Services,
  { Application, reviews, seen, view, audit, rateOf }: ApplicationsWorkshop,
  windows: Windows,
): HandingIn {
  const ofUnit = (id: string) => ({ kind: 'unit' as const, id });

  function mustBeComplete(doc: ApplicationDoc): void {
    const [fault] = missingInApplication(openPhones(cipher, doc._id, doc.form), doc.year);
    if (fault) {
      throw appError('INVALID_INPUT', { message: fault.message, field: fault.field });
    }
  }

  return {
    async submit(unitId, { applicationId, version }, by) {
      const doc = await seen(ofUnit(unitId), applicationId);
      if (doc.version !== version) {
        throw appError('REVIEW_MOVED');
      }
      if (!reviews.movesOf(doc, ofUnit(unitId)).includes('submit')) {
        throw appError('MOVE_REFUSED');
      }
      mustBeComplete(doc);
      const unit = await services.regionsUnits.unit(unitId);
      const regionCode = unit?.regionCode ?? '';
      if (!doc.moves.some(({ move }) => move === 'return')) {
        await windows.mustBeOpen(regionCode, doc);
      }
      const steps = await reviews.chainFor(unitId, doc.level);
      const submitted = await reviews.move(
        Application,
        doc,
        { move: 'submit', actor: by.actor, version },
        {
          steps,
          set: {
            minutesPerCredit: await rateOf(doc, regionCode),
            regions: ['', regionCode.slice(0, 2), regionCode.slice(0, 4), regionCode],
            publisherId: steps.at(-1)?.ownerId,
            updatedAt: new Date(clock.now()),
          },
        },
      );
      await audit(by, 'submitted', doc._id);
      return view(submitted, by.actor);
    },
    async withdraw(unitId, applicationId, by) {
      const doc = await seen(ofUnit(unitId), applicationId);
      const withdrawn = await reviews.move(
        Application,
        doc,
        { move: 'withdraw', actor: by.actor },
        // A draft is nobody else's business.
        { set: { regions: [], updatedAt: new Date(clock.now()) } },
      );
      await audit(by, 'withdrawn', doc._id);
      return view(withdrawn, by.actor);
    },
  };
}

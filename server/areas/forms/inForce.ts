import type { FormAnswer, FormQuestion } from '@common/contract/forms';
import { type FormFault, formFault } from '@common/rules/forms';
import type { FormKind } from '@common/terms';
import type { Platform } from '../../platform';
import { isDuplicate } from '../../platform/mongo';
import type { FullActivity } from '../activities/service';
import type { Services } from '../services';
import { createLatest, nearestForm } from './latest';
import { pinnedFormModel } from './model';

export interface InForce {
  /** What is asked about an activity: what it keeps since its first answer, else what its region has now. */
  questionsFor(kind: FormKind, full: FullActivity): Promise<readonly FormQuestion[]>;
  /** The same, kept for good: to be called before the first answer is written. */
  pin(kind: FormKind, full: FullActivity): Promise<readonly FormQuestion[]>;
  /** What is wrong with the answers to what is asked, or null: the activity keeps the form then, and they can be written. */
  accept(kind: FormKind, full: FullActivity, answers: readonly FormAnswer[]): Promise<FormFault | null>;
}

export function createInForce(platform: Platform, services: Services): InForce {
  const Pinned = pinnedFormModel(platform.mongo);
  const latest = createLatest(platform);
  const keyOf = (kind: FormKind, { activity }: FullActivity) => `${kind}:${activity._id}`;

  async function questionsFor(kind: FormKind, full: FullActivity): Promise<readonly FormQuestion[]> {
    const pinned = await Pinned.findById(keyOf(kind, full)).lean();
    if (pinned) {
      return pinned.questions;
    }
    const nearestFirst = await services.regionsUnits.authoritiesOver(full.unit.regionCode);
    return nearestForm(kind, await latest(kind, nearestFirst));
  }

  async function pin(kind: FormKind, full: FullActivity): Promise<readonly FormQuestion[]> {
    const questions = await questionsFor(kind, full);
    const _id = keyOf(kind, full);
    try {
      await Pinned.create({ _id, questions: [...questions] });
      return questions;
    } catch (error) {
      if (!isDuplicate(error)) {
        throw error;
      }
      // Kept before, by another's answer perhaps just now, and perhaps the form before a change.
      return questionsFor(kind, full);
    }
  }

  return {
    questionsFor,
    pin,
    async accept(kind, full, answers) {
      return formFault(await questionsFor(kind, full), answers) ?? formFault(await pin(kind, full), answers);
    },
  };
}

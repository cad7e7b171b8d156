import type { FormQuestion } from '@common/contract/forms';
import { DEFAULT_FORMS } from '@common/rules/forms';
import type { FormKind } from '@common/terms';
import type { Platform } from '../../platform';
import type { AuthorityDoc } from '../regions-units/model';
import { type FormDoc, formModel } from './model';

/** The last version of a form that each of some authorities has written; null where it has never written one. */
export function createLatest({ mongo }: Platform) {
  const Form = formModel(mongo);
  return async (
    kind: FormKind,
    authorities: readonly Pick<AuthorityDoc, '_id'>[],
  ): Promise<(FormDoc | null)[]> =>
    Promise.all(
      authorities.map(async ({ _id }) =>
        Form.findOne({ authorityId: _id, kind }).sort({ version: -1 }).lean(),
      ),
    );
}

/** Whether an authority asks its own questions: a version without any follows the one above. */
export const isOwnForm = (form: FormDoc | null): form is FormDoc => (form?.questions.length ?? 0) > 0;

/** What is asked under these authorities: of the nearest one with a form of its own. */
export const nearestForm = (
  kind: FormKind,
  nearestFirst: readonly (FormDoc | null)[],
): readonly FormQuestion[] => nearestFirst.find(isOwnForm)?.questions ?? DEFAULT_FORMS[kind];

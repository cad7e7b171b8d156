import type { InputOf, OutputOf } from '@common/contract/endpoint';
import type { walkIns } from '@common/contract/walkIns';
import { normaliseIdNo } from '@common/rules/idNo';
import { normaliseName } from '@common/rules/personName';
import { normalisePhone } from '@common/rules/phone';
import { bearerOf, type WalkInAnswers } from '@common/rules/walkInForm';

type Saved = OutputOf<(typeof walkIns)['myWalkIn']>['form'];
type Form = Omit<InputOf<(typeof walkIns)['submitWalkIn']>, 'claimId' | 'consent' | 'privacyVersion'>;

const EMPTY: WalkInAnswers = {
  idNo: '',
  name: '',
  sex: null,
  age: null,
  phone: '',
  unitName: '',
  department: '',
  unitPlace: '',
  isGrassroots: null,
  title: null,
  post: '',
  education: null,
};

/** What the form begins with: what this WeChat wrote last, or nothing. */
export const answersOf = (saved: Saved): WalkInAnswers => ({ ...EMPTY, ...saved });

/** The answers with a change; a whole idNo fills in sex and age at once (manual 002 §2.1). */
export function changed(answers: WalkInAnswers, part: Partial<WalkInAnswers>, today: string): WalkInAnswers {
  const bearer = part.idNo === undefined ? null : bearerOf(part.idNo, today);
  return { ...answers, ...part, ...bearer };
}

/** Checked answers as `walkIns.submitWalkIn` takes them. Throws where one is missing. */
export function toForm(answers: WalkInAnswers): Form {
  const { sex, age, isGrassroots, title, education } = answers;
  if (!sex || age === null || isGrassroots === null || !title) {
    throw new RangeError('The form has not been checked');
  }
  return {
    ...{ sex, age, isGrassroots, title },
    idNo: normaliseIdNo(answers.idNo),
    name: normaliseName(answers.name),
    phone: normalisePhone(answers.phone),
    unitName: answers.unitName.trim(),
    department: answers.department.trim(),
    unitPlace: answers.unitPlace.trim(),
    post: answers.post.trim(),
    ...(education && { education }),
  };
}

import type {
  ApplicationForm,
  ApplicationRow,
  ApplicationView,
  WindowRow,
} from '@common/contract/applications';
import { disciplineName } from '@common/disciplines';
import { missingInApplication } from '@common/rules/application';
import { creditsFromMinutes } from '@common/rules/credits';
import { isEditable } from '@common/rules/review';
import { windowState } from '@common/rules/windows';
import type { ReviewMove } from '@common/terms';
import type { ReviewStepDoc } from '../../reviews/model';
import { presentBrief, presentMoves, presentSteps } from '../../reviews/presentReview';
import type { ApplicationDoc, WindowDoc } from './model';

/** What the rows need beside the documents. */
export interface Beside {
  unitName: string;
  /** 学时 of one 学分, in minutes. */
  minutesPerCredit: number;
  can: ReviewMove[];
}

export function presentWindow(
  window: WindowDoc,
  { today, authorityName, isOwn }: { today: string; authorityName: string; isOwn: boolean },
): WindowRow {
  const { kind, level, year, from, to, note } = window;
  return {
    id: String(window._id),
    kind,
    level,
    year,
    from,
    to,
    note,
    authorityName,
    state: windowState(window, today),
    isOwn,
  };
}

/** An application in a list. */
export function presentRow(doc: ApplicationDoc, { unitName, minutesPerCredit, can }: Beside): ApplicationRow {
  const { basics, leader } = doc.form;
  return {
    id: String(doc._id),
    kind: doc.kind,
    level: doc.level,
    year: doc.year,
    name: basics.name,
    discipline: disciplineName(basics.discipline) ?? '',
    leader: leader.name,
    unitName,
    minutes: basics.minutes,
    credits: creditsFromMinutes(basics.minutes, minutesPerCredit),
    projectNumber: doc.projectNumber ?? null,
    updatedAt: doc.updatedAt.toISOString(),
    ...presentBrief(doc),
    state: doc.state,
    can,
  };
}

/** The whole application. @param steps Those that it will go through, where it has not been handed in. */
export function presentView(
  doc: ApplicationDoc,
  beside: Beside & { form: ApplicationForm; steps: ReviewStepDoc[]; showsOpinions: boolean },
): ApplicationView {
  return {
    ...presentRow(doc, beside),
    form: beside.form,
    missing: isEditable(doc.state) ? missingInApplication(beside.form, doc.year) : [],
    steps: presentSteps(doc, beside.steps),
    moves: presentMoves(doc),
    opinions: beside.showsOpinions ? doc.opinions.map(presentOpinion) : [],
  };
}

const presentOpinion = ({
  expert,
  expertTitle,
  conclusion,
  text,
  at,
  byName,
}: ApplicationDoc['opinions'][number]) => ({
  expert,
  expertTitle,
  conclusion,
  text,
  at: at.toISOString(),
  byName,
});

import type { CreditingKind, CreditRole } from '@common/terms';
import { Types } from 'mongoose';
import type { FullActivity } from '../activities/service';
import type { AnalysisDoc } from '../analyses/model';
import type { CreditEntryDoc } from '../credits/model';
import { codesOver } from '../regions-units/policy';
import type { Services } from '../services';
import type { By } from './by';
import type { ChosenDoc, CreditingDoc } from './model';

/** Of whom a batch is to be made. */
export interface NewBatch {
  full: FullActivity;
  kind: CreditingKind;
  analysis?: AnalysisDoc;
  activityDate: string;
  chosen: ChosenDoc[];
  excepted?: CreditingDoc['excepted'];
}

/** As whom a batch of this kind grants: by hand too somebody is a participant, so that nobody is credited twice. */
export const roleOf = (kind: CreditingKind): CreditRole =>
  kind === 'lecturers' ? 'lecturer' : 'participant';

export function draftBatch(
  { full, kind, analysis, activityDate, chosen, excepted = [] }: NewBatch,
  { at, by, byName }: { at: Date; by: By; byName: string },
): CreditingDoc {
  const { activity, project, unit } = full;
  const [first] = chosen;
  const areSame = chosen.every(({ credits }) => credits === first?.credits);
  const { administratorId } = by.actor;
  return {
    _id: new Types.ObjectId(),
    activityId: activity._id,
    unitId: unit._id,
    regions: codesOver(unit.regionCode),
    kind,
    ...(analysis && { analysisId: analysis._id }),
    activityDate,
    creditClass: project.creditClass,
    creditsEach: areSame ? (first?.credits ?? null) : null,
    chosen,
    excepted,
    done: 0,
    touchedAt: at,
    persons: chosen.length,
    revokedPersons: 0,
    state: 'writing',
    waitingFor: null,
    reviewDueOn: null,
    grantedAt: at,
    grantedBy: unit.name,
    ...(administratorId && { administratorId }),
    searched: [project.number, project.name, unit.name].join('\n'),
    moves: [{ at, byName, move: 'granted', reason: '' }],
  };
}

/** The ledger's entries of some people of a batch, with where each of them works at this moment. */
export async function entriesOf(
  services: Services,
  { activity, project }: FullActivity,
  batch: CreditingDoc,
  chosen: readonly ChosenDoc[],
): Promise<CreditEntryDoc[]> {
  const learners = await services.learners.briefs(chosen.map(({ learnerId }) => String(learnerId)));
  const unitIds = [...learners.values()].flatMap(({ unitId }) => (unitId ? String(unitId) : []));
  const units = await services.regionsUnits.units([...new Set(unitIds)]);
  return chosen.map(({ learnerId, credits, minutes, round = 0 }) => {
    const learner = learners.get(String(learnerId));
    return {
      _id: new Types.ObjectId(),
      kind: 'grant',
      learnerId,
      year: Number(batch.activityDate.slice(0, 4)),
      creditClass: batch.creditClass,
      credits,
      minutes,
      activityDate: batch.activityDate,
      sourceKind: 'activity',
      sourceId: activity._id,
      role: roleOf(batch.kind),
      round,
      creditingId: batch._id,
      grantedAt: batch.grantedAt,
      unitId: learner?.unitId ?? null,
      department: learner?.department ?? '',
      regionCode: units.get(String(learner?.unitId))?.regionCode ?? '',
      level: project.level,
      disciplineCode: project.disciplineCode,
      holderId: batch.unitId,
    };
  });
}

/** Who does something, in words: 漯河市中心医院 王芳. */
export async function nameOf(
  services: Services,
  { actor }: Pick<By, 'actor'>,
  ownerName: string,
): Promise<string> {
  const administrator = actor.administratorId
    ? await services.administrators.get(actor.administratorId)
    : null;
  return [ownerName, administrator?.name].filter(Boolean).join(' ');
}

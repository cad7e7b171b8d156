/** Credits put straight into the store, where how they came about is not the question. */
import { yearOf } from '@common/rules/shanghaiTime';
import type { CreditRole } from '@common/terms';
import { Types } from 'mongoose';
import { creditingModel } from '../areas/crediting/model';
import type { CreditEntryDoc } from '../areas/credits/model';
import { learnerModel } from '../areas/learners/model';
import type { Services } from '../areas/services';
import type { Platform } from '../platform';

const ID_NO = '11010519491231002X';

/** Approved learners of a unit, with numbers that open. */
export async function putPeople(
  { mongo, clock, cipher }: Pick<Platform, 'mongo' | 'clock' | 'cipher'>,
  unitId: string,
  people: { name: string; department?: string }[],
): Promise<string[]> {
  const now = new Date(clock.now());
  const rows = people.map(({ name, department = '' }) => {
    const _id = new Types.ObjectId();
    return {
      _id,
      name,
      department,
      idNo: cipher.seal(`learner.idNo:${_id}`, ID_NO),
      idNoHash: `put:${_id}`,
      phone: cipher.seal(`learner.phone:${_id}`, '13800138000'),
      phoneHash: `put:${_id}`,
      sex: 'female' as const,
      title: 'nurse' as const,
      unitId: new Types.ObjectId(unitId),
      personnelNo: String(_id).slice(-10),
      approval: { state: 'approved' as const, submittedAt: now },
      createdAt: now,
    };
  });
  await learnerModel(mongo).insertMany(rows);
  return rows.map(({ _id }) => String(_id));
}

interface Batch {
  state?: 'waiting' | 'returned' | 'approved';
  /** In China. */
  activityDate?: string;
  role?: CreditRole;
  /** Hundredths. */
  credits?: number;
  /** As they were when it was granted; default: those of the unit that holds the activity. */
  unitId?: string;
  regionCode?: string;
  department?: string;
}

/** A batch of an activity's credits to these learners, in the ledger; answers its id. */
export async function putCredits(
  { mongo, clock }: Pick<Platform, 'mongo' | 'clock'>,
  services: Services,
  activityId: string,
  learnerIds: string[],
  batch: Batch = {},
): Promise<string> {
  const { state = 'approved', activityDate = '2026-11-21', role = 'participant' } = batch;
  const { activity, project, unit } = await services.activities.get(activityId);
  const { credits = project.credits, regionCode = unit.regionCode, department = '' } = batch;
  const creditingId = new Types.ObjectId();
  const at = new Date(clock.now());
  await creditingModel(mongo).create({
    _id: creditingId,
    activityId: activity._id,
    unitId: unit._id,
    regions: [],
    kind: role === 'lecturer' ? 'lecturers' : 'participants',
    activityDate,
    creditClass: project.creditClass,
    chosen: [],
    excepted: [],
    done: learnerIds.length,
    touchedAt: at,
    persons: learnerIds.length,
    state,
    grantedAt: at,
    grantedBy: '王芳',
    moves: [],
  });
  await services.credits.write(
    learnerIds.map(
      (learnerId): CreditEntryDoc => ({
        _id: new Types.ObjectId(),
        kind: 'grant',
        learnerId: new Types.ObjectId(learnerId),
        year: yearOf(Date.parse(activityDate)),
        creditClass: project.creditClass,
        credits,
        minutes: project.minutes,
        activityDate,
        sourceKind: 'activity',
        sourceId: activity._id,
        role,
        round: 0,
        creditingId,
        grantedAt: at,
        unitId: batch.unitId ? new Types.ObjectId(batch.unitId) : unit._id,
        department,
        regionCode,
        level: project.level,
        disciplineCode: project.disciplineCode,
        holderId: unit._id,
      }),
    ),
  );
  return String(creditingId);
}

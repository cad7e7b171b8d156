import type { CreditedPerson, ProjectStatisticRow } from '@common/contract/statistics';
import { isoSpanOf } from '@common/rules/periods';
import type { Cipher } from '../../platform/cipher';
import { periodsOf } from '../activities/presenter';
import type { FullActivity } from '../activities/service';
import type { CreditStanding } from '../credits/ledger';
import type { LearnerDoc } from '../learners/model';
import { maskedIdNo } from '../learners/presenter';

interface Counts {
  attended?: number;
  credited?: number;
  reviewed?: number;
}

export function presentProject(
  { activity, project, unit }: FullActivity,
  { attended = 0, credited = 0, reviewed = 0 }: Counts,
): ProjectStatisticRow {
  const periods = periodsOf(activity);
  return {
    activityId: String(activity._id),
    projectNumber: project.number,
    term: activity.term,
    name: project.name,
    level: project.level,
    discipline: project.discipline,
    unitName: unit.name,
    leader: project.leader,
    ...(periods.length > 0 ? isoSpanOf(periods) : { from: null, to: null }),
    state: activity.state,
    creditClass: project.creditClass,
    credits: project.credits,
    attended,
    credited,
    reviewed,
  };
}

/** His unit and department as they were when he got the credit. */
export function presentPerson(
  cipher: Cipher,
  { entry, state }: CreditStanding,
  { learner, unitName }: { learner: LearnerDoc; unitName: string },
): CreditedPerson {
  return {
    creditId: String(entry._id),
    learnerId: String(entry.learnerId),
    name: learner.name,
    sex: learner.sex ?? null,
    idNoMasked: maskedIdNo(cipher, learner),
    personnelNo: learner.personnelNo ?? '',
    unitName,
    department: entry.department,
    title: learner.title,
    role: entry.role,
    creditClass: entry.creditClass,
    credits: entry.credits,
    minutes: entry.minutes,
    activityDate: entry.activityDate,
    grantedAt: entry.grantedAt.toISOString(),
    state,
  };
}

import type { EnrolmentRow, OpenActivity, OpenActivityView } from '@common/contract/enrolments';
import { isoSpanOf } from '@common/rules/periods';
import { ACTIVE_ENROLMENTS, isEnrolmentOpen } from '@common/rules/waitingList';
import type { EnrolmentState } from '@common/terms';
import type { Cipher } from '../../platform/cipher';
import { periodsOf, presentCourse } from '../activities/presenter';
import type { FullActivity } from '../activities/service';
import type { LearnerDoc } from '../learners/model';
import { maskedNumbers } from '../learners/presenter';
import { regionName } from '../regions-units/regions';
import type { EnrolmentDoc } from './model';

/** What an activity's presenter needs beside it. */
export interface Around {
  /** Places taken. */
  taken: number;
  /** The caller's own enrolment, with his place where he waits. */
  mine: { state: EnrolmentState; place: number | null } | null;
  distance: number | null;
}

const iso = (ms: number) => new Date(ms).toISOString();

export function presentOpen({ activity, project, unit }: FullActivity, around: Around): OpenActivity {
  const periods = periodsOf(activity);
  const { taken, mine, distance } = around;
  return {
    id: String(activity._id),
    name: project.name,
    projectNumber: project.number,
    term: activity.term,
    discipline: project.discipline,
    level: project.level,
    creditClass: project.creditClass,
    credits: project.credits,
    minutes: project.minutes,
    form: project.form ?? 'onSite',
    unitName: unit.name,
    regionName: regionName(unit.regionCode),
    venue: activity.venue,
    ...isoSpanOf(periods),
    capacity: activity.capacity ?? 0,
    enrolled: taken,
    distance,
    mine: mine && ACTIVE_ENROLMENTS.includes(mine.state) ? mine : null,
  };
}

export function presentOpenView(
  full: FullActivity,
  around: Around & { /** How many wait. */ waiting: number },
  now: number,
): OpenActivityView {
  const { activity, project } = full;
  return {
    ...presentOpen(full, around),
    address: activity.address ?? '',
    point: activity.point ?? null,
    leader: project.leader,
    periods: periodsOf(activity).map(({ from, to }) => ({ from: iso(from), to: iso(to) })),
    courses: activity.courses.map((course) => {
      const { name, minutes, lecturer } = presentCourse(course);
      return { name, minutes, lecturer };
    }),
    contact: activity.contact ?? '',
    contactPhone: activity.contactPhone ?? '',
    audience: activity.registration?.audience ?? '',
    waiting: around.waiting,
    isOpen: isEnrolmentOpen(now, periodsOf(activity)),
  };
}

/** For the unit that holds it; `place` is 1 for the next. */
export function presentEnrolment(
  cipher: Cipher,
  enrolment: EnrolmentDoc,
  place: number | null,
  learner: LearnerDoc | undefined,
  unitName: string,
): EnrolmentRow {
  return {
    learnerId: String(enrolment.learnerId),
    name: learner?.name ?? '已注销',
    unitName,
    department: learner?.department ?? '',
    phoneMasked: learner ? maskedNumbers(cipher, learner).phoneMasked : '',
    state: enrolment.state,
    place,
    enrolledAt: enrolment.enrolledAt.toISOString(),
  };
}

import type { ActivityRow, ActivityView } from '@common/contract/activities';
import { missingInActivity } from '@common/rules/activityPlan';
import { holdingState, isoSpanOf } from '@common/rules/periods';
import { isEditable } from '@common/rules/review';
import type { ReviewMove } from '@common/terms';
import type { ReviewStepDoc } from '../../reviews/model';
import { presentBrief, presentMoves, presentSteps, waitingForName } from '../../reviews/presentReview';
import type { ProjectDoc } from '../catalogue/model';
import type { ActivityDoc, ChangeDoc, CourseDoc, DocumentDoc, PeriodDoc } from './model';
import type { FullActivity } from './service';

/** Periods as the rules take them: milliseconds. */
export const periodsOf = ({ periods }: { periods: PeriodDoc[] }) =>
  periods.map(({ from, to }) => ({ from: from.getTime(), to: to.getTime() }));

/** The name of a course; the project's where the course was removed, or has no name yet. */
export const courseNameOf = ({ activity, project }: FullActivity, courseId: unknown): string =>
  activity.courses.find(({ _id }) => String(_id) === String(courseId))?.name || project.name;

/** What the project was approved for, as the rules take it. */
export const frameOf = ({ minutes, year, from, to }: ProjectDoc) => ({
  minutes,
  year,
  ...(from && to && { from, to }),
});

/** The plan of an activity, as the rules take it. */
export const planOf = (activity: ActivityDoc) => ({
  venue: activity.venue,
  contact: activity.contact ?? '',
  contactPhone: activity.contactPhone ?? '',
  registration: activity.registration ?? NO_REGISTRATION,
  courses: activity.courses.map(({ name, minutes, lecturers = [] }) => ({ name, minutes, lecturers })),
  periods: periodsOf(activity),
  documents: (activity.documents ?? []).map(({ kind }) => kind),
});

const NO_REGISTRATION = { expectedPersons: 0, audience: '', remark: '' };

/** What the caller can do now with an activity: these are not published. */
type CanDo = (doc: ActivityDoc) => ReviewMove[];
const withoutPublishing = (moves: ReviewMove[]) => moves.filter((move) => move !== 'publish');

/** What a presenter needs beside the activity itself. */
export interface Beside {
  now: number;
  /** Its change that waits, or was returned. */
  change?: ChangeDoc | null;
  can: CanDo;
}

export function presentRow(
  { activity, project, unit }: FullActivity,
  { now, change, can }: Beside,
): ActivityRow {
  const periods = periodsOf(activity);
  const open = change?.open ? change : null;
  return {
    id: String(activity._id),
    projectNumber: project.number,
    term: activity.term,
    name: project.name,
    discipline: project.discipline,
    level: project.level,
    creditClass: project.creditClass,
    leader: project.leader,
    venue: activity.venue,
    unitName: unit.name,
    ...(periods.length > 0 ? isoSpanOf(periods) : { from: null, to: null }),
    credits: project.credits,
    minutes: project.minutes,
    state: activity.state,
    nature: project.nature ?? 'applied',
    year: project.year,
    hasChange: Boolean(open),
    ...presentBrief(activity),
    // Whoever has the change has the next step.
    ...(open && { waitingFor: waitingForName(open) }),
    can: withoutPublishing(can(activity)),
    holding: holdingState(now, periods),
  };
}

export function presentView(
  full: FullActivity,
  beside: Beside & {
    qrPeriodSeconds: number;
    /** The chain that it will go through, while it has not been handed in. */
    chain: ReviewStepDoc[];
    canChange(change: ChangeDoc): ReviewMove[];
  },
): ActivityView {
  const { activity, project } = full;
  const { now, change, chain, qrPeriodSeconds, canChange } = beside;
  const editable = isEditable(activity.state);
  return {
    ...presentRow(full, beside),
    courses: activity.courses.map(presentCourse),
    periods: presentPeriods(activity.periods),
    qrPeriodSeconds,
    address: activity.address ?? '',
    point: activity.point ?? null,
    capacity: activity.capacity ?? 0,
    contact: activity.contact ?? '',
    contactPhone: activity.contactPhone ?? '',
    registration: activity.registration ?? NO_REGISTRATION,
    documents: (activity.documents ?? []).map(presentDocument),
    missing: editable
      ? missingInActivity(planOf(activity), frameOf(project), now).map(({ field, message }) => ({
          field,
          message,
        }))
      : [],
    projectMinutes: project.minutes,
    steps: editable ? presentSteps(activity, chain) : presentSteps(activity),
    moves: presentMoves(activity),
    change: change ? presentChange(change, canChange(change)) : null,
  };
}

const presentPeriods = (periods: PeriodDoc[]) =>
  periods.map(({ from, to }) => ({ from: from.toISOString(), to: to.toISOString() }));

export function presentCourse(course: CourseDoc): ActivityView['courses'][number] {
  const { lecturers = [], lecturer = '' } = course;
  const named = lecturers.map((one) => ({
    name: one.name,
    personnelNo: one.personnelNo ?? null,
    title: one.title ?? null,
    unitName: one.unitName ?? '',
  }));
  const ofOld = lecturer ? [{ name: lecturer, personnelNo: null, title: null, unitName: '' }] : [];
  const all = named.length > 0 ? named : ofOld;
  return {
    id: String(course._id),
    name: course.name,
    minutes: course.minutes,
    lecturer: all.flatMap(({ name }) => name || []).join('、'),
    lecturers: all,
  };
}

export const presentDocument = (document: DocumentDoc) => ({
  id: String(document._id),
  kind: document.kind,
  name: document.name,
  bytes: document.bytes,
  type: document.type,
  uploadedAt: document.uploadedAt.toISOString(),
});

/** A change is passed or returned, and can be withdrawn; it is not handed in a second time. */
const CHANGE_MOVES: readonly ReviewMove[] = ['withdraw', 'pass', 'return'];

const presentChange = (change: ChangeDoc, can: ReviewMove[]): NonNullable<ActivityView['change']> => ({
  id: String(change._id),
  venue: change.venue,
  address: change.address,
  point: change.point ?? null,
  periods: presentPeriods(change.periods),
  reason: change.reason,
  state: change.state,
  ...presentBrief(change),
  can: can.filter((move) => CHANGE_MOVES.includes(move)),
  steps: presentSteps(change),
  moves: presentMoves(change),
});

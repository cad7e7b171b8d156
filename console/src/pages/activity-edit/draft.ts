import type { ActivityView } from '@common/contract/activities';
import type { InputOf } from '@common/contract/endpoint';
import type { Contract } from '@common/contract/index';
import { type Missing, missingInActivity } from '@common/rules/activityPlan';

type SaveInput = InputOf<Contract['activities']['saveActivity']>;
export type DraftLecturer = ActivityView['courses'][number]['lecturers'][number];
export interface DraftCourse {
  /** Its own for as long as the page is open: a new one has no id yet. */
  key: string;
  name: string;
  minutes: number;
  lecturers: DraftLecturer[];
}
/** ISO 8601, as the API has it. */
export type DraftPeriod = ActivityView['periods'][number];

/** What the organiser writes, as the page has it. */
export interface Draft
  extends Pick<
    ActivityView,
    'venue' | 'address' | 'point' | 'capacity' | 'contact' | 'contactPhone' | 'registration'
  > {
  courses: DraftCourse[];
  periods: DraftPeriod[];
}

/** What is stored, to go on from. */
export function draftOf(activity: ActivityView): Draft {
  const { venue, address, point, capacity, contact, contactPhone, registration, courses, periods } = activity;
  return {
    venue,
    address,
    point,
    capacity,
    contact,
    contactPhone,
    registration,
    courses: courses.map(({ id, name, minutes, lecturers }) => ({ key: id, name, minutes, lecturers })),
    periods,
  };
}

/** The same as the API takes it. @param ids The courses' ids by key, of those that are stored. */
export function inputOf(
  draft: Draft,
  ids: ReadonlyMap<string, string>,
): Omit<SaveInput, 'activityId' | 'version'> {
  return {
    ...draft,
    courses: draft.courses.map(({ key, name, minutes, lecturers }) => {
      const id = ids.get(key);
      return { ...(id && { id }), name, minutes, lecturers };
    }),
  };
}

/** What is missing, at once: the server says the same of what it has stored, and knows the approved dates besides. */
export function missingInDraft(
  draft: Draft,
  { documents, projectMinutes, year }: Pick<ActivityView, 'documents' | 'projectMinutes' | 'year'>,
  now: number,
): Missing[] {
  return missingInActivity(
    {
      ...draft,
      periods: draft.periods.map(inMs),
      documents: documents.map(({ kind }) => kind),
    },
    { minutes: projectMinutes, year },
    now,
  );
}

/** A period as the rules take it. */
export const inMs = ({ from, to }: DraftPeriod) => ({ from: Date.parse(from), to: Date.parse(to) });

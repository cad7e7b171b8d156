/** 主讲人授分: what the lecturers of an activity are granted for the hours that they taught. */
import type { CreditRules } from '../contract/creditRules';
import type { CreditClass } from '../terms';
import { creditsFromMinutes } from './credits';

/** As a course names him; who has a 人员编号 is that person under whatever name. */
export interface NamedLecturer {
  name: string;
  personnelNo?: string | null;
  unitName: string;
}

export interface TaughtCourse<L extends NamedLecturer> {
  name: string;
  minutes: number;
  lecturers: readonly L[];
}

/** One lecturer with what he taught. */
export interface Taught<L extends NamedLecturer> {
  lecturer: L;
  /** His share of each. */
  courses: { name: string; minutes: number }[];
  minutes: number;
  /** Hundredths. */
  credits: number;
}

const keyOf = ({ personnelNo, name, unitName }: NamedLecturer) => personnelNo || `${name}\n${unitName}`;

/**
 * Adds up what each taught, in the order in which they come. Several lecturers of one course share its minutes equally, since nobody
 * writes down who spoke how long; part minutes are dropped. The credits are the minutes at the rate of the project's class, at most
 * `lecturerCreditsMost` for an activity.
 */
export function lecturerCredits<L extends NamedLecturer>(
  courses: readonly TaughtCourse<L>[],
  rules: Pick<CreditRules, 'lecturerMinutesPerCredit' | 'lecturerCreditsMost'>,
  creditClass: CreditClass,
): Taught<L>[] {
  const taught = new Map<string, Taught<L>>();
  for (const { name, minutes, lecturers } of courses) {
    const named = new Map(lecturers.map((lecturer) => [keyOf(lecturer), lecturer]));
    const share = Math.floor(minutes / named.size);
    for (const [key, lecturer] of named) {
      const own = taught.get(key) ?? { lecturer, courses: [], minutes: 0, credits: 0 };
      own.courses.push({ name, minutes: share });
      own.minutes += share;
      taught.set(key, own);
    }
  }
  const rate = rules.lecturerMinutesPerCredit[creditClass];
  return [...taught.values()].map((own) => ({
    ...own,
    credits: Math.min(creditsFromMinutes(own.minutes, rate), rules.lecturerCreditsMost),
  }));
}

/** 学分 and 学时. Credits are integer hundredths, hours are integer minutes: no sum ever shows 2.9999. */
import { type CreditClass, codesOf, PROJECT_LEVELS, type ProjectForm, type ProjectLevel } from '../terms';

/** I类 on site: 1 学分 = 3 学时 (manual 003 §一), 1 学时 = 60 minutes. */
export const CLASS_I_ONSITE_MINUTES_PER_CREDIT = 180;

/** 学时 of one 学分 by level and form, in minutes, where the authority has not set another rate. */
export const MINUTES_PER_CREDIT: Record<ProjectLevel, Record<ProjectForm, number>> = {
  national: { onSite: CLASS_I_ONSITE_MINUTES_PER_CREDIT, remote: 180, mixed: 180 },
  province: { onSite: CLASS_I_ONSITE_MINUTES_PER_CREDIT, remote: 180, mixed: 180 },
  city: { onSite: 180, remote: 180, mixed: 180 },
  county: { onSite: 180, remote: 180, mixed: 180 },
};

/** What the totals need of a ledger entry. A counter entry (学分撤销) has negative credits and minutes. */
export interface CreditEntry {
  year: number;
  creditClass: CreditClass;
  /** Hundredths. */
  credits: number;
  minutes: number;
  /** False until the authority has reviewed the batch. */
  reviewed: boolean;
}

/** Hundredths, `minutes` apart. `total` = `reviewed` + `pending` = `classI` + `classII` + `other`. */
export interface CreditTotals {
  total: number;
  reviewed: number;
  pending: number;
  minutes: number;
  classI: number;
  classII: number;
  other: number;
}

/**
 * Credits earned by hours.
 * @param minutes From 0.
 * @param minutesPerCredit The authority's standard, above 0.
 * @returns Hundredths, rounded down: nobody is granted what was not earned.
 * @throws RangeError for other numbers.
 */
export function creditsFromMinutes(minutes: number, minutesPerCredit: number): number {
  if (!(minutes >= 0 && minutesPerCredit > 0 && Number.isFinite(minutes))) {
    throw new RangeError(`No credits for ${minutes} minutes at ${minutesPerCredit} a credit`);
  }
  return Math.floor((minutes * 100) / minutesPerCredit);
}

/** Hundredths as people write them: 250 -> `2.5`, 1000 -> `10`. */
export function formatCredits(hundredths: number): string {
  return String(Math.round(hundredths) / 100);
}

/** `2.5–5`, or `5` where there is no range; hundredths. */
export const formatCreditRange = ({ from, to }: { from: number; to: number }): string =>
  from === to ? formatCredits(from) : `${formatCredits(from)}–${formatCredits(to)}`;

/** Minutes as 学时: 1440 -> `24`, 90 -> `1.5`, at most two decimals. */
export function formatHours(minutes: number): string {
  return formatCredits((minutes * 100) / 60);
}

/** Adds up entries, those of one year or of all: the one path for the learner's screen and every report. */
export function creditTotals(entries: readonly CreditEntry[]): CreditTotals {
  const totals: CreditTotals = {
    total: 0,
    reviewed: 0,
    pending: 0,
    minutes: 0,
    classI: 0,
    classII: 0,
    other: 0,
  };
  for (const entry of entries) {
    totals.total += entry.credits;
    totals[entry.reviewed ? 'reviewed' : 'pending'] += entry.credits;
    totals[entry.creditClass] += entry.credits;
    totals.minutes += entry.minutes;
  }
  return totals;
}

/** 年度 of an entry: that of its 活动日期, `YYYY-MM-DD`. */
export const creditYear = (activityDate: string): number => Number(activityDate.slice(0, 4));

/** Credits and minutes of one 学分级别. */
export interface LevelCredits {
  level: ProjectLevel;
  credits: number;
  minutes: number;
}

/** Adds up by 学分级别, from the nation down; levels of which nothing stands are left out. */
export function creditsByLevel(entries: readonly LevelCredits[]): LevelCredits[] {
  return codesOf(PROJECT_LEVELS).flatMap((level) => {
    const own = entries.filter((entry) => entry.level === level);
    const credits = own.reduce((sum, entry) => sum + entry.credits, 0);
    const minutes = own.reduce((sum, entry) => sum + entry.minutes, 0);
    return credits === 0 && minutes === 0 ? [] : [{ level, credits, minutes }];
  });
}

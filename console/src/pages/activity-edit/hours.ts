import { creditsFromMinutes } from '@common/rules/credits';

/** What people type as 学时, at most two decimals, in minutes. */
export const minutesOfHours = (hours: number | null): number => Math.round((hours ?? 0) * 60);

/**
 * The credits that some of a project's hours make, in hundredths: all of them make the project's.
 * @param minutes Of a course, or of all. @param project The project's hours and credits.
 */
export function creditsOfPart(minutes: number, project: { minutes: number; credits: number }): number {
  return project.minutes > 0 && project.credits > 0
    ? creditsFromMinutes(minutes, (project.minutes * 100) / project.credits)
    : 0;
}

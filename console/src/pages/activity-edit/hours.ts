import { creditsFromMinutes } from '@common/rules/credits';

/**
 * The credits that some of a project's hours make, in hundredths: all of them make the project's.
 * @param minutes Of a course, or of all. @param project The project's hours and credits.
 */
export function creditsOfPart(minutes: number, project: { minutes: number; credits: number }): number {
  return project.minutes > 0 && project.credits > 0
    ? creditsFromMinutes(minutes, (project.minutes * 100) / project.credits)
    : 0;
}

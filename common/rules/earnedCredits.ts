import type { CreditingStrategy } from '../terms';

/** Hundredths, minutes. */
export interface Amount {
  credits: number;
  minutes: number;
}

/**
 * What somebody earns whose attendance counts: the project's credits and 学时, or by course their share by the minutes of the
 * courses attended, rounded down; all courses attended give exactly the project's.
 */
export function earnedCredits(
  strategy: CreditingStrategy,
  project: Amount,
  courses: readonly { id: string; minutes: number }[],
  attended: readonly string[],
): Amount {
  if (strategy !== 'perCourse') {
    return { credits: project.credits, minutes: project.minutes };
  }
  const sum = (some: typeof courses) => some.reduce((total, { minutes }) => total + minutes, 0);
  const all = sum(courses);
  const own = sum(courses.filter(({ id }) => attended.includes(id)));
  const share = (amount: number) => (all > 0 ? Math.floor((amount * own) / all) : 0);
  return { credits: share(project.credits), minutes: share(project.minutes) };
}

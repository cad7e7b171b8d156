/**
 * 周岁: whole years of life, as the birthday in the idNo tells. Shown beside the number, so that a wrong digit is noticed.
 * @param birthDate `YYYY-MM-DD`.
 * @param today The day in China, `YYYY-MM-DD`.
 * @returns 0 for who is not born yet.
 */
export function ageOn(birthDate: string, today: string): number {
  const years = Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4));
  const hadBirthday = today.slice(5) >= birthDate.slice(5);
  return Math.max(0, hadBirthday ? years : years - 1);
}

/** So many questions are shown at once: a paper may have five hundred. */
export const PAGE_SIZE = 20;

/** The page that shows a place (from 0). */
export const pageOfPlace = (place: number): number => Math.floor(Math.max(place, 0) / PAGE_SIZE) + 1;

/** The questions of one page of a paper, in order, each with its number; the last page where there are fewer. */
export function questionsOnPage<T>(questions: readonly T[], wanted: number) {
  const last = Math.max(1, Math.ceil(questions.length / PAGE_SIZE));
  const page = Math.min(wanted, last);
  const start = (page - 1) * PAGE_SIZE;
  return {
    page,
    shown: questions
      .slice(start, start + PAGE_SIZE)
      .map((question, at) => ({ question, number: start + at + 1 })),
  };
}

import { z } from 'zod';

/** One question of a 调查问卷. `choose` options are to be chosen, neither more nor fewer (选两项). */
export const surveyQuestion = z.object({
  key: z.string(),
  text: z.string(),
  options: z.array(z.object({ key: z.string(), text: z.string() })),
  choose: z.int(),
});
export type SurveyQuestion = z.output<typeof surveyQuestion>;

export const surveyAnswer = z.object({
  question: z.string().max(40),
  options: z.array(z.string().max(40)).max(20),
});
export type SurveyAnswer = z.output<typeof surveyAnswer>;

/** The shapes that everything reviewed shares: applications, activities, changes. */
import { z } from 'zod';
import { codesOf, REVIEW_MOVES, REVIEW_STATES, REVIEW_STEPS } from '../terms';
import { id, instant } from './shapes';

export const reviewState = z.enum(codesOf(REVIEW_STATES));
export const reviewMove = z.enum(codesOf(REVIEW_MOVES));

/** A step of the chain as everybody concerned sees it. */
export const reviewStep = z.object({
  step: z.enum(codesOf(REVIEW_STEPS)),
  ownerName: z.string(),
  state: z.enum(['done', 'waiting', 'ahead']),
});

/** One move: who, when, why. */
export const reviewEntry = z.object({
  move: reviewMove,
  at: instant,
  byName: z.string(),
  administratorName: z.string(),
  reason: z.string(),
  pages: z.array(z.object({ page: z.string(), reason: z.string() })),
});

/** What a list shows of a review. */
export const reviewBrief = {
  state: reviewState,
  /** Whose turn it is, e.g. 江苏省继续教育委员会办公室; null while nobody reviews. */
  waitingFor: z.string().nullable(),
  /** 审核理由: the last decision in words, e.g. 江苏省继续医学教育委员会办公室[审核通过]. */
  note: z.string(),
  submittedAt: instant.nullable(),
  /** What the caller can do now. */
  can: z.array(reviewMove),
  version: z.int(),
};
/** What a page shows beside: the steps, and all moves, the latest first. */
export const reviewHistory = { steps: z.array(reviewStep), moves: z.array(reviewEntry) };

/** A decision about some; each with the version that was seen, so that nothing unseen is decided. */
export const decisionInput = z.object({
  items: z
    .array(z.object({ id, version: z.int().min(0) }))
    .min(1, '请先选择')
    .max(200, '一次最多处理200项'),
  decision: z.enum(['pass', 'return', 'reject'], '请选择审核结果'),
  reason: z.string().trim().max(500, '最多500字').default(''),
  /** What to change, page by page, with 退回修改. */
  pages: z
    .array(
      z.object({
        page: z.string().max(20),
        reason: z.string().trim().min(1, '请填写原因').max(500, '最多500字'),
      }),
    )
    .max(10)
    .default([]),
});
/** What became of each: `moved` where a colleague was faster or it was changed meanwhile: nothing was decided then. */
export const decisionAnswer = z.object({
  results: z.array(z.object({ id, outcome: z.enum(['done', 'moved', 'refused']), state: reviewState })),
});

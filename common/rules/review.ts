/**
 * The review of applications, activities and their changes (manuals 001 §二, 002 §1): who may make which move in which state,
 * and where it leads, in one table; the server only applies it.
 *
 * `applicant`: whoever wrote it. `reviewer`: whoever has the present step. `publisher`: the authority of the last step.
 */
import type { ProjectLevel, ReviewMove, ReviewState, ReviewStep } from '../terms';

export type ReviewRole = 'applicant' | 'reviewer' | 'publisher';
/** `next`: the next step's reviewer has it, or it is approved after the last one. */
type Target = ReviewState | 'next' | 'removed';
type Moves = Partial<Record<ReviewRole, Partial<Record<ReviewMove, Target>>>>;

export const REVIEW_TABLE: Record<ReviewState, Moves> = {
  draft: { applicant: { submit: 'waiting', remove: 'removed' } },
  waiting: {
    applicant: { withdraw: 'draft' },
    reviewer: { pass: 'next', return: 'returned', reject: 'rejected' },
  },
  returned: { applicant: { submit: 'waiting', remove: 'removed' } },
  rejected: {},
  approved: { publisher: { publish: 'published' } },
  published: {},
};

/** The moves that must say why. */
export const NEEDS_REASON: readonly ReviewMove[] = ['return', 'reject'];

/** The states in which the applicant may still write. */
export const EDITABLE_STATES = ['draft', 'returned'] as const satisfies readonly ReviewState[];
export const isEditable = (state: ReviewState): boolean =>
  (EDITABLE_STATES as readonly ReviewState[]).includes(state);

/**
 * The state that a move leads to, or null where this role cannot make it now.
 * @param step The present step, from 0. @param steps How many there are.
 */
export function nextReviewState(
  state: ReviewState,
  role: ReviewRole,
  move: ReviewMove,
  { step, steps }: { step: number; steps: number },
): ReviewState | 'removed' | null {
  const target = REVIEW_TABLE[state][role]?.[move] ?? null;
  if (target !== 'next') {
    return target;
  }
  return step + 1 < steps ? 'waiting' : 'approved';
}

/** What a role can do now, in the order of the table. */
export function reviewMoves(state: ReviewState, role: ReviewRole): ReviewMove[] {
  return Object.keys(REVIEW_TABLE[state][role] ?? {}) as ReviewMove[];
}

/** Who reviews what, by the level of the project, where the authority has not set another chain. */
export const REVIEW_CHAINS: Record<ProjectLevel, readonly ReviewStep[]> = {
  national: ['unit', 'province'],
  province: ['unit', 'province'],
  city: ['unit', 'city'],
  county: ['unit', 'county'],
};

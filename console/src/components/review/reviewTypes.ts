import type { reviewEntry, reviewStep } from '@common/contract/reviews';
import type { ReviewMove, ReviewState } from '@common/terms';
import type { z } from 'zod';

/** What a list has of a review. */
export interface ReviewBrief {
  state: ReviewState;
  /** Whose turn it is; null while nobody reviews. */
  waitingFor: string | null;
  /** What this account can do now. */
  can: ReviewMove[];
  version: number;
}
/** A step of the chain. */
export type ReviewStep = z.output<typeof reviewStep>;
/** One move: who, when, why. */
export type ReviewEntry = z.output<typeof reviewEntry>;
/** A page of the form that is reviewed, to say what has to be changed on it. */
export interface ReviewPage {
  key: string;
  label: string;
}

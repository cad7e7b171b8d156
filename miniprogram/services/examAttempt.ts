import { ApiError } from '@common/contract/errors';
import type { AttemptResult, AttemptView, GivenAnswer } from '@common/contract/exams';
import { ms } from './words';

/** An attempt at an exam as this phone keeps it until it is handed in. */
export interface KeptAttempt {
  attemptId: string;
  activityId: string;
  /** The learner whose attempt it is: nobody else sees or sends it. */
  owner: string;
  answers: GivenAnswer[];
  /** Questions to be looked at again. */
  marked: string[];
  /** The place of the question that was open last, from 0. */
  at: number;
  /** Of the answers: grows with the server's time, so that of two phones the answers given last are the newer ones. */
  revision: number;
  /** The newest that the server has. */
  saved: number;
  /** By how much this phone's clock is ahead of the server's, ms. */
  ahead: number;
  /** 交卷 was asked for, and no answer has come. */
  toSubmit: boolean;
  /** The server has newer answers, given on another phone. */
  isOvertaken: boolean;
  /** Why the server does not take the answers, in words. */
  refused?: string;
}

/** Why answers have not reached the server: no network, or a server or session that is not there now. */
export type Trouble = 'none' | 'offline' | 'unreached';

export interface Exams {
  items: readonly KeptAttempt[];
  trouble: Trouble;
  /** What was handed in since the mini-program was opened; null where its result must be asked for. */
  finished: Readonly<Record<string, AttemptResult | null>>;
}

/** How far the answers have come. */
export type Saving = 'saved' | 'saving' | 'offline' | 'unreached' | 'refused';

export function savingOf(kept: KeptAttempt, trouble: Trouble): Saving {
  if (kept.refused !== undefined) {
    return 'refused';
  }
  if (!isDue(kept)) {
    return 'saved';
  }
  return trouble === 'none' ? 'saving' : trouble;
}

/** Whether something of it is still to be sent. */
export const isDue = ({ refused, toSubmit, revision, saved }: KeptAttempt): boolean =>
  refused === undefined && (toSubmit || revision > saved);

/** What was chosen of a question, places from 0. */
export const chosenOf = (answers: readonly GivenAnswer[], question: string): number[] =>
  answers.find((answer) => answer.question === question)?.chosen ?? [];

/** The answers with one question answered anew. */
export const withAnswer = (
  answers: readonly GivenAnswer[],
  question: string,
  chosen: number[],
): GivenAnswer[] => [...answers.filter((answer) => answer.question !== question), { question, chosen }];

/** When the time is over by this phone's clock, ms; undefined where nothing ends it. */
export const endOf = (
  { deadline }: Pick<AttemptView, 'deadline'>,
  { ahead }: KeptAttempt,
): number | undefined => (deadline === null ? undefined : ms(deadline) + ahead);

/** The server has handed it in itself, or has it already: what is left is its result. */
export const isFinished = (error: unknown): boolean =>
  error instanceof ApiError && (error.code === 'EXAM_SUBMITTED' || error.code === 'EXAM_TIME_OVER');

/**
 * 线上学习: how watching becomes attendance, so that nobody has to be entered by hand (manual 001). The server's clock is the
 * only one: a phone says that its picture moves, and never how long it has moved. “您还在学习吗？” is asked at points that were
 * drawn at the start; who does not answer loses what ran since it was asked.
 */

/** A phone says so often that it is playing. */
export const BEAT_MS = 30_000;
/** What one beat can be worth at most: a beat that comes late does not make up for the time without any. */
export const MOST_PER_BEAT_MS = 1.5 * BEAT_MS;
/** So long a question may stay unanswered. */
export const PROMPT_MS = 60_000;

/** Where one learner stands in one course. Times in milliseconds; points are of watched time, not of the day. */
export interface OnlineClassState {
  watchedMs: number;
  /** The phone that learns, by a name of its own. */
  key: string;
  /** When it was heard last, by the server's clock. */
  heardAt: number;
  /** The watched times at which is asked next, in order; one leaves the list when it is answered. */
  promptsAt: readonly number[];
  /** What is asked now: until when, and what was watched before it was. */
  prompt: { key: string; until: number; watchedMs: number } | null;
  answered: number;
  isDone: boolean;
}

export type OnlineClassEvent =
  /** The page was opened, on this or on another phone. */
  | { type: 'open'; at: number; key: string }
  /** `promptKey` names the question, should it be time for one. */
  | { type: 'beat'; at: number; key: string; isPlaying: boolean; promptKey: string }
  | { type: 'answer'; at: number; promptKey: string };

/** `elsewhere`: another phone was heard a moment ago. `promptOver`: the question is not open any more. */
export type OnlineClassRefusal = 'elsewhere' | 'promptOver';

/**
 * The points at which is asked: one in each of so many equal parts of the required time, somewhere in its middle, so that they
 * are neither foreseen nor close together.
 * @param draws One number in [0, 1) for each question.
 */
export function promptPoints(requiredMs: number, draws: readonly number[]): number[] {
  const part = requiredMs / draws.length;
  return draws.map((draw, n) => Math.floor((n + 0.1 + 0.8 * draw) * part));
}

export function beginClass(at: number, key: string, promptsAt: readonly number[]): OnlineClassState {
  return { watchedMs: 0, key, heardAt: at, promptsAt, prompt: null, answered: 0, isDone: false };
}

/** What an event makes of a state; with a refusal the state is as it was, but for a question whose time is over. */
export function stepClass(
  before: OnlineClassState,
  event: OnlineClassEvent,
  requiredMs: number,
): { state: OnlineClassState; refusal: OnlineClassRefusal | null } {
  const state = withoutOverdue(before, event.at);
  const refuse = (refusal: OnlineClassRefusal) => ({ state, refusal });
  const accept = (after: OnlineClassState) => ({ state: finished(after, requiredMs), refusal: null });
  switch (event.type) {
    case 'open': {
      const isOther = event.key !== state.key;
      const isBusy = isOther && !state.isDone && event.at - before.heardAt < MOST_PER_BEAT_MS;
      // What ran between the last beat and this moment was not seen by anybody.
      return isBusy
        ? refuse('elsewhere')
        : accept({ ...state, key: event.key, heardAt: Math.max(state.heardAt, event.at) });
    }
    case 'answer':
      return state.prompt?.key === event.promptKey ? accept(withAnswer(state)) : refuse('promptOver');
    default:
      return event.key === state.key
        ? accept(asked(grown(state, event, requiredMs), event, requiredMs))
        : refuse('elsewhere');
  }
}

/** A question that nobody answered: what ran since then is taken back, and it is asked again as soon as the class goes on. */
function withoutOverdue(state: OnlineClassState, at: number): OnlineClassState {
  const { prompt, heardAt } = state;
  return prompt && at > prompt.until
    ? { ...state, prompt: null, watchedMs: prompt.watchedMs, heardAt: Math.max(heardAt, at) }
    : state;
}

const withAnswer = (state: OnlineClassState): OnlineClassState => ({
  ...state,
  prompt: null,
  promptsAt: state.promptsAt.slice(1),
  answered: state.answered + 1,
});

type Beat = Extract<OnlineClassEvent, { type: 'beat' }>;

function grown(state: OnlineClassState, { at, isPlaying }: Beat, requiredMs: number): OnlineClassState {
  const heardAt = Math.max(state.heardAt, at);
  const passed = isPlaying && !state.isDone ? Math.min(heardAt - state.heardAt, MOST_PER_BEAT_MS) : 0;
  // A required time that was made shorter takes nothing away.
  const most = Math.max(requiredMs, state.watchedMs);
  return { ...state, heardAt, watchedMs: Math.min(state.watchedMs + passed, most) };
}

function asked(
  state: OnlineClassState,
  { isPlaying, promptKey }: Beat,
  requiredMs: number,
): OnlineClassState {
  const { watchedMs, heardAt, prompt, promptsAt, isDone } = state;
  const [next] = promptsAt;
  // A point beyond a required time that was made shorter is asked at its end.
  const isDue = next !== undefined && watchedMs >= Math.min(next, requiredMs);
  return isDue && isPlaying && !prompt && !isDone
    ? { ...state, prompt: { key: promptKey, until: heardAt + PROMPT_MS, watchedMs } }
    : state;
}

/** All watched and every question answered; once done it stays so. */
function finished(state: OnlineClassState, requiredMs: number): OnlineClassState {
  const isDone = state.isDone || (state.watchedMs >= requiredMs && state.promptsAt.length === 0);
  return isDone === state.isDone ? state : { ...state, isDone };
}

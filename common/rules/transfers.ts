/**
 * 人员调动 (manual 003 §六): 人事变动必须原单位调出，现单位才能调入. Who may do what with a 调动, and where that takes it, in one
 * table; the server only applies it.
 */
import type { TransferState } from '../terms';

/** The learner himself, the unit that he leaves, the unit that he goes to. A unit is `to` only where the 调动 names it. */
export type TransferActor = 'learner' | 'from' | 'to';
export type TransferMove = 'request' | 'release' | 'admit' | 'cancel';

type Moves = Partial<Record<TransferActor, Partial<Record<TransferMove, TransferState>>>>;

/** By the state that the 调动 is in; `none` where the learner has no open one. */
export const TRANSFER_MOVES: Record<TransferState | 'none', Moves> = {
  none: { learner: { request: 'requested' }, from: { release: 'released' } },
  requested: {
    learner: { cancel: 'cancelled' },
    from: { release: 'released', cancel: 'cancelled' },
    to: { cancel: 'cancelled' },
  },
  // What the old unit let go only units can stop: it by taking the release back, the new one by not wanting him.
  released: { from: { cancel: 'cancelled' }, to: { admit: 'admitted', cancel: 'cancelled' } },
  admitted: {},
  cancelled: {},
};

/** The state that a move leads to, or null where this actor cannot make it now. */
export function nextTransferState(
  state: TransferState | 'none',
  actor: TransferActor,
  move: TransferMove,
): TransferState | null {
  return TRANSFER_MOVES[state][actor]?.[move] ?? null;
}

/** What an actor can do now, in the order of the table. */
export function transferMoves(state: TransferState | 'none', actor: TransferActor): TransferMove[] {
  return Object.keys(TRANSFER_MOVES[state][actor] ?? {}) as TransferMove[];
}

/** The states from which an actor can make a move: what a conditional update asks for. */
export function statesBefore(actor: TransferActor, move: TransferMove): TransferState[] {
  const states = Object.keys(TRANSFER_MOVES) as (TransferState | 'none')[];
  return states.filter(
    (state): state is TransferState => state !== 'none' && nextTransferState(state, actor, move) !== null,
  );
}

/** Whether a 调动 in this state is unfinished: a learner has one such at most. */
export const isTransferOpen = (state: TransferState): boolean =>
  Object.keys(TRANSFER_MOVES[state]).length > 0;

/**
 * The states in which a 调动 is on a unit's list of things to do: a request concerns both units, a release the new one only.
 */
export const TRANSFER_WAITS: Record<'from' | 'to', readonly TransferState[]> = {
  from: ['requested'],
  to: ['requested', 'released'],
};

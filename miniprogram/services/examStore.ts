import type { Client } from '@common/contract/client';
import { ApiError } from '@common/contract/errors';
import type { AttemptResult, AttemptView } from '@common/contract/exams';
import { type Exams, isDue, isFinished, type KeptAttempt, withAnswer } from './examAttempt';
import { isToWait } from './lateScan';
import type { storage } from './storage';
import { ms } from './words';

const KEY = 'exams';
const paperKey = (attemptId: string) => `exam.${attemptId}`;
/** Answers that are given quickly go together. */
const GATHER_MS = 800;
/** After the first failure, twice as long after each further one. */
const AGAIN_MS = 2_000;
const AGAIN_MOST_MS = 30_000;

export interface ExamDeps {
  exams: Pick<Client['exams'], 'saveAnswers' | 'submitExam'>;
  storage: Pick<typeof storage, 'get' | 'set' | 'remove'>;
  /** Whose session there is for sending: undefined while there is none. Never rejects. */
  sender(): Promise<string | null | undefined>;
  now(): number;
  /** Runs something later, while the mini-program is open. */
  later(run: () => void, ms: number): void;
}

/**
 * The exams that are being taken on this phone. Each answer is kept at once, so that neither a dead network nor a closed
 * mini-program loses it, and sent in the background: one request at a time, the newest answers only, again and again until the
 * server has them. 交卷 without a network is kept in the same way.
 */
export class ExamStore {
  private state: Exams;
  private readonly listeners = new Set<() => void>();
  private readonly papers = new Map<string, AttemptView>();
  private readonly takenUp = new Set<string>();
  private sending: Promise<void> | undefined;
  private failures = 0;
  private timer = 0;

  constructor(private readonly deps: ExamDeps) {
    this.state = { items: deps.storage.get<KeptAttempt[]>(KEY) ?? [], trouble: 'none', finished: {} };
  }

  /** For useSyncExternalStore. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  readonly snapshot = (): Exams => this.state;

  kept(attemptId: string): KeptAttempt | undefined {
    return this.state.items.find((item) => item.attemptId === attemptId);
  }

  /** Whether it was taken up since the mini-program was opened. */
  isTakenUp(attemptId: string): boolean {
    return this.takenUp.has(attemptId);
  }

  /** The questions as they were put, also without a network. */
  paperOf(attemptId: string): AttemptView | undefined {
    const known = this.papers.get(attemptId) ?? this.deps.storage.get<AttemptView>(paperKey(attemptId));
    if (known) {
      this.papers.set(attemptId, known);
    }
    return known;
  }

  /** Takes up an attempt as the server has it: the newer answers count, and what only this phone has is sent. */
  begin(view: AttemptView, owner: string): void {
    const { id: attemptId, activityId, revision, answers } = view;
    this.keepOnly(activityId, attemptId);
    const found = this.kept(attemptId);
    const known = found?.owner === owner && found.refused === undefined ? found : undefined;
    const isOlder = known !== undefined && known.revision < revision;
    this.takenUp.add(attemptId);
    this.papers.set(attemptId, view);
    this.deps.storage.set(paperKey(attemptId), view);
    this.put({
      attemptId,
      activityId,
      owner,
      marked: known?.marked ?? [],
      at: known?.at ?? 0,
      ...(known && !isOlder ? { answers: known.answers, revision: known.revision } : { answers, revision }),
      saved: revision,
      ahead: this.deps.now() - ms(view.serverTime),
      // It was gone on with elsewhere after 交卷 was asked for here.
      toSubmit: known !== undefined && !isOlder && known.toSubmit,
      isOvertaken: false,
    });
    void this.send();
  }

  /** A question is answered, or answered anew; nothing chosen takes the answer back. */
  answer(attemptId: string, question: string, chosen: number[]): void {
    this.change(attemptId, ({ answers, revision, saved, ahead }) => ({
      answers: withAnswer(answers, question, chosen),
      revision: Math.max(revision + 1, saved + 1, this.deps.now() - ahead),
    }));
    this.soon(GATHER_MS);
  }

  /** Sets the mark of a question, or takes it away. It stays on this phone. */
  mark(attemptId: string, question: string): void {
    this.change(attemptId, ({ marked }) => ({
      marked: marked.includes(question) ? marked.filter((each) => each !== question) : [...marked, question],
    }));
  }

  /** Another question is looked at. */
  turnTo(attemptId: string, at: number): void {
    this.change(attemptId, () => ({ at }));
  }

  /** 交卷: sent now, or kept until there is a network; `finished` tells. Never rejects. */
  async submit(attemptId: string): Promise<void> {
    this.change(attemptId, () => ({ toSubmit: true }));
    await this.wake();
  }

  /** It was handed in: nothing of it is left on this phone. */
  finish(attemptId: string, result: AttemptResult | null): void {
    this.forget([attemptId]);
    this.update({ finished: { ...this.state.finished, [attemptId]: result } });
  }

  /** Of an activity only one attempt can be open: what is kept of others has been handed in. */
  keepOnly(activityId: string, attemptId: string | null): void {
    this.forget(
      this.state.items
        .filter((item) => item.activityId === activityId && item.attemptId !== attemptId)
        .map((item) => item.attemptId),
    );
  }

  /** The account is closed. */
  dropOf(owner: string | null): void {
    this.forget(this.state.items.filter((item) => item.owner === owner).map((item) => item.attemptId));
  }

  /** Sends what the person who is signed in has to send. Never rejects; one run at a time. */
  send(): Promise<void> {
    if (this.state.items.some(isDue)) {
      this.sending ??= this.sendAll();
    }
    return this.sending ?? Promise.resolve();
  }

  /** There is a network again: a run that began without one will fail, so another follows it. */
  async wake(): Promise<void> {
    this.failures = 0;
    await this.sending;
    await this.send();
  }

  private async sendAll(): Promise<void> {
    try {
      const sender = await this.deps.sender();
      if (sender === undefined) {
        this.failed('unreached');
        return;
      }
      let next = this.dueOf(sender);
      while (next && (await this.sendOne(next))) {
        next = this.dueOf(sender);
      }
    } finally {
      // Not later: what is answered from now on needs another run.
      this.sending = undefined;
    }
  }

  private dueOf(sender: string | null): KeptAttempt | undefined {
    return this.state.items.find((item) => item.owner === sender && isDue(item));
  }

  /** @returns False where no answer came: the others wait, too. */
  private async sendOne(kept: KeptAttempt): Promise<boolean> {
    try {
      await (kept.toSubmit ? this.sendSubmission(kept) : this.sendAnswers(kept));
      this.failures = 0;
      this.update({ trouble: 'none' });
    } catch (error) {
      if (isToWait(error)) {
        this.failed(error instanceof ApiError && error.code === 'NETWORK' ? 'offline' : 'unreached');
        return false;
      }
      if (isFinished(error)) {
        this.finish(kept.attemptId, null);
      } else {
        this.change(kept.attemptId, () => ({ refused: (error as ApiError).message, toSubmit: false }));
      }
    }
    return true;
  }

  private async sendAnswers({ attemptId, revision, answers }: KeptAttempt): Promise<void> {
    const now = await this.deps.exams.saveAnswers({ attemptId, revision, answers });
    this.change(attemptId, (item) => ({
      saved: Math.max(revision, now.revision),
      isOvertaken: now.revision > item.revision,
      ahead: this.deps.now() - ms(now.serverTime),
    }));
  }

  private async sendSubmission({ attemptId, revision, answers }: KeptAttempt): Promise<void> {
    this.finish(
      attemptId,
      await this.deps.exams.submitExam({ attemptId, revision: Math.max(1, revision), answers }),
    );
  }

  private failed(trouble: Exams['trouble']): void {
    this.update({ trouble });
    this.soon(Math.min(AGAIN_MS * 2 ** this.failures, AGAIN_MOST_MS));
    this.failures += 1;
  }

  /** A later call takes the place of an earlier one. */
  private soon(afterMs: number): void {
    this.timer += 1;
    const mine = this.timer;
    this.deps.later(() => {
      if (mine === this.timer) {
        void this.send();
      }
    }, afterMs);
  }

  private forget(attemptIds: readonly string[]): void {
    for (const attemptId of attemptIds) {
      this.takenUp.delete(attemptId);
      this.papers.delete(attemptId);
      this.deps.storage.remove(paperKey(attemptId));
    }
    if (attemptIds.length > 0) {
      this.keep(this.state.items.filter((item) => !attemptIds.includes(item.attemptId)));
    }
  }

  private put(kept: KeptAttempt): void {
    this.keep([...this.state.items.filter(({ attemptId }) => attemptId !== kept.attemptId), kept]);
  }

  private change(attemptId: string, more: (kept: KeptAttempt) => Partial<KeptAttempt>): void {
    const kept = this.kept(attemptId);
    if (kept) {
      this.put({ ...kept, ...more(kept) });
    }
  }

  private keep(items: readonly KeptAttempt[]): void {
    this.deps.storage.set(KEY, items);
    this.update({ items });
  }

  private update(more: Partial<Exams>): void {
    this.state = { ...this.state, ...more };
    for (const listener of this.listeners) {
      listener();
    }
  }
}

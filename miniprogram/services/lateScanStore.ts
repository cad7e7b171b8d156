import type { Receipt } from '@common/contract/checkIns';
import type { Client } from '@common/contract/client';
import type { ApiError } from '@common/contract/errors';
import {
  isClaimOver,
  isForApproval,
  isToWait,
  type LateScan,
  refusalWords,
  type ScanMade,
  type Scanned,
} from './lateScan';
import type { storage } from './storage';
import { claimWords, directionName, moment } from './words';

const KEY = 'lateScans';
/** A scan that could not be sent is tried again so often while the mini-program is open. */
const AGAIN_MS = 30_000;

export interface LateScanDeps {
  checkIns: Pick<Client['checkIns'], 'checkIn' | 'scanLate'>;
  storage: Pick<typeof storage, 'get' | 'set'>;
  /** Who scans now: the learner's id, null for a WeChat without one. */
  owner(): string | null;
  /** Whose session there is for sending: undefined while there is none. Never rejects. */
  sender(): Promise<string | null | undefined>;
  now(): number;
  randomName(): string;
  deviceId(): string;
  /** Runs something later, while the mini-program is open. */
  later(run: () => void, ms: number): void;
}

export interface LateScans {
  items: readonly LateScan[];
  isSending: boolean;
}

/**
 * The scans that no answer has come to. Every scan is kept from its first moment, so that neither a dead network nor a closed
 * mini-program loses it, and let go as soon as it is answered; what is left is sent when there is a connection, each once, and
 * only by the person who scanned.
 */
export class LateScanStore {
  private state: LateScans;
  private readonly listeners = new Set<() => void>();
  /** Scans that their page is still busy with. */
  private readonly busy = new Set<string>();
  private sending: Promise<void> | undefined;
  private isAgainDue = false;

  constructor(private readonly deps: LateScanDeps) {
    this.state = { items: deps.storage.get<LateScan[]>(KEY) ?? [], isSending: false };
  }

  /** For useSyncExternalStore. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  readonly snapshot = (): LateScans => this.state;

  /** A scan begins, or goes on: it is kept before anything is sent. The same code again is the same scan. */
  begin(scanned: Scanned | ScanMade): LateScan {
    const owner = this.deps.owner();
    const { text, code } = scanned as { text?: string; code?: string };
    const known = this.state.items.find(
      (item) =>
        item.state === 'waiting' &&
        (item.owner === owner || item.owner === null) &&
        item.text === text &&
        item.code === code,
    );
    const scan: LateScan = known ?? { ...this.made(scanned), owner, state: 'waiting' };
    this.busy.add(scan.key);
    this.put(scan);
    return scan;
  }

  /** More is known of a scan. */
  note(key: string, more: Partial<Pick<LateScan, 'claimId' | 'name' | 'place' | 'faceCheckId'>>): void {
    this.change(key, more);
  }

  /** It was answered, the person has seen how it ended, or gives it up: nothing is left to send. */
  drop(key: string): void {
    this.busy.delete(key);
    this.keep(this.state.items.filter((item) => item.key !== key));
  }

  /** No answer came: it is sent when there is a connection. */
  release(key: string): void {
    this.busy.delete(key);
    this.update({});
    this.again();
  }

  /** Who is here now: the learner's id, null without one. */
  owner(): string | null {
    return this.deps.owner();
  }

  /** The account is closed: what it had scanned cannot count any more. */
  dropMine(): void {
    const owner = this.deps.owner();
    for (const scan of this.state.items.filter((item) => (item.owner ?? owner) === owner)) {
      this.drop(scan.key);
    }
  }

  /** Whether its page is still at it. */
  isBusy(key: string): boolean {
    return this.busy.has(key);
  }

  /** Sends a refused one again. */
  async retry(key: string): Promise<void> {
    this.change(key, { state: 'waiting', words: undefined, canRetry: undefined });
    await this.send();
  }

  /** Another person uses this phone: whose the scans without an owner are, nobody can say any more. */
  disown(): void {
    for (const { key, owner, state } of this.state.items) {
      if (owner === null && state === 'waiting') {
        this.change(key, {
          state: 'refused',
          words: '登录的人员已更换，无法确认是谁扫的码，没有补传。请本人重新扫描大屏上的二维码',
        });
      }
    }
  }

  /** Sends what waits and belongs to whoever is signed in. Never rejects; one run at a time. */
  send(): Promise<void> {
    this.sending ??= this.sendAll().finally(() => {
      this.sending = undefined;
    });
    return this.sending;
  }

  /** There is a network again: a run that began without one will fail, so another follows it. */
  async wake(): Promise<void> {
    await this.sending;
    await this.send();
  }

  private async sendAll(): Promise<void> {
    if (this.toSend().length === 0) {
      return;
    }
    this.update({ isSending: true });
    const sender = await this.deps.sender();
    const mine = () => this.toSend().filter(({ owner }) => owner === sender || owner === null);
    for (const scan of sender === undefined ? [] : mine()) {
      if (!(await this.sendOne(scan))) {
        break;
      }
    }
    this.update({ isSending: false });
    // Without a session nobody knows yet whose turn it is.
    if (sender === undefined || mine().length > 0) {
      this.again();
    }
  }

  /** @returns False where no answer came: the others wait, too. */
  private async sendOne(scan: LateScan): Promise<boolean> {
    try {
      const receipt = await this.deliver(scan);
      const recorded = `${moment(receipt.at, this.deps.now())} ${directionName(receipt.direction)}，已记录`;
      this.change(scan.key, {
        state: receipt.held ? 'held' : 'recorded',
        name: claimWords(receipt),
        words: receipt.held?.words ?? recorded,
      });
      return true;
    } catch (error) {
      if (isToWait(error)) {
        return false;
      }
      const refusal = error as ApiError;
      this.change(scan.key, {
        state: 'refused',
        words: refusalWords(refusal),
        canRetry: isForApproval(refusal),
      });
      return true;
    }
  }

  private async deliver({ claimId, place, faceCheckId, ...scan }: LateScan): Promise<Receipt> {
    const { key, text, code, scene, deviceId, scannedAt } = scan;
    if (claimId) {
      // It may have arrived, with only the answer lost: then this is the same check-in.
      try {
        return await this.deps.checkIns.checkIn({ claimId, place, deviceId, faceCheckId });
      } catch (error) {
        if (!isClaimOver(error)) {
          throw error;
        }
      }
    }
    const sentAt = new Date(this.deps.now()).toISOString();
    return this.deps.checkIns.scanLate({ key, text, code, scene, deviceId, place, scannedAt, sentAt });
  }

  private toSend(): LateScan[] {
    return this.state.items.filter(({ state, key }) => state === 'waiting' && !this.busy.has(key));
  }

  private again(): void {
    if (this.isAgainDue) {
      return;
    }
    this.isAgainDue = true;
    this.deps.later(() => {
      this.isAgainDue = false;
      void this.send();
    }, AGAIN_MS);
  }

  private made(scanned: Scanned | ScanMade): ScanMade {
    return 'key' in scanned
      ? scanned
      : {
          ...scanned,
          key: this.deps.randomName(),
          deviceId: this.deps.deviceId(),
          scannedAt: new Date(this.deps.now()).toISOString(),
        };
  }

  private put(scan: LateScan): void {
    this.keep([...this.state.items.filter(({ key }) => key !== scan.key), scan]);
  }

  private change(key: string, more: Partial<LateScan>): void {
    this.keep(this.state.items.map((item) => (item.key === key ? { ...item, ...more } : item)));
  }

  private keep(items: readonly LateScan[]): void {
    this.deps.storage.set(KEY, items);
    this.update({ items });
  }

  private update(more: Partial<LateScans>): void {
    this.state = { ...this.state, ...more };
    for (const listener of this.listeners) {
      listener();
    }
  }
}

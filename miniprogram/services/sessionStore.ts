import type { Me, Session } from '@common/contract/accounts';
import { type Client, createClient, type WireAnswer, type WireRequest } from '@common/contract/client';
import { ApiError } from '@common/contract/errors';
import type { EndpointTable } from '@common/contract/table';

/** Where the session stands. `failed`: no answer at launch, `error` says why and `start` tries again. */
export interface SessionState {
  status: 'starting' | 'ready' | 'signedOut' | 'failed';
  me: Me | null;
  error?: ApiError;
}

/**
 * Opens a session without asking anybody: null where that cannot be done here, so that the person must sign in by hand.
 * Rejects with an ApiError.
 */
export type SilentSignIn = (accounts: Client['accounts']) => Promise<Session | null>;

/** What the session needs of its surroundings. */
export interface SessionDeps {
  table: EndpointTable;
  send(request: WireRequest, token: string | undefined): Promise<WireAnswer>;
  silentSignIn: SilentSignIn;
  storage: {
    get<T>(key: string): T | undefined;
    set(key: string, value: unknown): void;
    remove(key: string): void;
  };
  /** A one-time password was used: nothing else can be done before a new one is set. */
  onPasswordChangeRequired(): void;
  /** A unit's or authority's password was given, but not who gave it: that is asked before anything else. */
  onAdministratorRequired(): void;
}

/** Where the token is kept; another token is another session. */
export const TOKEN = 'token';
/** Somebody signed out: WeChat must not sign him in again behind his back. */
const SIGNED_OUT = 'signedOut';

function hasCode(answer: WireAnswer, status: number, code: string): boolean {
  return answer.status === status && (answer.body as { code?: string } | null)?.code === code;
}

function asApiError(error: unknown): ApiError {
  return error instanceof ApiError
    ? error
    : new ApiError({ code: 'NETWORK', message: '登录没有成功，请稍后重试' });
}

/**
 * The one session of this phone and the API client that carries it. An expired session is renewed silently, once for all calls
 * that meet the expiry together, and each of them is sent again.
 */
export class SessionStore {
  readonly api: Client;
  private state: SessionState = { status: 'starting', me: null };
  private token: string | undefined;
  private renewing: Promise<boolean> | undefined;
  private started: Promise<void> | undefined;
  private readonly listeners = new Set<() => void>();
  /** Sends the token and renews nothing: what the session itself calls. */
  private readonly plain: Client;

  constructor(private readonly deps: SessionDeps) {
    this.token = deps.storage.get<string>(TOKEN);
    this.plain = createClient(deps.table, (request) => deps.send(request, this.token));
    this.api = createClient(deps.table, (request) => this.sendRenewing(request));
  }

  /** For useSyncExternalStore. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  readonly snapshot = (): SessionState => this.state;

  /** At launch, and again after `failed`: takes up the kept session or opens one silently. Never rejects. */
  start(): Promise<void> {
    this.update({ status: 'starting', me: this.state.me });
    this.started = this.open().catch((error: unknown) =>
      this.update({ status: 'failed', me: null, error: asApiError(error) }),
    );
    return this.started;
  }

  /** Resolves when the launch is over, however it went. */
  whenStarted(): Promise<void> {
    return this.started ?? this.start();
  }

  /** As `whenStarted`, after another try where the last one had no answer. */
  async whenTried(): Promise<SessionState> {
    await this.whenStarted();
    if (this.state.status === 'failed') {
      void this.start();
    }
    // Another may have begun it.
    await this.whenStarted();
    return this.state;
  }

  /** Asks again who this is: after a registration, an approval, a new password. */
  async refresh(): Promise<Me> {
    const me = await this.api.accounts.me({});
    this.take(me);
    return me;
  }

  /** Takes over what an endpoint answered about who this is. */
  take(me: Me): void {
    this.update({ status: 'ready', me });
  }

  /** The person asked for WeChat's sign-in. False where there is none. */
  async signInWithWechat(): Promise<boolean> {
    this.deps.storage.remove(SIGNED_OUT);
    return this.renew(undefined);
  }

  /**
   * By user name and password; a WeChat session is kept beside the new one. Rejects with an ApiError.
   * @param captcha A solved captcha, once the server has asked for one.
   */
  async signInWithPassword(name: string, password: string, captcha?: string): Promise<Me> {
    const session = await this.plain.accounts.signInWithPassword({
      name,
      password,
      ...(captcha ? { captcha } : {}),
    });
    this.adopt(session);
    return session.me;
  }

  /** Ends the session here even when the server cannot be reached. */
  async signOut(): Promise<void> {
    await this.plain.accounts.signOut({}).catch(() => undefined);
    this.forgetToken();
    this.deps.storage.set(SIGNED_OUT, true);
    this.update({ status: 'signedOut', me: null });
  }

  private async open(): Promise<void> {
    if (this.token) {
      try {
        const me = await this.plain.accounts.me({});
        this.update({ status: 'ready', me });
        if (me.needsAdministrator && !me.learner) {
          this.deps.onAdministratorRequired();
        }
        return;
      } catch (error) {
        if (!(error instanceof ApiError) || error.code !== 'NOT_SIGNED_IN') {
          throw error;
        }
      }
    }
    await this.renew(this.token);
  }

  private async sendRenewing(request: WireRequest): Promise<WireAnswer> {
    await this.whenStarted();
    const used = this.token;
    let answer = await this.deps.send(request, used);
    if (hasCode(answer, 401, 'NOT_SIGNED_IN') && (await this.renew(used))) {
      answer = await this.deps.send(request, this.token);
    }
    if (hasCode(answer, 403, 'PASSWORD_CHANGE_REQUIRED')) {
      this.deps.onPasswordChangeRequired();
    }
    if (hasCode(answer, 403, 'ADMINISTRATOR_REQUIRED')) {
      this.deps.onAdministratorRequired();
    }
    return answer;
  }

  /** @returns Whether there is a session now. `stale` is the token that was refused. */
  private async renew(stale: string | undefined): Promise<boolean> {
    if (this.token && this.token !== stale) {
      return true;
    }
    this.renewing ??= this.signInSilently().finally(() => {
      this.renewing = undefined;
    });
    return this.renewing;
  }

  private async signInSilently(): Promise<boolean> {
    this.forgetToken();
    const session = this.deps.storage.get(SIGNED_OUT)
      ? null
      : await this.deps.silentSignIn(this.plain.accounts);
    if (!session) {
      this.update({ status: 'signedOut', me: null });
      return false;
    }
    this.adopt(session);
    return true;
  }

  private adopt(session: Session): void {
    this.token = session.token;
    this.deps.storage.set(TOKEN, session.token);
    this.deps.storage.remove(SIGNED_OUT);
    this.update({ status: 'ready', me: session.me });
  }

  private forgetToken(): void {
    this.token = undefined;
    this.deps.storage.remove(TOKEN);
  }

  private update(state: SessionState): void {
    this.state = state;
    for (const listener of this.listeners) {
      listener();
    }
  }
}

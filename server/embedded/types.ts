/** Which way a store was had. */
export type StoreKind = 'external' | 'mongod' | 'download' | 'documentdb' | 'redis-server';

/** What was chosen for one store and why, in Chinese as the person who started it reads it. */
export interface StoreChoice {
  kind: StoreKind;
  reason: string;
}

/** Two stores that are up. `stop` ends only what was started here, and may be called twice. */
export interface EmbeddedStores {
  mongoUri: string;
  redisUrl: string;
  mongo: StoreChoice;
  redis: StoreChoice;
  stop(): Promise<void>;
}

/** One line for the person at the terminal, in Chinese. */
export type Report = (line: string) => void;

/** How to start the stores. */
export interface EmbeddedOptions {
  /** The folder that keeps data and installations, e.g. `.data`. */
  dataDir: string;
  /** True: empty stores, tuned for speed, that are gone after `stop`. */
  throwAway: boolean;
  report: Report;
  /** The environment to read; `process.env` without it. */
  env?: NodeJS.ProcessEnv;
  /** Stores that are not needed are not started (their URI is then empty). */
  need?: { mongo?: boolean; redis?: boolean };
}

/** One store that is up. */
export interface StartedStore {
  url: string;
  choice: StoreChoice;
  stop(): Promise<void>;
}

/** What every way of starting a store is told. */
export interface StartContext {
  dataDir: string;
  throwAway: boolean;
  report: Report;
  env: NodeJS.ProcessEnv;
}

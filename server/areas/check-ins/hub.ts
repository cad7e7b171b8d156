import type { Redis } from 'ioredis';
import type { Log } from '../../platform/log';

/** One subscriber connection a process, shared by all its screens. */
export interface Hub {
  /** Calls `listen` for each message of a channel, and where some may have been lost, until the returned function is called. */
  on(channel: string, listen: () => void): () => void;
  stop(): void;
}

export function createHub(redis: Redis, log: Log): Hub {
  const subscriber = redis.duplicate();
  subscriber.on('error', (err) => log.warn({ err }, 'redis subscriber'));
  const listeners = new Map<string, Set<() => void>>();
  subscriber.on('message', (channel: string) => {
    for (const listen of listeners.get(channel) ?? []) {
      listen();
    }
  });
  subscriber.on('ready', () => {
    // Redis was away: what was asked for meanwhile was given up, and what was published is lost.
    for (const [channel, all] of listeners) {
      subscriber.subscribe(channel).catch((err) => log.warn({ err }, 'subscribe'));
      for (const listen of all) {
        listen();
      }
    }
  });
  return {
    on(channel, listen) {
      const all = listeners.get(channel) ?? new Set();
      listeners.set(channel, all.add(listen));
      subscriber.subscribe(channel).catch((err) => log.warn({ err }, 'subscribe'));
      return () => {
        all.delete(listen);
        if (all.size === 0 && listeners.delete(channel)) {
          subscriber.unsubscribe(channel).catch(() => undefined);
        }
      };
    },
    stop: () => subscriber.disconnect(),
  };
}

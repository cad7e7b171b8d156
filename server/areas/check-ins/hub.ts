import type { Redis } from 'ioredis';
import type { Log } from '../../platform/log';

/** One subscriber connection a process, shared by all its screens. */
export interface Hub {
  /** Calls `listen` for each message of a channel until the returned function is called. */
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

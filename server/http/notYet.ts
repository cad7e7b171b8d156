import type { Area } from '@common/contract/endpoint';
import type { Handlers } from './call';
import { appError } from './errors';

/** Scaffold while an area is being written: what is missing throws. */
export function notYet<A extends Area>(written: Partial<Handlers<A>> = {}): Handlers<A> {
  return new Proxy(written, {
    get: (target, name) =>
      target[name as keyof typeof target] ??
      (async () => {
        throw appError('INTERNAL');
      }),
  }) as Handlers<A>;
}

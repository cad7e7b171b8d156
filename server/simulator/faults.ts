/** Troubles on order: the next calls of a path fail as WeChat's do on a bad day. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Middleware } from 'koa';
import { z } from 'zod';

export const faultInput = z.object({
  kind: z.enum(['errcode', 'hang', 'status', 'html', 'delay']),
  /** Only calls whose path begins so. */
  path: z.string().default('/'),
  errcode: z.int().default(-1),
  /** `delay`: how long before the answer. */
  ms: z.int().min(1).max(60_000).default(3000),
  status: z.int().min(400).max(599).default(502),
  times: z.int().min(1).max(10_000).default(1),
});
export type Fault = z.output<typeof faultInput>;

export interface Faults {
  order(fault: Fault): void;
  clear(): void;
  /** What is ordered and not used up. */
  ordered(): Fault[];
  /** How often each of WeChat's paths was called. */
  calls(path: string): number;
  middleware: Middleware;
}

/** Stands before WeChat's endpoints; the simulator's own pages and controls never fail. */
export function createFaults(): Faults {
  let faults: Fault[] = [];
  const counts = new Map<string, number>();

  function take(path: string): Fault | undefined {
    const fault = faults.find((candidate) => candidate.times > 0 && path.startsWith(candidate.path));
    if (fault) {
      fault.times -= 1;
    }
    return fault;
  }

  const middleware: Middleware = async (ctx, next) => {
    counts.set(ctx.path, (counts.get(ctx.path) ?? 0) + 1);
    const fault = take(ctx.path);
    switch (fault?.kind) {
      case undefined:
        return next();
      case 'delay':
        await wait(fault.ms);
        return next();
      case 'hang':
        // Never answered: the connection stays until somebody gives up.
        ctx.respond = false;
        return;
      case 'status':
        ctx.status = fault.status;
        ctx.body = 'Bad Gateway';
        return;
      case 'html':
        ctx.type = 'html';
        ctx.body = '<html><body>维护中</body></html>';
        return;
      case 'errcode':
        ctx.body = { errcode: fault.errcode, errmsg: `ordered fault ${fault.errcode} rid: 0-0-0` };
    }
  };

  return {
    order: (fault) => faults.push({ ...fault }),
    clear: () => {
      faults = [];
    },
    ordered: () => faults.filter(({ times }) => times > 0),
    calls: (path) => counts.get(path) ?? 0,
    middleware,
  };
}

import { PassThrough } from 'node:stream';
import type { Endpoint } from '@common/contract/endpoint';
import type { Context } from 'koa';
import type { EventStream } from './call';

// Proxies cut an idle connection after a minute or so.
const HEARTBEAT_MS = 15_000;

/** Turns the answer into a server-sent-event stream of unnamed `data:` lines in the endpoint's output shape. */
export function openEventStream(
  ctx: Context,
  endpoint: Endpoint,
  stopping: Promise<void>,
): EventStream<Endpoint> {
  const body = new PassThrough();
  ctx.status = 200;
  ctx.set({
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  });
  ctx.compress = false;
  ctx.req.socket.setTimeout(0);
  ctx.req.socket.setNoDelay(true);
  ctx.body = body;
  // Reconnect soon: a screen without its code stops a queue of people.
  body.write('retry: 1000\n\n');
  const heartbeat = setInterval(() => body.write(': \n\n'), HEARTBEAT_MS);
  const closed = new Promise<void>((resolve) => {
    const finish = () => {
      clearInterval(heartbeat);
      resolve();
    };
    body.on('close', finish);
    ctx.req.on('close', () => body.destroy());
    void stopping.then(() => body.destroy());
  });
  return {
    send: (event) => {
      if (!body.destroyed) {
        body.write(`data: ${JSON.stringify(endpoint.output.parse(event))}\n\n`);
      }
    },
    closed,
    end: () => body.end(),
  };
}

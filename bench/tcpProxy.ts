import type { AddressInfo } from 'node:net';
import { connect, createServer, type Server, type Socket } from 'node:net';

/** An address that stays, before a store that comes back at another one. */
export interface TcpProxy {
  port: number;
  /** From now on connections go there; those that are open break. */
  to(port: number): void;
  stop(): void;
}

/** Passes connections on to a port of this machine; while nothing listens there they are refused as by the store itself. */
export async function tcpProxy(target: number): Promise<TcpProxy> {
  let present = target;
  const open = new Set<Socket>();
  const keep = (socket: Socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
    return socket;
  };
  const server: Server = createServer((near) => {
    const far = keep(connect(present, '127.0.0.1'));
    keep(near);
    near.setNoDelay(true);
    far.setNoDelay(true);
    near.on('error', () => far.destroy());
    far.on('error', () => near.destroy());
    near.on('close', () => far.destroy());
    far.on('close', () => near.destroy());
    near.pipe(far);
    far.pipe(near);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const breakAll = () => {
    for (const socket of open) {
      socket.destroy();
    }
  };
  return {
    port: (server.address() as AddressInfo).port,
    to(port) {
      present = port;
      breakAll();
    },
    stop() {
      server.close();
      breakAll();
    },
  };
}

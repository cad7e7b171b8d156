import net from 'node:net';
import { execute } from './commands';
import type { GatewayState } from './context';
import { Cursors } from './cursors';
import { Database } from './database';
import { decode, encode, FrameReader, type Request } from './framing';
import { Transactions } from './transactions';

/** The most sockets; a driver's pool asks for up to a hundred. */
const MAX_SOCKETS = 1_000;
/** Requests that may wait on one socket before it is read no further. Drivers wait for each answer; only w:0 runs ahead. */
const MAX_WAITING = 16;

/** A running gateway. */
export interface Gateway {
  port: number;
  state: GatewayState;
  close(): Promise<void>;
}

/** What a gateway needs, and bounds that tests make small. */
export interface GatewayOptions {
  postgresPort: number;
  password: string;
  maxSockets?: number;
  maxCursors?: number;
  transactionLifetimeMs?: number;
}

function serve(socket: net.Socket, connectionId: number, state: GatewayState): void {
  const reader = new FrameReader();
  const waiting: Request[] = [];
  let isWorking = false;

  const mayRead = (): boolean => waiting.length < MAX_WAITING && !socket.writableNeedDrain;
  const work = async (): Promise<void> => {
    isWorking = true;
    for (let request = waiting.shift(); request && !socket.destroyed; request = waiting.shift()) {
      const reply = await execute(state, request, connectionId);
      if (!request.isSilent && !socket.destroyed && !socket.write(encode(request, reply))) {
        // The client reads slowly: no further request is carried out until it took this answer.
        await new Promise<void>((resolve) => {
          const go = () => {
            socket.off('drain', go).off('close', go);
            resolve();
          };
          socket.once('drain', go).once('close', go);
        });
      }
      if (mayRead()) {
        socket.resume();
      }
    }
    isWorking = false;
  };

  socket.setNoDelay(true);
  socket.on('error', () => socket.destroy());
  socket.on('close', () => {
    waiting.length = 0;
    void state.transactions.dropSocket(connectionId);
  });
  socket.on('data', (chunk) => {
    try {
      for (const message of reader.push(chunk)) {
        waiting.push(decode(message));
      }
    } catch {
      // What follows malformed bytes cannot be told from garbage: this client has lost its connection, the others notice nothing.
      socket.destroy();
      return;
    }
    if (!mayRead()) {
      socket.pause();
    }
    if (!isWorking) {
      work().catch(() => socket.destroy());
    }
  });
}

/** Opens the wire protocol on a free port of 127.0.0.1, the only address: there is no authentication. */
export async function startGateway(options: GatewayOptions): Promise<Gateway> {
  const database = new Database(options.postgresPort, options.password);
  const cursors = new Cursors(database.query, Date.now, options.maxCursors);
  const transactions = new Transactions(
    database,
    (session) => void cursors.endSession(session, true),
    options.transactionLifetimeMs,
  );
  const server = net.createServer();
  const sockets = new Set<net.Socket>();
  let port = 0;
  let lastId = 0;
  const state: GatewayState = { database, cursors, transactions, address: () => `127.0.0.1:${port}` };
  server.maxConnections = options.maxSockets ?? MAX_SOCKETS;
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    serve(socket, ++lastId, state);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  port = address && typeof address === 'object' ? address.port : 0;
  return {
    port,
    state,
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const socket of sockets) {
        socket.destroy();
      }
      await closed;
      await transactions.close();
      await cursors.close();
      await database.end();
    },
  };
}

import net from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import mongoose from 'mongoose';
import { whyNoApt } from '../machine';
import type { StartContext } from '../types';
import { type Cluster, startCluster } from './cluster';
import { encode } from './framing';
import { type Gateway, startGateway } from './gateway';
import { installDocumentDb } from './install';

const { Long, MongoClient } = mongoose.mongo;

/** Waits until the condition holds; the test's own time-out is the limit. */
async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) {
    await pause(10);
  }
}

function connect(port: number): Promise<net.Socket> {
  return new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1', () => resolve(socket));
    socket.on('error', () => undefined);
  });
}

const closed = (socket: net.Socket): Promise<void> =>
  new Promise((resolve) => (socket.destroyed ? resolve() : socket.once('close', () => resolve())));

// The gateway stands only where its installation can be had.
const describeHere = whyNoApt() ? describe.skip : describe;

describeHere('gateway', () => {
  let cluster: Cluster;
  let gateway: Gateway;
  let client: mongoose.mongo.MongoClient;

  const clientOf = (port: number): Promise<mongoose.mongo.MongoClient> =>
    MongoClient.connect(`mongodb://127.0.0.1:${port}/?directConnection=true&retryWrites=false`);
  const gatewayWith = (more: object): Promise<Gateway> =>
    startGateway({ postgresPort: cluster.port, password: cluster.password, ...more });

  beforeAll(async () => {
    const dataDir = join(__dirname, '../../../.data');
    const context: StartContext = { dataDir, throwAway: true, report: () => undefined, env: process.env };
    const base = join(process.env.JIJIAOTONG_CACHE || dataDir, 'documentdb');
    cluster = await startCluster(await installDocumentDb(base, context.report), context);
    gateway = await gatewayWith({});
    client = await clientOf(gateway.port);
    const docs = Array.from({ length: 500 }, (_, i) => ({ i }));
    await client.db('g').collection<{ i: number }>('many').insertMany(docs);
  });

  afterAll(async () => {
    await client?.close();
    await gateway?.close();
    await cluster?.stop();
  });

  describe('sockets', () => {
    it.each([
      ['garbage', Buffer.from('GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n')],
      ['an oversized frame', Buffer.from(Int32Array.of(48_000_001, 1, 0, 2013).buffer)],
      [
        'broken BSON',
        Buffer.from([...Buffer.from(Int32Array.of(28, 1, 0, 2013, 0).buffer), 0, 7, 0, 0, 0, 99, 1, 0]),
      ],
    ])('closes the socket that sends %s, and no other', async (_, bytes) => {
      const bad = await connect(gateway.port);
      bad.write(bytes);
      await closed(bad);
      expect(await client.db('g').command({ ping: 1 })).toMatchObject({ ok: 1 });
    });

    it('takes a bounded number', async () => {
      const small = await gatewayWith({ maxSockets: 2 });
      const sockets = [await connect(small.port), await connect(small.port), await connect(small.port)];
      await Promise.race(sockets.map(closed));
      await pause(50);
      expect(sockets.filter((socket) => socket.destroyed)).toHaveLength(1);
      for (const socket of sockets) {
        socket.destroy();
      }
      await small.close();
    });

    it('answers every request of a client that does not wait, though it reads slowly', async () => {
      const socket = await connect(gateway.port);
      socket.pause();
      const count = 300;
      const big = { find: 'many', $db: 'g', batchSize: 500 };
      for (let id = 1; id <= count; id++) {
        socket.write(encode({ opcode: 2013, requestId: 0 }, big));
      }
      await pause(200);
      let bytes = 0;
      let size = 0;
      socket.on('data', (chunk) => {
        size ||= chunk.readInt32LE(0);
        bytes += chunk.length;
      });
      socket.resume();
      await until(() => size > 0 && bytes === size * count);
      socket.destroy();
    });
  });

  describe('cursors', () => {
    it('frees one that is closed early, with its file', async () => {
      const many = client.db('g').collection('many');
      for (const sort of [{ i: -1 as const }, undefined]) {
        const cursor = many.find({}, { sort, batchSize: 10 });
        await cursor.next();
        expect(gateway.state.cursors.size).toBe(1);
        await cursor.close();
        expect(gateway.state.cursors.size).toBe(0);
      }
      const [row] = await gateway.state.database.query(
        "select count(*) as n from pg_ls_dir('pg_documentdb_cursor_files')",
        [],
      );
      expect(row?.n).toBe('0');
    });

    it('reads on over another connection and stops knowing it at its end', async () => {
      const db = client.db('g');
      const first = await db.command({ find: 'many', sort: { i: 1 }, batchSize: 200 });
      const other = await clientOf(gateway.port);
      const more = { getMore: first.cursor.id, collection: 'many', batchSize: 299 };
      expect((await other.db('g').command(more, { promoteLongs: false })).cursor.nextBatch).toHaveLength(299);
      expect((await db.command(more)).cursor).toMatchObject({ nextBatch: [{ i: 499 }] });
      await expect(db.command(more)).rejects.toMatchObject({ code: 43, codeName: 'CursorNotFound' });
      await other.close();
    });

    it('keeps a bounded number', async () => {
      const small = await gatewayWith({ maxCursors: 2 });
      const other = await clientOf(small.port);
      const open = () => other.db('g').command({ find: 'many', sort: { i: 1 }, batchSize: 2 });
      const [one] = [await open(), await open()];
      await expect(open()).rejects.toMatchObject({ code: 146 });
      const ids = [Long.fromValue(one.cursor.id), Long.fromNumber(4711)];
      expect(await other.db('g').command({ killCursors: 'many', cursors: ids })).toMatchObject({
        cursorsKilled: [expect.anything()],
        cursorsNotFound: [expect.anything()],
      });
      await open();
      expect(small.state.cursors.size).toBe(2);
      await other.close();
      await small.close();
    });

    it('closes those of a session that ends', async () => {
      const other = await clientOf(gateway.port);
      await other.db('g').collection('many').find({}, { batchSize: 5 }).next();
      expect(gateway.state.cursors.size).toBe(1);
      await other.close(); // The driver kills its cursors or ends their sessions.
      await until(() => gateway.state.cursors.size === 0);
    });
  });

  describe('transactions', () => {
    const lsid = () => ({ id: new mongoose.mongo.BSON.UUID() });
    const insert = (session: object, number: number, more: object) => ({
      insert: 'tx',
      documents: [{}],
      lsid: session,
      txnNumber: Long.fromNumber(number),
      autocommit: false,
      ...more,
    });
    const end = (what: string, session: object, number: number) => ({
      [what]: 1,
      $db: 'admin',
      lsid: session,
      txnNumber: Long.fromNumber(number),
      autocommit: false,
    });
    /** Sends one command past the driver, which would manage the session itself. */
    async function send(command: object, socket?: net.Socket): Promise<mongoose.mongo.BSON.Document> {
      const own = socket ?? (await connect(gateway.port));
      const reply = new Promise<Buffer>((resolve) => own.once('data', resolve));
      own.write(encode({ opcode: 2013, requestId: 0 }, { ...command, $db: 'g' }));
      const document = mongoose.mongo.BSON.deserialize((await reply).subarray(21));
      if (!socket) {
        own.destroy();
      }
      return document;
    }

    it('ends with the connection that used it last', async () => {
      const session = lsid();
      const socket = await connect(gateway.port);
      expect(await send(insert(session, 1, { startTransaction: true }), socket)).toMatchObject({ ok: 1 });
      expect(gateway.state.transactions.size).toBe(1);
      socket.destroy();
      await until(() => gateway.state.transactions.size === 0);
      expect(await send(end('commitTransaction', session, 1))).toMatchObject({
        code: 251,
        errorLabels: ['TransientTransactionError'],
      });
    });

    it('answers a repeated commit as the first time, and knows old numbers', async () => {
      const socket = await connect(gateway.port);
      const session = lsid();
      await send(insert(session, 3, { startTransaction: true }), socket);
      expect(await send(end('commitTransaction', session, 3), socket)).toMatchObject({ ok: 1 });
      expect(await send(end('commitTransaction', session, 3), socket)).toMatchObject({ ok: 1 });
      expect(await send(insert(session, 3, {}), socket)).toMatchObject({ code: 251 });
      expect(await send(insert(session, 2, {}), socket)).toMatchObject({ code: 225 });
      expect(await send(insert(session, 2, { startTransaction: true }), socket)).toMatchObject({ code: 225 });
      await send(insert(session, 4, { startTransaction: true }), socket);
      expect(await send(insert(session, 5, { startTransaction: true }), socket)).toMatchObject({ ok: 1 });
      expect(gateway.state.transactions.size).toBe(1); // Number 5 ended number 4.
      expect(await send(end('abortTransaction', session, 5), socket)).toMatchObject({ ok: 1 });
      expect(await client.db('g').collection('tx').countDocuments()).toBe(1);
      socket.destroy();
    });

    it('refuses retryable writes, as the URI says', async () => {
      expect(
        await send({ insert: 'tx', documents: [{}], lsid: lsid(), txnNumber: Long.fromNumber(1) }),
      ).toMatchObject({
        code: 20,
      });
    });

    it('ends when it lasts too long', async () => {
      const short = await gatewayWith({ transactionLifetimeMs: 100 });
      const other = await clientOf(short.port);
      const session = other.startSession();
      session.startTransaction();
      await other.db('g').collection('tx').insertOne({ late: true }, { session });
      await until(() => short.state.transactions.size === 0);
      await expect(session.commitTransaction()).rejects.toMatchObject({ code: 251 });
      expect(await other.db('g').collection('tx').countDocuments({ late: true })).toBe(0);
      await session.endSession();
      await other.close();
      await short.close();
    });
  });
});

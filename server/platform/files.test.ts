import { randomBytes } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { Types } from 'mongoose';
import { testStores } from '../testing/stores';
import { createFiles, type Files } from './files';
import { connectMongo } from './mongo';

const stores = testStores();
let connection: Awaited<ReturnType<typeof connectMongo>>;
let files: Files;
beforeAll(async () => {
  connection = await connectMongo(stores.mongoUri);
  files = createFiles(connection);
});
afterAll(async () => {
  await stores.reset();
  await connection.close();
  await stores.close();
});

test('what was put comes back byte for byte, over several chunks', async () => {
  const bytes = randomBytes(700_000);
  const id = String(await files.put('照片.jpg', bytes, { kind: 'photo' }));
  expect(await buffer(files.read(id))).toEqual(bytes);
  expect(await files.meta(id)).toEqual({ kind: 'photo' });
});

test('a file is taken once: its meta changes only where it still says so', async () => {
  const id = String(await files.put('a', Buffer.from('a'), { state: 'pending', owner: 'one' }));
  const take = async (owner: string) =>
    files.setMeta(id, { state: 'pending', owner }, { state: 'used', owner });
  expect(await take('other')).toBe(false);
  const taken = await Promise.all([take('one'), take('one'), take('one')]);
  expect(taken.filter(Boolean)).toHaveLength(1);
  expect(await files.meta(id)).toEqual({ state: 'used', owner: 'one' });
});

test('files are found by what is kept with them, oldest first', async () => {
  const first = String(await files.put('1', Buffer.from('1'), { kind: 'sweep' }));
  const second = String(await files.put('2', Buffer.from('2'), { kind: 'sweep' }));
  await files.put('3', Buffer.from('3'), { kind: 'other' });
  expect(await files.find({ kind: 'sweep' }, 10)).toEqual([first, second]);
  expect(await files.find({ kind: 'sweep' }, 1)).toEqual([first]);
});

test('a removed file is gone, and removing it again is no failure', async () => {
  const id = String(await files.put('a', Buffer.from('a'), {}));
  await files.remove(id);
  await files.remove(id);
  expect(await files.meta(id)).toBeNull();
  await expect(buffer(files.read(id))).rejects.toThrow(/not found/i);
  expect(await files.meta(String(new Types.ObjectId()))).toBeNull();
});

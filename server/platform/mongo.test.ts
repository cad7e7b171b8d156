import { Schema } from 'mongoose';
import { testStores } from '../testing/stores';
import { connectMongo, ensureIndexes, insertNew, modelOf } from './mongo';

const stores = testStores();
afterAll(async () => {
  await stores.reset();
  await stores.close();
});

test('an index that an earlier version defined otherwise is made anew; the rest of the store stays', async () => {
  const before = await connectMongo(stores.mongoUri);
  const old = new Schema({ number: String, name: String });
  old.index({ number: 1 }, { unique: true });
  old.index({ name: 1 });
  const Old = modelOf(before, 'reindexed', old);
  await ensureIndexes(before);
  await Old.collection.createIndex({ name: -1 }, { name: 'byHand' });
  await Old.create({ number: '1' });
  await before.close();

  const after = await connectMongo(stores.mongoUri);
  const now = new Schema({ number: String, name: String });
  now.index({ number: 1 }, { unique: true, partialFilterExpression: { number: { $exists: true } } });
  now.index({ name: 1 });
  const Now = modelOf(after, 'reindexed', now);
  await ensureIndexes(after);
  await ensureIndexes(after);
  const names = (await Now.collection.indexes()).map(({ name }) => name);
  expect(names.sort()).toEqual(['_id_', 'byHand', 'name_1', 'number_1']);
  // Only the new definition lets two be without a number, and both keep one number for one.
  await Now.create([{ name: 'a' }, { name: 'b' }]);
  await expect(Now.create({ number: '1' })).rejects.toMatchObject({ code: 11000 });
  expect(await Now.countDocuments()).toBe(3);
  await after.close();
});

test('insertNew counts what is new, and throws where anything but a duplicate kept one out', async () => {
  const connection = await connectMongo(stores.mongoUri);
  const Numbered = modelOf(connection, 'numbered', new Schema<{ _id: unknown }>({ _id: Schema.Types.Mixed }));
  expect(await insertNew(Numbered, [])).toBe(0);
  expect(await insertNew(Numbered, [{ _id: 1 }, { _id: 2 }])).toBe(2);
  expect(await insertNew(Numbered, [{ _id: 1 }, { _id: 2 }])).toBe(0);
  expect(await insertNew(Numbered, [{ _id: 1 }, { _id: 3 }])).toBe(1);
  // An array is no id: the store refuses it beside the one that it knows, and takes the last.
  const refused = insertNew(Numbered, [{ _id: 1 }, { _id: [4] }, { _id: 5 }]);
  await expect(refused).rejects.toMatchObject({ code: 11000 });
  expect(await Numbered.countDocuments()).toBe(4);
  await connection.close();
});

import mongoose, { Schema } from 'mongoose';
import { testStores } from '../testing/stores';

/** Whatever store was chosen must do what the server relies on, seen through mongoose. */
describe('MongoDB through mongoose', () => {
  const stores = testStores();
  let connection: mongoose.Connection;

  beforeAll(async () => {
    connection = await mongoose
      .createConnection(stores.mongoUri, { writeConcern: { w: 'majority', j: true }, maxPoolSize: 50 })
      .asPromise();
    await stores.reset();
  });

  afterAll(async () => {
    await connection.close();
    await stores.close();
  });

  describe('unique indexes', () => {
    const schema = new Schema({ name: String, unit: String, year: Number });
    schema.index({ name: 1, unit: 1 }, { unique: true });
    schema.index({ year: 1 }, { unique: true, partialFilterExpression: { unit: 'open' } });

    it('refuses a duplicate with code, keyPattern and keyValue', async () => {
      const Model = connection.model('wire_unique', schema);
      await Model.init();
      await Model.create({ name: '张三', unit: '甲' });
      const error = await Model.create({ name: '张三', unit: '甲' }).catch((e) => e);
      expect(error).toMatchObject({
        name: 'MongoServerError',
        code: 11000,
        keyPattern: { name: 1, unit: 1 },
        keyValue: { name: '张三', unit: '甲' },
      });
      expect(error.message).toMatch(
        /^E11000 duplicate key error collection: .*wire_unique.* index: name_1_unit_1/,
      );
      await Model.create({ name: '张三', unit: '乙' });
    });

    it('refuses a duplicate of _id', async () => {
      const Model = connection.model('wire_unique', schema);
      const { _id } = await Model.create({ name: '王五', unit: '甲' });
      await expect(Model.create({ _id, name: '赵六', unit: '甲' })).rejects.toMatchObject({
        code: 11000,
        keyPattern: { _id: 1 },
      });
    });

    it('applies a partial index only where its filter holds', async () => {
      const Model = connection.model('wire_unique', schema);
      await Model.create({ name: 'a', unit: 'closed', year: 2026 });
      await Model.create({ name: 'b', unit: 'closed', year: 2026 });
      await Model.create({ name: 'c', unit: 'open', year: 2026 });
      await expect(Model.create({ name: 'd', unit: 'open', year: 2026 })).rejects.toMatchObject({
        code: 11000,
      });
      await expect(Model.updateOne({ name: 'a' }, { unit: 'open' })).rejects.toMatchObject({
        code: 11000,
        keyPattern: { year: 1 },
      });
      await expect(Model.findOneAndUpdate({ name: 'b' }, { unit: 'open', year: 2026 })).rejects.toMatchObject(
        { code: 11000, keyPattern: { year: 1 }, keyValue: { year: 2026 } },
      );
    });

    it('writes what it can of an unordered bulk and names each refusal', async () => {
      const Model = connection.model('wire_unique', schema);
      const error = await Model.insertMany(
        [
          { name: 'm', unit: '1' },
          { name: 'm', unit: '1' },
          { name: 'n', unit: '1' },
          { name: 'm', unit: '1' },
        ],
        { ordered: false },
      ).catch((e) => e);
      expect(error.code).toBe(11000);
      expect(error.writeErrors.map((e: { err: { index: number } }) => e.err.index)).toEqual([1, 3]);
      expect(await Model.countDocuments({ unit: '1' })).toBe(2);
      const bulk = await Model.bulkWrite(
        [
          { insertOne: { document: { name: 'm', unit: '1' } } },
          { updateOne: { filter: { name: 'n' }, update: { $set: { year: 7 } } } },
          { updateOne: { filter: { name: 'o' }, update: { $set: { unit: '2' } }, upsert: true } },
          { deleteOne: { filter: { name: 'm' } } },
        ],
        { ordered: false },
      ).catch((e) => e);
      expect(bulk.code).toBe(11000);
      expect(bulk.result).toMatchObject({ modifiedCount: 1, upsertedCount: 1, deletedCount: 1 });
    });
  });

  describe('races', () => {
    const schema = new Schema({ key: String, n: Number, seen: [Number] });
    schema.index({ key: 1 }, { unique: true });

    it('makes one document of thirty concurrent upserts', async () => {
      const Model = connection.model('wire_race', schema);
      await Model.init();
      await Promise.all(
        Array.from({ length: 30 }, (_, i) =>
          Model.updateOne({ key: 'one' }, { $inc: { n: 1 }, $push: { seen: i } }, { upsert: true }),
        ),
      );
      expect(await Model.find({ key: 'one' }).lean()).toMatchObject([{ n: 30 }]);
    });

    it('makes one document of thirty concurrent findOneAndUpdate upserts', async () => {
      const Model = connection.model('wire_race', schema);
      const all = await Promise.all(
        Array.from({ length: 30 }, () =>
          Model.findOneAndUpdate(
            { key: 'two' },
            { $inc: { n: 1 } },
            { upsert: true, returnDocument: 'after' },
          ).lean(),
        ),
      );
      expect(all.map((d) => d?.n ?? 0).sort((a, b) => a - b)).toEqual(
        Array.from({ length: 30 }, (_, i) => i + 1),
      );
    });

    it('lets one of two concurrent inserts of a key through', async () => {
      const Model = connection.model('wire_race', schema);
      const outcomes = await Promise.allSettled(
        Array.from({ length: 20 }, () => Model.create({ key: 'three' })),
      );
      expect(outcomes.filter((o) => o.status === 'fulfilled')).toHaveLength(1);
      for (const outcome of outcomes) {
        expect(outcome.status === 'fulfilled' || outcome.reason.code === 11000).toBe(true);
      }
    });
  });

  describe('transactions', () => {
    const schema = new Schema({ name: String, n: Number });
    schema.index({ name: 1 }, { unique: true });
    const model = () => connection.model('wire_tx', schema);

    beforeAll(async () => {
      await model().init();
    });

    it('commits all or nothing', async () => {
      const session = await connection.startSession();
      await session.withTransaction(async () => {
        await model().create([{ name: 'a', n: 1 }], { session });
        await model().create([{ name: 'b', n: 1 }], { session });
        expect(await model().countDocuments({ n: 1 })).toBe(0);
        expect(await model().countDocuments({ n: 1 }).session(session)).toBe(2);
      });
      expect(await model().countDocuments({ n: 1 })).toBe(2);
      await expect(
        session.withTransaction(async () => {
          await model().create([{ name: 'c', n: 1 }], { session });
          throw new Error('stop');
        }),
      ).rejects.toThrow('stop');
      expect(await model().countDocuments({ n: 1 })).toBe(2);
      await session.endSession();
    });

    it('rolls back after a duplicate key', async () => {
      const session = await connection.startSession();
      await expect(
        session.withTransaction(async () => {
          await model().create([{ name: 'd', n: 2 }], { session });
          await model().create([{ name: 'a', n: 2 }], { session });
        }),
      ).rejects.toMatchObject({ code: 11000 });
      expect(await model().countDocuments({ n: 2 })).toBe(0);
      await session.endSession();
    });

    it('loses no increment of twenty concurrent transactions', async () => {
      await model().create({ name: 'counter', n: 0 });
      await Promise.all(
        Array.from({ length: 20 }, () =>
          connection.transaction(async (session) => {
            const found = await model().findOne({ name: 'counter' }).session(session).orFail();
            await model().updateOne({ name: 'counter' }, { n: (found.n ?? 0) + 1 }, { session });
          }),
        ),
      );
      expect((await model().findOne({ name: 'counter' }))?.n).toBe(20);
    });

    it('labels a write conflict as transient', async () => {
      await model().create({ name: 'hot', n: 0 });
      const [one, two] = [await connection.startSession(), await connection.startSession()];
      one.startTransaction();
      two.startTransaction();
      await model().updateOne({ name: 'hot' }, { $inc: { n: 1 } }, { session: one });
      const error = await model()
        .updateOne({ name: 'hot' }, { $inc: { n: 1 } }, { session: two })
        .catch((e) => e);
      expect(error.code).toBe(112);
      expect(error.hasErrorLabel('TransientTransactionError')).toBe(true);
      await one.commitTransaction();
      await two.abortTransaction();
      expect((await model().findOne({ name: 'hot' }))?.n).toBe(1);
    });

    it('leaves room for other work beside many open transactions', async () => {
      const sessions = await Promise.all(Array.from({ length: 20 }, () => connection.startSession()));
      await Promise.all(
        sessions.map((session, i) => {
          session.startTransaction();
          return model().create([{ name: `open ${i}` }], { session });
        }),
      );
      await Promise.all(Array.from({ length: 60 }, (_, i) => model().create({ name: `beside ${i}` })));
      await Promise.all(sessions.map((session) => session.abortTransaction()));
      expect(await model().countDocuments({ name: /^open/ })).toBe(0);
      expect(await model().countDocuments({ name: /^beside/ })).toBe(60);
    });
  });
});

import mongoose, { Schema } from 'mongoose';
import { testStores } from '../testing/stores';

/** Reading: cursors, aggregations, indexes, Chinese text; on whatever store was chosen. */
describe('queries through mongoose', () => {
  const stores = testStores();
  let connection: mongoose.Connection;

  const schema = new Schema({
    n: Number,
    name: String,
    unit: String,
    at: Date,
    expireAt: Date,
    tags: [String],
  });
  schema.index({ n: 1 });
  schema.index({ unit: 1, at: -1 });
  schema.index({ expireAt: 1 }, { expireAfterSeconds: 60 });
  const units = ['株洲市人民医院', '长沙市中心医院', '北京协和医院'];
  const model = () => connection.model('wire_query', schema);

  beforeAll(async () => {
    connection = await mongoose.createConnection(stores.mongoUri).asPromise();
    await stores.reset();
    await model().init();
    const at = (i: number): Date => new Date(Date.UTC(2026, 0, 1, 15, 30) + i * 3_600_000);
    await model().insertMany(
      Array.from({ length: 1_200 }, (_, i) => ({
        n: i,
        name: `学员${String(i).padStart(4, '0')}`,
        unit: units[i % 3],
        at: at(i),
        tags: i % 2 ? ['奇'] : ['偶', '双'],
      })),
    );
  });

  afterAll(async () => {
    await connection.close();
    await stores.close();
  });

  it.each([{ sort: undefined }, { sort: { name: -1 as const } }])(
    'reads a cursor over batches, sorted: $sort',
    async ({ sort }) => {
      const seen: number[] = [];
      const find = model().find().batchSize(100);
      for await (const doc of sort ? find.sort(sort) : find) {
        seen.push(doc.n ?? -1);
      }
      expect(new Set(seen).size).toBe(1_200);
      if (sort) {
        expect(seen).toEqual(Array.from({ length: 1_200 }, (_, i) => 1_199 - i));
      }
    },
  );

  it('reads an aggregation over batches', async () => {
    const cursor = model()
      .aggregate([{ $match: { n: { $gte: 100 } } }, { $sort: { n: 1 } }])
      .cursor({ batchSize: 150 });
    const seen: number[] = [];
    for await (const doc of cursor) {
      seen.push(doc.n);
    }
    expect(seen).toEqual(Array.from({ length: 1_100 }, (_, i) => i + 100));
  });

  it('stays open for reading within a transaction', async () => {
    await connection.transaction(async (session) => {
      await model().updateOne({ n: 5 }, { $set: { tags: ['事务'] } }, { session });
      let count = 0;
      for await (const doc of model().find({}, null, { session }).sort({ n: 1 }).batchSize(100)) {
        count += doc.n === 5 && doc.tags[0] !== '事务' ? -1_000 : 1;
      }
      expect(count).toBe(1_200);
    });
  });

  it('reads several cursors at once and forgets one that was closed early', async () => {
    const cursors = Array.from({ length: 12 }, () => model().find().sort({ n: 1 }).batchSize(10).cursor());
    const firsts = await Promise.all(cursors.map((cursor) => cursor.next()));
    expect(firsts.map((doc) => doc?.n)).toEqual(Array(12).fill(0));
    await Promise.all(cursors.map((cursor) => cursor.close()));
  });

  it('sorts, skips and limits with Chinese text', async () => {
    const names = await model().find({ unit: '株洲市人民医院' }).sort({ name: 1 }).skip(2).limit(3).lean();
    expect(names.map((d) => d.name)).toEqual(['学员0006', '学员0009', '学员0012']);
  });

  it('matches regular expressions on Unicode', async () => {
    expect(await model().countDocuments({ unit: /中心/ })).toBe(400);
    expect(await model().countDocuments({ unit: { $regex: '^北京.和', $options: 'i' } })).toBe(400);
    expect(await model().countDocuments({ name: /^学员00(0|1)\d$/ })).toBe(20);
  });

  it('groups, facets and counts', async () => {
    const [result] = await model().aggregate([
      { $match: { n: { $lt: 300 } } },
      {
        $facet: {
          byUnit: [
            { $group: { _id: '$unit', count: { $sum: 1 }, last: { $max: '$n' } } },
            { $sort: { _id: 1 } },
          ],
          total: [{ $count: 'n' }],
        },
      },
    ]);
    expect(result.total).toEqual([{ n: 300 }]);
    expect(result.byUnit).toHaveLength(3);
    expect(result.byUnit[0]).toMatchObject({ count: 100 });
  });

  it('writes dates in the time zone of Shanghai', async () => {
    const [first] = await model().aggregate([
      { $match: { n: 1 } },
      {
        $project: {
          day: { $dateToString: { date: '$at', format: '%Y-%m-%d %H:%M', timezone: 'Asia/Shanghai' } },
        },
      },
    ]);
    expect(first.day).toBe('2026-01-02 00:30');
  });

  it('joins', async () => {
    const Unit = connection.model('wire_unit', new Schema({ unit: String, city: String }));
    await Unit.create({ unit: '北京协和医院', city: '北京' });
    const [joined] = await model().aggregate([
      { $match: { n: 2 } },
      { $lookup: { from: Unit.collection.name, localField: 'unit', foreignField: 'unit', as: 'of' } },
      { $unwind: '$of' },
    ]);
    expect(joined.of.city).toBe('北京');
  });

  it('changes arrays by filter and by pipeline', async () => {
    await model().updateOne({ n: 0 }, { $set: { 'tags.$[t]': '零' } }, { arrayFilters: [{ t: '偶' }] });
    await model().updateOne({ n: 0 }, [{ $set: { name: { $concat: ['$name', '!'] } } }], {
      updatePipeline: true,
    });
    expect(await model().findOne({ n: 0 }).lean()).toMatchObject({ name: '学员0000!', tags: ['零', '双'] });
    await model().updateOne({ n: 0 }, { name: '学员0000' });
  });

  it('keeps the TTL of an index and lists indexes as they were asked for', async () => {
    const indexes = await model().collection.indexes();
    expect(indexes.find((i) => i.name === 'expireAt_1')).toMatchObject({ expireAfterSeconds: 60 });
    expect(await model().diffIndexes()).toEqual({ toDrop: [], toCreate: [] });
    await model().syncIndexes();
  });

  it('explains whether an index is used', async () => {
    const stageOf = (plan: unknown): string | undefined => /IXSCAN|COLLSCAN/.exec(JSON.stringify(plan))?.[0];
    expect(stageOf(await model().find({ n: 7 }).explain('queryPlanner'))).toBe('IXSCAN');
    expect(
      stageOf(await model().find({ unit: units[0] }).sort({ at: -1 }).limit(5).explain('queryPlanner')),
    ).toBe('IXSCAN');
    expect(stageOf(await model().find({ name: 'x' }).explain('queryPlanner'))).toBe('COLLSCAN');
    expect(
      stageOf(await model().find({ _id: new mongoose.Types.ObjectId() }).explain('queryPlanner')),
    ).toMatch(/IXSCAN|IDHACK/);
    expect(
      stageOf(
        await model()
          .aggregate([{ $match: { n: 7 } }])
          .explain('queryPlanner'),
      ),
    ).toBe('IXSCAN');
  });

  it('stops a query that takes longer than it may', async () => {
    const slow = model().aggregate([
      {
        $lookup: {
          from: model().collection.name,
          let: { a: '$n' },
          pipeline: [{ $match: { $expr: { $gt: ['$n', '$$a'] } } }, { $limit: 900 }],
          as: 'all',
        },
      },
      { $unwind: '$all' },
      { $group: { _id: { $mod: ['$all.n', 7] }, s: { $sum: '$all.n' } } },
    ]);
    await expect(slow.option({ maxTimeMS: 1 })).rejects.toMatchObject({ code: 50 });
  });

  it('tells errors by their codes', async () => {
    const db = connection.db as mongoose.mongo.Db;
    await expect(db.command({ noSuchThing: 1 })).rejects.toMatchObject({
      code: 59,
      codeName: 'CommandNotFound',
    });
    await expect(db.collection('wire_none').indexes()).rejects.toMatchObject({ code: 26 });
    await expect(
      db.command({ getMore: mongoose.mongo.Long.fromNumber(42), collection: 'x' }),
    ).rejects.toMatchObject({ code: 43 });
    await expect(db.collection('wire_valid').findOne({ n: { $bad: 1 } })).rejects.toMatchObject({ code: 2 });
    await db.createCollection('wire_valid', { validator: { n: { $type: 'int' } } });
    await expect(db.collection('wire_valid').insertOne({ n: 'x' })).rejects.toMatchObject({ code: 121 });
    await expect(db.createCollection('wire_valid')).rejects.toMatchObject({ code: 48 });
    await db.dropCollection('wire_valid');
  });

  it('keeps binary data, long integers, decimals and dates as they are', async () => {
    const { Long, Decimal128, Double } = mongoose.mongo as unknown as typeof import('bson');
    const collection = (connection.db as mongoose.mongo.Db).collection('wire_types');
    const document = {
      bytes: Buffer.from([0, 1, 2, 255]),
      long: Long.fromString('9007199254740993'),
      decimal: Decimal128.fromString('1.10'),
      double: new Double(3),
      at: new Date(0),
      nothing: null,
      deep: [[{ a: ['中', { b: true }] }]],
    };
    const { insertedId } = await collection.insertOne({ ...document });
    const found = await collection.findOne(
      { _id: insertedId },
      { promoteValues: false, promoteLongs: false },
    );
    expect(String(found?.long)).toBe('9007199254740993');
    expect(String(found?.decimal)).toBe('1.10');
    expect(found?.double?._bsontype).toBe('Double');
    expect(Buffer.from(found?.bytes.buffer)).toEqual(document.bytes);
    expect(found?.at).toEqual(document.at);
    expect(await collection.findOne({ _id: insertedId }, { projection: { deep: 1, _id: 0 } })).toEqual({
      deep: document.deep,
    });
  });

  it('stores files', async () => {
    const bucket = new mongoose.mongo.GridFSBucket(connection.db as mongoose.mongo.Db, {
      chunkSizeBytes: 100_000,
    });
    const bytes = Buffer.alloc(450_000, '继');
    const up = bucket.openUploadStream('证明.pdf');
    await new Promise<void>((done, fail) =>
      up
        .on('finish', () => done())
        .on('error', fail)
        .end(bytes),
    );
    const parts: Buffer[] = [];
    for await (const part of bucket.openDownloadStream(up.id)) {
      parts.push(part as Buffer);
    }
    expect(Buffer.concat(parts).equals(bytes)).toBe(true);
  });
});

import { Redis } from 'ioredis';
import mongoose from 'mongoose';
import { testStores } from './stores';

describe('testStores', () => {
  const stores = testStores();
  const connection = mongoose.createConnection(stores.mongoUri);
  const redis = new Redis(stores.redisUrl);

  afterAll(async () => {
    await connection.close();
    await redis.quit();
    await stores.close();
  });

  it('names a database and a Redis number of this worker alone', () => {
    expect(new URL(stores.mongoUri).pathname).toMatch(/^\/jjt_[0-9a-f]{8}_\d+$/);
    expect(Number(new URL(stores.redisUrl).pathname.slice(1))).toBeGreaterThan(0);
  });

  it('empties both stores and keeps indexes', async () => {
    const collection = connection.collection('things');
    await collection.createIndex({ name: 1 }, { unique: true });
    await collection.insertOne({ name: '甲' });
    await redis.set('key', 'value');
    await stores.reset();
    expect(await collection.countDocuments()).toBe(0);
    expect(await redis.get('key')).toBeNull();
    expect(await collection.indexes()).toHaveLength(2);
  });
});

/**
 * The floor that check-ins are measured against: a bare Koa with the same body parsing, one Redis GET and one acknowledged insert of
 * the same row into a collection with the same indexes. Nothing that must do as much can be faster.
 */
import { bodyParser } from '@koa/bodyparser';
import Koa from 'koa';
import { Types } from 'mongoose';
import { checkInModel } from '../server/areas/check-ins/model';
import { readConfig } from '../server/platform/config';
import { createLog } from '../server/platform/log';
import { connectMongo } from '../server/platform/mongo';
import { connectRedis } from '../server/platform/redis';

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const mongo = await connectMongo(config.MONGODB_URI);
  const redis = connectRedis(config.REDIS_URL, createLog('fatal'));
  const floor = mongo.collection('floor');
  await mongo.createCollection('floor');
  for (const [keys, options] of checkInModel(mongo).schema.indexes()) {
    await floor.createIndex(keys as Record<string, 1 | -1>, { unique: options.unique === true });
  }
  const [activityId, courseId] = [new Types.ObjectId(), new Types.ObjectId()];
  const app = new Koa();
  app.use(bodyParser({ enableTypes: ['json'], jsonLimit: '256kb' }));
  app.use(async (ctx) => {
    const { claimId } = ((ctx.request as { body?: unknown }).body ?? {}) as { claimId?: string };
    if (!claimId) {
      ctx.body = { ok: true };
      return;
    }
    await redis.get(`claim:${claimId}`);
    const now = new Date();
    const row = {
      _id: new Types.ObjectId(),
      activityId,
      courseId,
      learnerId: new Types.ObjectId(),
      identityId: new Types.ObjectId(),
      displayId: activityId,
      direction: 'in',
      at: now,
      receivedAt: now,
      slot: 1,
      slotWindow: 1,
      method: 'qr',
      claim: claimId,
      network: 'x'.repeat(43),
    };
    await floor.insertOne(row);
    ctx.body = { id: String(row._id) };
  });
  app.listen(config.PORT, '127.0.0.1');
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});

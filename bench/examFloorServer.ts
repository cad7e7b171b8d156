/**
 * The floor that submissions of an exam are measured against: a bare Koa with the same body parsing, one MongoDB read of an attempt
 * and one acknowledged write of its outcome, both of the same size, in a collection with the same indexes. Nothing that must do as
 * much can be faster.
 */
import { bodyParser } from '@koa/bodyparser';
import Koa from 'koa';
import { Types } from 'mongoose';
import { readConfig } from '../server/platform/config';
import { connectMongo } from '../server/platform/mongo';
import { examFloor } from './examFloor';

interface Body {
  attemptId?: string;
  answers?: { question: string; chosen: number[] }[];
}

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const mongo = await connectMongo(config.MONGODB_URI);
  const floor = await examFloor(mongo);
  const app = new Koa();
  app.use(bodyParser({ enableTypes: ['json'], jsonLimit: '256kb' }));
  app.use(async (ctx) => {
    const { attemptId, answers = [] } = ((ctx.request as { body?: Body }).body ?? {}) as Body;
    if (!attemptId) {
      ctx.body = { ok: true };
      return;
    }
    const _id = new Types.ObjectId(attemptId);
    const attempt = await floor.findOne({ _id });
    const given = answers.map(({ question, chosen }) => ({ question: new Types.ObjectId(question), chosen }));
    const outcome = {
      answers: given,
      revision: 1,
      score: 100,
      isPassed: true,
      right: given.map(({ question }) => question),
      isTimedOut: false,
      submittedAt: new Date(),
    };
    await floor.updateOne({ _id }, { $set: outcome });
    ctx.body = { id: attempt?._id };
  });
  app.listen(config.PORT, '127.0.0.1');
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});

import { summaryOf } from '@common/rules/htmlText';
import { Types } from 'mongoose';
import type { Platform } from '../../platform';
import { createBackground } from '../crediting/background';
import type { Services } from '../services';
import { type NoticeDoc, noticeModel } from './model';

/** 推送: every approved learner of the region is told of a notice once, whatever process ends meanwhile. */
export interface Pushing {
  /** Begins behind the request's back, unless it is going on already; answers whether it began. */
  start(noticeId: Types.ObjectId): Promise<boolean>;
  /** Of a notice that was withdrawn: who has not been sent it yet is not. */
  end(noticeId: Types.ObjectId): Promise<void>;
  /** Goes on with those that were broken off; in any number of processes. */
  sweep(): Promise<void>;
  /** Puts what is going on here back for others, and takes on no more. */
  settled(): Promise<void>;
}

/** A push that nobody has touched for so long was left by a process that is gone. */
const LEFT_MS = 60_000;
const AT_ONCE = 500;

/** The keys under which a notice is told begin so. */
const keysOf = (noticeId: Types.ObjectId) => `notice-${noticeId}-`;

/** What ends the work without a failure: withdrawn, taken over by another process, or this one is being stopped. */
class Ended extends Error {}

export function createPushing({ mongo, clock, log }: Platform, services: Services): Pushing {
  const Notice = noticeModel(mongo);
  const background = createBackground();
  let isStopping = false;

  const now = () => new Date(clock.now());
  const held = (noticeId: Types.ObjectId, worker: Types.ObjectId) => ({
    _id: noticeId,
    state: 'published' as const,
    'push.worker': worker,
  });

  /** Unit by unit, so that another process can go on: who was told already is not told again, by his key. */
  async function tellAll(notice: NoticeDoc, worker: Types.ObjectId): Promise<void> {
    /** @throws Ended where it is no longer this worker's. */
    async function touch(set: Record<string, unknown>): Promise<void> {
      const { matchedCount } = await Notice.updateOne(held(notice._id, worker), {
        $set: { 'push.touchedAt': now(), ...set },
      });
      if (matchedCount === 0 || isStopping) {
        throw new Ended();
      }
    }
    const id = String(notice._id);
    const authority = await services.regionsUnits.authority(String(notice.authorityId));
    const message = {
      kind: 'notice' as const,
      title: notice.title,
      lines: [authority?.name ?? '', summaryOf(notice.text)].filter((line) => line !== ''),
      page: `notices/detail/index?noticeId=${id}`,
    };
    const unitIds = (await services.regionsUnits.unitIdsIn(notice.regionCode)).sort();
    await touch({ 'push.total': await services.learners.count({ unitIds, state: 'approved' }) });
    let told = notice.push?.told ?? 0;
    const after = String(notice.push?.after ?? '');
    for (const unitId of unitIds.filter((each) => each > after)) {
      const learnerIds = await services.learners.idsOf(unitId);
      for (let from = 0; from < learnerIds.length; from += AT_ONCE) {
        const some = learnerIds.slice(from, from + AT_ONCE);
        await services.notifications.tellMany(
          some.map((learnerId) => ({ learnerId, key: `${keysOf(notice._id)}${learnerId}` })),
          message,
        );
        await touch({});
      }
      told += learnerIds.length;
      await touch({ 'push.told': told, 'push.after': new Types.ObjectId(unitId) });
    }
    await Notice.updateOne(held(notice._id, worker), {
      $set: { 'push.finishedAt': now(), 'push.total': told },
      $unset: { 'push.worker': true },
    });
  }

  async function work(notice: NoticeDoc, worker: Types.ObjectId): Promise<void> {
    try {
      await tellAll(notice, worker);
    } catch (error) {
      if (!(error instanceof Ended)) {
        log.error({ err: error, noticeId: String(notice._id) }, 'push left to the next sweep');
        return;
      }
      // Where it is still ours, whoever sweeps next may have it at once.
      await Notice.updateOne(held(notice._id, worker), { $set: { 'push.touchedAt': new Date(0) } });
      // Of what was written while it was withdrawn.
      if (await Notice.exists({ _id: notice._id, state: 'withdrawn' })) {
        await services.notifications.callOff(keysOf(notice._id));
      }
    }
  }

  async function claim(): Promise<{ notice: NoticeDoc; worker: Types.ObjectId } | null> {
    const worker = new Types.ObjectId();
    const notice = await Notice.findOneAndUpdate(
      {
        state: 'published',
        'push.worker': { $exists: true },
        'push.touchedAt': { $lte: new Date(clock.now() - LEFT_MS) },
      },
      { $set: { 'push.worker': worker, 'push.touchedAt': now() } },
      { sort: { 'push.touchedAt': 1 }, returnDocument: 'after' },
    ).lean();
    return notice && { notice, worker };
  }

  return {
    async start(noticeId) {
      const worker = new Types.ObjectId();
      const notice = await Notice.findOneAndUpdate(
        { _id: noticeId, state: 'published', 'push.worker': { $exists: false } },
        { $set: { push: { startedAt: now(), told: 0, touchedAt: now(), worker } } },
        { returnDocument: 'after' },
      ).lean();
      if (notice) {
        void background.run(work(notice, worker));
      }
      return notice !== null;
    },
    async end(noticeId) {
      await Notice.updateOne(
        { _id: noticeId, state: 'withdrawn', 'push.worker': { $exists: true } },
        { $set: { 'push.finishedAt': now() }, $unset: { 'push.worker': true } },
      );
      await services.notifications.callOff(keysOf(noticeId));
    },
    async sweep() {
      while (!isStopping) {
        const claimed = await claim();
        if (!claimed) {
          return;
        }
        await background.run(work(claimed.notice, claimed.worker));
      }
    },
    async settled() {
      isStopping = true;
      await background.settled();
    },
  };
}

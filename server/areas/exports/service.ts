import { createHash } from 'node:crypto';
import type { ExportOrder } from '@common/contract/exports';
import { dayOf } from '@common/rules/shanghaiTime';
import { EXPORT_KINDS, STATISTIC_GROUPS } from '@common/terms';
import { isValidObjectId, Types } from 'mongoose';
import type { Actor, ServedFile } from '../../http/call';
import { appError } from '../../http/errors';
import { fileSafe } from '../../http/fileSafe';
import type { Platform } from '../../platform';
import { isDuplicate, type Paging, pageOf, tryAgain } from '../../platform/mongo';
import { XLSX } from '../../sheets/writeTemplate';
import type { Services } from '../services';
import { createMaking } from './making';
import { type ExportDoc, exportModel } from './model';

type Owner = Pick<Actor, 'kind' | 'id'>;

export interface ExportsService {
  /** Begins one; the same that is being made already is answered instead. @throws AppError NOT_FOUND. */
  start(order: ExportOrder, by: { actor: Actor; requestId: string }): Promise<ExportDoc>;
  /** The latest first. */
  list(owner: Owner, paging: Paging): Promise<{ rows: ExportDoc[]; total: number }>;
  /** @throws AppError NOT_FOUND. */
  get(owner: Owner, exportId: string): Promise<ExportDoc>;
  /** @throws AppError NOT_FOUND, EXPORT_NOT_READY, EXPORT_EXPIRED. */
  file(owner: Owner, exportId: string): Promise<ServedFile>;
  /** Ends the work on it where that goes on. @throws AppError NOT_FOUND. */
  remove(owner: Owner, exportId: string): Promise<void>;
  /** Goes on with what waits or was broken off, and removes what has expired; at each sweep of the server. */
  sweep(): Promise<void>;
  /** Resolves when nothing is being made here any more; what was goes on in another process. For good. */
  settled(): Promise<void>;
}

const SWEPT = 100;
/** A worker may finish between the two looks of `start`. */
const ATTEMPTS = 5;
class FinishedMeanwhile extends Error {}

export function createExportsService(platform: Platform, services: Services): ExportsService {
  const { mongo, clock, files } = platform;
  const Export = exportModel(mongo);
  const making = createMaking(platform, services);

  /** @throws AppError NOT_FOUND for another's activity. */
  async function nameOf(order: ExportOrder, actor: Actor): Promise<string> {
    const what = EXPORT_KINDS[order.kind];
    if (order.kind === 'activityPersons') {
      const { project, activity } = await services.activities.seen(actor, order.activityId);
      return `${what}-${fileSafe(project.name)}-第${activity.term}期`;
    }
    return order.kind === 'creditStatistics' ? `${what}-${STATISTIC_GROUPS[order.filter.by]}` : what;
  }

  async function get({ kind, id }: Owner, exportId: string): Promise<ExportDoc> {
    const job = isValidObjectId(exportId) ? await Export.findById(exportId).lean() : null;
    if (!job || job.ownerKind !== kind || String(job.ownerId) !== id) {
      throw appError('NOT_FOUND', { message: '没有找到这次导出，可能已过期，请重新导出' });
    }
    return job;
  }

  async function discard({ _id, fileId }: ExportDoc): Promise<void> {
    const drop = async () => fileId && files.remove(String(fileId));
    // First the file: after a crash its job still leads to it. And again, where its worker finished it meanwhile.
    await drop();
    await Export.deleteOne({ _id });
    await drop();
  }

  return {
    get,
    async start(order, { actor, requestId }) {
      const { kind: ownerKind, id } = actor;
      if (ownerKind !== 'unit' && ownerKind !== 'authority') {
        throw appError('FORBIDDEN');
      }
      const now = clock.now();
      const name = `${await nameOf(order, actor)}-${dayOf(now)}.xlsx`;
      const running = createHash('sha256')
        .update(JSON.stringify([ownerKind, id, order]))
        .digest('base64url');
      const job: ExportDoc = {
        _id: new Types.ObjectId(),
        ownerKind,
        ownerId: new Types.ObjectId(id),
        kind: order.kind,
        order,
        running,
        name,
        state: 'waiting',
        rows: 0,
        total: null,
        touchedAt: new Date(now),
        tries: 0,
        createdAt: new Date(now),
      };
      const begun = await tryAgain(
        async () => {
          try {
            return (await Export.create(job)).toObject();
          } catch (error) {
            const same = isDuplicate(error) ? await Export.findOne({ running }).lean() : null;
            if (same) {
              return same;
            }
            throw isDuplicate(error) ? new FinishedMeanwhile() : error;
          }
        },
        (error) => error instanceof FinishedMeanwhile,
        ATTEMPTS,
      );
      if (String(begun._id) === String(job._id)) {
        const subject =
          order.kind === 'activityPersons' ? `activity:${order.activityId}` : `${ownerKind}:${id}`;
        await services.audit.append({
          actor,
          action: 'statistics.exported',
          subject,
          reason: name,
          requestId,
        });
      }
      making.wake();
      return begun;
    },
    list: async ({ kind, id }, paging) =>
      pageOf(
        Export,
        { ownerId: new Types.ObjectId(id), ownerKind: kind as ExportDoc['ownerKind'] },
        { createdAt: -1, _id: -1 },
        paging,
      ),
    async file(owner, exportId) {
      const { _id, state, name, fileId, bytes = 0, expiresAt, message } = await get(owner, exportId);
      if (state !== 'done' || !fileId) {
        throw appError('EXPORT_NOT_READY', { ...(message && { message }) });
      }
      if (expiresAt && expiresAt.getTime() <= clock.now()) {
        throw appError('EXPORT_EXPIRED');
      }
      const range = (start: number, end: number) => files.read(String(fileId), { start, end });
      return { name, type: XLSX, body: { size: bytes, etag: `${_id}-${fileId}`, range } };
    },
    remove: async (owner, exportId) => discard(await get(owner, exportId)),
    async sweep() {
      const expired = await Export.find({ expiresAt: { $lte: new Date(clock.now()) } })
        .limit(SWEPT)
        .lean();
      for (const job of expired) {
        await discard(job);
      }
      await making.giveUp();
      await making.wake();
    },
    settled: making.stop,
  };
}

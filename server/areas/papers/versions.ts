import type { Types } from 'mongoose';
import { appError } from '../../http/errors';
import type { Platform } from '../../platform';
import { type PaperVersionDoc, paperModel, paperVersionModel } from './model';

/** What was published, for those who take it and for those who look at the results. */
export interface Versions {
  /** The version last published of each of these activities, and whether it was closed since. */
  lastOf(activityIds: string[]): Promise<Map<string, { paper: PaperVersionDoc; isClosed: boolean }>>;
  /** A version that was published, by its number. It never changes. @throws AppError NOT_FOUND. */
  version(activityId: string, version: number): Promise<PaperVersionDoc>;
}

interface Wanted {
  activityId: string | Types.ObjectId;
  version: number;
}

const KEPT = 200;

export function createVersions({ mongo }: Pick<Platform, 'mongo'>): Versions {
  const Paper = paperModel(mongo);
  const Version = paperVersionModel(mongo);
  const keyOf = ({ activityId, version }: Wanted) => `${activityId}.${version}`;
  // A version never changes: everybody who takes an exam reads the same. The latest used are kept.
  const kept = new Map<string, PaperVersionDoc>();

  function keep(doc: PaperVersionDoc): void {
    kept.delete(keyOf(doc));
    kept.set(keyOf(doc), doc);
    if (kept.size > KEPT) {
      const [oldest = ''] = kept.keys();
      kept.delete(oldest);
    }
  }

  /** By `ACTIVITY.VERSION`. */
  async function load(wanted: Wanted[]): Promise<Map<string, PaperVersionDoc>> {
    const missing = wanted.filter((one) => !kept.has(keyOf(one)));
    const read =
      missing.length === 0
        ? []
        : await Version.find({
            $or: missing.map(({ activityId, version }) => ({ activityId, version })),
          }).lean();
    const found = new Map(
      [...wanted.flatMap((one) => kept.get(keyOf(one)) ?? []), ...read].map((doc) => [keyOf(doc), doc]),
    );
    for (const doc of found.values()) {
      keep(doc);
    }
    return found;
  }

  return {
    async lastOf(activityIds) {
      const papers = await Paper.find(
        { activityId: { $in: activityIds }, version: { $gt: 0 } },
        { activityId: 1, version: 1, state: 1 },
      ).lean();
      const versions = await load(papers);
      return new Map(
        papers.flatMap((one) => {
          const paper = versions.get(keyOf(one));
          return paper ? [[String(one.activityId), { paper, isClosed: one.state === 'closed' }]] : [];
        }),
      );
    },
    async version(activityId, version) {
      const wanted = { activityId, version };
      const found = (await load([wanted])).get(keyOf(wanted));
      if (!found) {
        throw appError('NOT_FOUND');
      }
      return found;
    },
  };
}

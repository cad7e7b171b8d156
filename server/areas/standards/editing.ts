import type { StandardTable } from '@common/contract/standards';
import { Types } from 'mongoose';
import { appError } from '../../http/errors';
import type { Platform } from '../../platform';
import { isDuplicate } from '../../platform/mongo';
import type { By } from '../regions-units/authorities';
import { codesOver } from '../regions-units/policy';
import type { Services } from '../services';
import { type StandardDoc, standardModel } from './model';
import { presentTable } from './presenter';

/** An authority's own tables; another's are NOT_FOUND. `by.actor` is the authority. */
export interface StandardEditing {
  /** The latest year first. */
  list(authorityId: string): Promise<StandardTable[]>;
  /** `copyOf`: one of its own, or one that an authority above it has published. @throws AppError STANDARD_EXISTS, NOT_FOUND. */
  create(authorityId: string, given: { year: number; copyOf?: string }): Promise<StandardTable>;
  /** A change of what is published is logged. @throws AppError NOTICE_EMPTY for a published one without rows. */
  update(by: By, given: { standardId: string } & Pick<StandardDoc, 'basis' | 'rows'>): Promise<StandardTable>;
  /** @throws AppError NOTICE_EMPTY. */
  publish(by: By, given: { standardId: string; isPublished: boolean }): Promise<StandardTable>;
  /** @throws AppError NOTICE_PUBLISHED. */
  remove(by: By, standardId: string): Promise<void>;
}

const empty = () => appError('NOTICE_EMPTY', { message: '请至少填写一行标准后再发布', field: 'rows' });
const HAS_ROWS = { 'rows.0': { $exists: true } };

export function createStandardEditing({ mongo, clock }: Platform, services: Services): StandardEditing {
  const Standard = standardModel(mongo);
  const now = () => new Date(clock.now());
  const ofOwn = (authorityId: string, standardId: string) => ({
    _id: new Types.ObjectId(standardId),
    authorityId: new Types.ObjectId(authorityId),
  });

  async function own(authorityId: string, standardId: string): Promise<StandardDoc> {
    const standard = await Standard.findOne(ofOwn(authorityId, standardId)).lean();
    if (!standard) {
      throw appError('NOT_FOUND');
    }
    return standard;
  }
  async function authorityOf(authorityId: string) {
    const authority = await services.regionsUnits.authority(authorityId);
    if (!authority) {
      throw appError('FORBIDDEN');
    }
    return authority;
  }
  async function shown(authorityId: string, standardId: string): Promise<StandardTable> {
    const [standard, { name }] = await Promise.all([own(authorityId, standardId), authorityOf(authorityId)]);
    return presentTable(standard, name);
  }
  const log = async (by: By, deed: string, standardId: string, year: number) =>
    services.audit.append({
      ...by,
      action: `standard.${deed}`,
      subject: `standard:${standardId}`,
      reason: `${year}年度`,
    });

  async function copied(
    authorityId: string,
    regionCode: string,
    copyOf: string,
  ): Promise<Pick<StandardDoc, 'basis' | 'rows'>> {
    const above = { state: 'published' as const, regionCode: { $in: codesOver(regionCode) } };
    const found = await Standard.findOne({
      _id: copyOf,
      $or: [{ authorityId: new Types.ObjectId(authorityId) }, above],
    }).lean();
    if (!found) {
      throw appError('NOT_FOUND', { message: '没有找到要复制的标准，请刷新后重新选择', field: 'copyOf' });
    }
    return { basis: found.basis, rows: found.rows };
  }

  return {
    async list(authorityId) {
      const { name } = await authorityOf(authorityId);
      const rows = await Standard.find({ authorityId: new Types.ObjectId(authorityId) })
        .sort({ year: -1 })
        .lean();
      return rows.map((row) => presentTable(row, name));
    },
    async create(authorityId, { year, copyOf }) {
      const { name, regionCode } = await authorityOf(authorityId);
      const created = await Standard.create({
        ...(copyOf && (await copied(authorityId, regionCode, copyOf))),
        authorityId,
        regionCode,
        year,
        state: 'draft',
        updatedAt: now(),
      }).catch((error) => {
        throw isDuplicate(error) ? appError('STANDARD_EXISTS', { field: 'year' }) : error;
      });
      return presentTable(created.toObject(), name);
    },
    async update(by, { standardId, basis, rows }) {
      const authorityId = by.actor.id;
      const { matchedCount } = await Standard.updateOne(
        { ...ofOwn(authorityId, standardId), ...(rows.length === 0 && { state: { $ne: 'published' } }) },
        { $set: { basis, rows, updatedAt: now() } },
      );
      const table = await shown(authorityId, standardId);
      if (matchedCount === 0) {
        throw empty();
      }
      if (table.state === 'published') {
        await log(by, 'changed', standardId, table.year);
      }
      return table;
    },
    async publish(by, { standardId, isPublished }) {
      const standard = await own(by.actor.id, standardId);
      if (isPublished && standard.rows.length === 0) {
        throw empty();
      }
      const { modifiedCount } = isPublished
        ? await Standard.updateOne(
            { _id: standard._id, state: { $ne: 'published' }, ...HAS_ROWS },
            { $set: { state: 'published', publishedAt: now(), updatedAt: now() } },
          )
        : await Standard.updateOne(
            { _id: standard._id, state: 'published' },
            { $set: { state: 'withdrawn', updatedAt: now() } },
          );
      if (modifiedCount === 1) {
        await log(by, isPublished ? 'published' : 'withdrawn', standardId, standard.year);
      }
      return shown(by.actor.id, standardId);
    },
    async remove(by, standardId) {
      const standard = await own(by.actor.id, standardId);
      const { deletedCount } = await Standard.deleteOne({ _id: standard._id, state: { $ne: 'published' } });
      if (deletedCount === 0) {
        throw appError('NOTICE_PUBLISHED');
      }
      await log(by, 'removed', standardId, standard.year);
    },
  };
}

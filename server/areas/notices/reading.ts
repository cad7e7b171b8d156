import type { ParsedInputOf, RawOutputOf } from '@common/contract/endpoint';
import type { Notice as NoticeView, notices } from '@common/contract/notices';
import { audienceOfRegion, regionOfAudience } from '@common/rules/audience';
import type { NoticeKind } from '@common/terms';
import { isValidObjectId, Types } from 'mongoose';
import type { ServedFile } from '../../http/call';
import { appError } from '../../http/errors';
import type { Platform } from '../../platform';
import { isDuplicate, type Paging, pageOf } from '../../platform/mongo';
import { codesOver } from '../regions-units/policy';
import { regionName } from '../regions-units/regions';
import type { Services } from '../services';
import type { NoticeAttachments } from './attachments';
import { noticesWith, publishedFor, regionOfLearner } from './audience';
import { type NoticeDoc, noticeModel, noticeReadModel } from './model';
import { presentNotice, presentRow } from './presenter';

/** A published notice in one line, for the official account's answer. */
export interface NoticeLine {
  noticeId: string;
  title: string;
  authorityName: string;
  publishedAt: Date;
  isPinned: boolean;
}

/** What has been published, for those who read it. */
export interface Reading {
  /** Those published for a region and for those above it: pinned first, then the latest. `words` as in a search. */
  published(
    kind: NoticeKind,
    regionCode: string,
    limit: number,
    words?: string,
  ): Promise<{ items: NoticeLine[]; total: number }>;
  /** The public page of a notice. */
  addressOf(noticeId: string): string;
  publicRegions(): Promise<RawOutputOf<typeof notices.publicRegions>>;
  /** Questions come topic by topic. */
  publicList(
    query: ParsedInputOf<typeof notices.publicNotices>,
  ): Promise<Pick<RawOutputOf<typeof notices.publicNotices>, 'items' | 'total'>>;
  /** Counts the opening, one an address in ten minutes. @throws AppError NOT_FOUND. */
  open(noticeId: string, ip: string): Promise<NoticeView>;
  /** @throws AppError NOT_FOUND. */
  attachment(noticeId: string, attachmentId: string): Promise<ServedFile>;
  /** Those of a learner's region, and how many of the last ninety days' he has not opened. */
  mine(
    learnerId: string,
    query: ParsedInputOf<typeof notices.myNotices>,
  ): Promise<Pick<RawOutputOf<typeof notices.myNotices>, 'items' | 'total' | 'unread'>>;
  /** Once a learner and notice. @throws AppError NOT_FOUND for one that is not for him. */
  read(learnerId: string, noticeId: string): Promise<void>;
}

const VIEW_MS = 10 * 60_000;
const UNREAD_MS = 90 * 24 * 3_600_000;
/** Nobody has more to read in three months. */
const MOST_UNREAD = 500;
const LATEST = { isPinned: -1, publishedAt: -1, _id: -1 } as const;

export function createReading(
  platform: Platform,
  services: Services,
  { attachments }: { attachments: NoticeAttachments },
): Reading {
  const { mongo, clock, redis, cipher, config, log } = platform;
  const Notice = noticeModel(mongo);
  const Read = noticeReadModel(mongo);

  async function found(noticeId: string): Promise<NoticeDoc> {
    const notice = isValidObjectId(noticeId)
      ? await Notice.findOne({ _id: noticeId, state: 'published' }).lean()
      : null;
    if (!notice) {
      throw appError('NOT_FOUND', { message: '没有找到这篇通知，可能已被撤回' });
    }
    return notice;
  }

  const namesOf = async (rows: Pick<NoticeDoc, 'authorityId'>[]) => {
    const names = await services.regionsUnits.authorityNames(
      rows.map(({ authorityId }) => String(authorityId)),
    );
    return ({ authorityId }: Pick<NoticeDoc, 'authorityId'>) => names.get(String(authorityId)) ?? '';
  };
  async function listed(regionCode: string, query: { kind: NoticeKind; words: string } & Paging) {
    const { kind, words } = query;
    const filter = { ...publishedFor(regionCode), ...noticesWith(kind, words) };
    const sort = kind === 'faq' ? { topic: 1 as const, ...LATEST } : LATEST;
    const { rows, total } = await pageOf(Notice, filter, sort, query, '-html');
    const nameOf = await namesOf(rows);
    return { items: rows.map((row) => presentRow(row, nameOf(row))), total };
  }

  /** Whether this opening counts: a page that is loaded again says nothing new. */
  async function isNewView(noticeId: string, ip: string): Promise<boolean> {
    const key = `notice-view:${cipher.hash('noticeView', `${noticeId} ${ip}`)}`;
    return redis.set(key, '1', 'PX', VIEW_MS, 'NX').then(
      (set) => set !== null,
      (err) => {
        log.warn({ err }, 'an opening that was not counted');
        return false;
      },
    );
  }

  async function readAmong(learnerId: string, noticeIds: Types.ObjectId[]): Promise<Set<string>> {
    const of = { learnerId: new Types.ObjectId(learnerId), noticeId: { $in: noticeIds } };
    return new Set((await Read.find(of, { noticeId: 1 }).lean()).map(({ noticeId }) => String(noticeId)));
  }

  async function unreadOf(learnerId: string, kind: NoticeKind, regionCode: string): Promise<number> {
    const since = { $gte: new Date(clock.now() - UNREAD_MS) };
    const latest = await Notice.find({ kind, ...publishedFor(regionCode), publishedAt: since }, { _id: 1 })
      .sort({ publishedAt: -1 })
      .limit(MOST_UNREAD)
      .lean();
    const ids = latest.map(({ _id }) => _id);
    return ids.length - (await readAmong(learnerId, ids)).size;
  }

  return {
    async published(kind, regionCode, limit, words = '') {
      const filter = { ...publishedFor(regionCode), ...noticesWith(kind, words) };
      const { rows, total } = await pageOf(
        Notice,
        filter,
        LATEST,
        { page: 1, pageSize: limit },
        '-html -text',
      );
      const nameOf = await namesOf(rows);
      const items = rows.map((row) => ({
        noticeId: String(row._id),
        title: row.title,
        authorityName: nameOf(row),
        publishedAt: row.publishedAt ?? row.updatedAt,
        isPinned: row.isPinned,
      }));
      return { items, total };
    },
    addressOf: (noticeId) => `${config.PUBLIC_URL}/notices/${noticeId}`,
    async publicRegions() {
      const codes = new Set([
        ...(await Notice.distinct('regionCode', { state: 'published' })),
        ...(await services.standards.publishedRegions()),
      ]);
      const items = [...codes].sort().map((code) => ({
        regionCode: audienceOfRegion(code),
        name: code === '' ? '全国' : regionName(code).replaceAll(' ', ''),
      }));
      return { items };
    },
    publicList: async (query) => listed(regionOfAudience(query.regionCode), query),
    async open(noticeId, ip) {
      const notice = await found(noticeId);
      if (await isNewView(noticeId, ip)) {
        await Notice.updateOne({ _id: notice._id }, { $inc: { views: 1 } });
      }
      const nameOf = await namesOf([notice]);
      return presentNotice(notice, nameOf(notice));
    },
    attachment: async (noticeId, attachmentId) => attachments.serve(await found(noticeId), attachmentId),
    async mine(learnerId, query) {
      const regionCode = await regionOfLearner(services, learnerId);
      const [{ items, total }, unread] = await Promise.all([
        listed(regionCode, query),
        unreadOf(learnerId, query.kind, regionCode),
      ]);
      const read = await readAmong(
        learnerId,
        items.map(({ id }) => new Types.ObjectId(id)),
      );
      return { items: items.map((item) => ({ ...item, isRead: read.has(item.id) })), total, unread };
    },
    async read(learnerId, noticeId) {
      const notice = await found(noticeId);
      const codes = codesOver(await regionOfLearner(services, learnerId));
      if (!codes.includes(notice.regionCode)) {
        throw appError('NOT_FOUND');
      }
      try {
        await Read.create({ noticeId: notice._id, learnerId, at: new Date(clock.now()) });
      } catch (error) {
        if (isDuplicate(error)) {
          return;
        }
        throw error;
      }
      await Notice.updateOne({ _id: notice._id }, { $inc: { reads: 1 } });
    },
  };
}

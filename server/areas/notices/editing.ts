import type { ParsedInputOf } from '@common/contract/endpoint';
import type { ManagedNotice, ManagedNoticeRow, notices } from '@common/contract/notices';
import { textOfHtml } from '@common/rules/htmlText';
import { Types } from 'mongoose';
import { appError } from '../../http/errors';
import type { Platform } from '../../platform';
import { pageOf } from '../../platform/mongo';
import type { By } from '../regions-units/authorities';
import type { Services } from '../services';
import type { NoticeAttachments } from './attachments';
import { noticesWith } from './audience';
import { cleanHtml } from './cleanHtml';
import { type NoticeDoc, noticeModel, noticeReadModel } from './model';
import { presentManaged, presentManagedRow } from './presenter';
import type { Pushing } from './pushing';

type Content = Pick<
  ParsedInputOf<typeof notices.createNotice>,
  'title' | 'topic' | 'html' | 'isImportant' | 'isPinned'
>;

/** An authority's own notices; another's are NOT_FOUND. `by.actor` is the authority. */
export interface Editing {
  list(
    authorityId: string,
    query: ParsedInputOf<typeof notices.listNotices>,
  ): Promise<{ items: ManagedNoticeRow[]; total: number }>;
  get(authorityId: string, noticeId: string): Promise<ManagedNotice>;
  create(authorityId: string, given: Content & Pick<NoticeDoc, 'kind'>): Promise<ManagedNotice>;
  /** A change of what is published is logged. @throws AppError NOTICE_EMPTY for a published one without text. */
  update(by: By, noticeId: string, given: Content): Promise<ManagedNotice>;
  /** With `push`, also one that is published already. @throws AppError NOTICE_EMPTY. */
  publish(by: By, given: { noticeId: string; push: boolean }): Promise<ManagedNotice>;
  /** Its push ends with it, also for those who wait for the end of their quiet hours. */
  withdraw(by: By, noticeId: string): Promise<ManagedNotice>;
  /** With its attachments. @throws AppError NOTICE_PUBLISHED. */
  remove(by: By, noticeId: string): Promise<void>;
}

const contentOf = ({ title, topic, html, isImportant, isPinned }: Content) => {
  const clean = cleanHtml(html);
  return { title, topic, html: clean, text: textOfHtml(clean), isImportant, isPinned };
};

export function createEditing(
  { mongo, clock }: Platform,
  services: Services,
  { attachments, pushing }: { attachments: NoticeAttachments; pushing: Pushing },
): Editing {
  const Notice = noticeModel(mongo);
  const Read = noticeReadModel(mongo);
  const ofAuthority = (authorityId: string) => ({ authorityId: new Types.ObjectId(authorityId) });
  const ofOwn = (authorityId: string, noticeId: string) => ({
    _id: new Types.ObjectId(noticeId),
    ...ofAuthority(authorityId),
  });
  const now = () => new Date(clock.now());

  async function own(authorityId: string, noticeId: string): Promise<NoticeDoc> {
    const notice = await Notice.findOne(ofOwn(authorityId, noticeId)).lean();
    if (!notice) {
      throw appError('NOT_FOUND');
    }
    return notice;
  }
  async function nameOf(authorityId: string): Promise<string> {
    return (await services.regionsUnits.authority(authorityId))?.name ?? '';
  }
  async function get(authorityId: string, noticeId: string): Promise<ManagedNotice> {
    const [notice, name] = await Promise.all([own(authorityId, noticeId), nameOf(authorityId)]);
    return presentManaged(notice, name);
  }
  const log = async (by: By, deed: string, noticeId: string, title: string) =>
    services.audit.append({ ...by, action: `notice.${deed}`, subject: `notice:${noticeId}`, reason: title });

  return {
    get,
    async list(authorityId, { kind, state, words, page, pageSize }) {
      const filter = { ...ofAuthority(authorityId), ...noticesWith(kind, words), ...(state && { state }) };
      const [{ rows, total }, name] = await Promise.all([
        pageOf(Notice, filter, { updatedAt: -1, _id: -1 }, { page, pageSize }, '-html'),
        nameOf(authorityId),
      ]);
      return { items: rows.map((row) => presentManagedRow(row, name)), total };
    },
    async create(authorityId, { kind, ...content }) {
      const authority = await services.regionsUnits.authority(authorityId);
      if (!authority) {
        throw appError('FORBIDDEN');
      }
      const created = await Notice.create({
        ...ofAuthority(authorityId),
        ...contentOf(content),
        kind,
        regionCode: authority.regionCode,
        state: 'draft',
        updatedAt: now(),
      });
      return presentManaged(created.toObject(), authority.name);
    },
    async update(by, noticeId, given) {
      const authorityId = by.actor.id;
      const content = contentOf(given);
      const { matchedCount } = await Notice.updateOne(
        { ...ofOwn(authorityId, noticeId), ...(content.text === '' && { state: { $ne: 'published' } }) },
        { $set: { ...content, updatedAt: now() } },
      );
      const notice = await get(authorityId, noticeId);
      if (matchedCount === 0) {
        throw appError('NOTICE_EMPTY', { field: 'html' });
      }
      if (notice.state === 'published') {
        await log(by, 'changed', noticeId, notice.title);
      }
      return notice;
    },
    async publish(by, { noticeId, push }) {
      const authorityId = by.actor.id;
      const notice = await own(authorityId, noticeId);
      if (notice.title === '' || notice.text === '') {
        throw appError('NOTICE_EMPTY', { field: notice.title === '' ? 'title' : 'html' });
      }
      const { modifiedCount } = await Notice.updateOne(
        { _id: notice._id, state: { $ne: 'published' }, text: { $ne: '' } },
        { $set: { state: 'published', publishedAt: now(), updatedAt: now() } },
      );
      if (modifiedCount === 1) {
        await log(by, 'published', noticeId, notice.title);
      }
      if (push && (await pushing.start(notice._id))) {
        await log(by, 'pushed', noticeId, notice.title);
      }
      return get(authorityId, noticeId);
    },
    async withdraw(by, noticeId) {
      const notice = await own(by.actor.id, noticeId);
      const withdrawn = await Notice.updateOne(
        { _id: notice._id, state: 'published' },
        { $set: { state: 'withdrawn', updatedAt: now() } },
      );
      await pushing.end(notice._id);
      if (withdrawn.modifiedCount === 1) {
        await log(by, 'withdrawn', noticeId, notice.title);
      }
      return get(by.actor.id, noticeId);
    },
    async remove(by, noticeId) {
      const notice = await own(by.actor.id, noticeId);
      await mongo.transaction(async (session) => {
        const gone = await Notice.findOneAndDelete(
          { _id: notice._id, state: { $ne: 'published' } },
          { session },
        ).lean();
        if (!gone) {
          throw appError('NOTICE_PUBLISHED');
        }
        await attachments.discard(gone.attachments, session);
      });
      await Read.deleteMany({ noticeId: notice._id });
      await log(by, 'removed', noticeId, notice.title);
    },
  };
}

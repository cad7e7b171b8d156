/** 通知 and 常见问题: written and published by an authority, read by everybody of its region. */
import type { Client } from '@common/contract/client';
import { authorityClient } from '../../testing/authorities';
import { type Fixtures, type ReceivedFile, startTestServer, type TestServer } from '../../testing/harness';
import { approvedLearner, formOf } from '../../testing/people';
import { asFile } from '../../testing/sheets';
import { auditModel } from '../audit/model';
import { noticeModel } from './model';

let server: TestServer;
let fixtures: Fixtures;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  fixtures = await server.reset();
});
afterAll(async () => server.stop());

const CONTENT = { kind: 'notice' as const, title: '关于开展年审的通知', html: '<p>请于9月10日前完成。</p>' };
const DAY = 24 * 3_600_000;
const anybody = () => server.client();
async function published(
  client: Client,
  more: Partial<Parameters<Client['notices']['createNotice']>[0]> = {},
) {
  server.clock.pass(1_000);
  const { id: noticeId } = await client.notices.createNotice({ ...CONTENT, ...more });
  return client.notices.publishNotice({ noticeId });
}
const titles = ({ items }: { items: { title: string }[] }) => items.map(({ title }) => title);
const publicTitles = async (query: Partial<Parameters<Client['notices']['publicNotices']>[0]> = {}) =>
  titles(await anybody().notices.publicNotices({ kind: 'notice', regionCode: '411102', ...query }));

test('a draft is seen by its authority alone; published it is cleaned, and for everybody; withdrawn it is gone', async () => {
  const { authority } = fixtures;
  const html = '<p>请<script>alert(1)</script>于<b>9月</b>10日前完成&amp;上报。</p>';
  const draft = await authority.notices.createNotice({ ...CONTENT, html });
  const noticeId = draft.id;
  expect(draft).toMatchObject({
    html: '<p>请于<strong>9月</strong>10日前完成&amp;上报。</p>',
    summary: '请于9月10日前完成&上报。',
    authorityName: '漯河市卫生健康委员会',
    ...{ state: 'draft', publishedAt: null, reads: 0, views: 0, push: null },
  });
  const absent = { code: 'NOT_FOUND', message: '没有找到这篇通知，可能已被撤回' };
  await expect(anybody().notices.publicNotice({ noticeId })).rejects.toMatchObject(absent);
  await authority.notices.publishNotice({ noticeId });
  expect(await anybody().notices.publicNotice({ noticeId })).toEqual({
    ...{ id: noticeId, kind: 'notice', title: CONTENT.title, topic: '', html: draft.html, attachments: [] },
    ...{ summary: draft.summary, authorityName: draft.authorityName, isImportant: false, isPinned: false },
    ...{ hasAttachments: false, publishedAt: new Date(server.clock.now()).toISOString() },
  });
  const { kind: _kind, ...content } = CONTENT;
  await authority.notices.updateNotice({ noticeId, ...content, isPinned: true });
  await expect(authority.notices.removeNotice({ noticeId })).rejects.toMatchObject({
    code: 'NOTICE_PUBLISHED',
  });
  expect(await authority.notices.withdrawNotice({ noticeId })).toMatchObject({ state: 'withdrawn' });
  await expect(anybody().notices.publicNotice({ noticeId })).rejects.toMatchObject(absent);
  await authority.notices.removeNotice({ noticeId });
  expect((await authority.notices.listNotices({ kind: 'notice' })).total).toBe(0);
  const entries = await auditModel(server.platform.mongo)
    .find({ action: /^notice/ })
    .sort({ sequence: 1 })
    .lean();
  expect(entries.map(({ action, reason }) => [action, reason])).toEqual(
    ['published', 'changed', 'withdrawn', 'removed'].map((deed) => [`notice.${deed}`, CONTENT.title]),
  );
});

test('without words nothing is published, and what is published keeps some', async () => {
  const { authority } = fixtures;
  const { id: noticeId } = await authority.notices.createNotice({
    ...CONTENT,
    html: '<p> </p><script>1</script>',
  });
  const empty = { code: 'NOTICE_EMPTY', field: 'html' };
  await expect(authority.notices.publishNotice({ noticeId })).rejects.toMatchObject(empty);
  const { kind: _kind, ...content } = CONTENT;
  await authority.notices.updateNotice({ noticeId, ...content });
  await authority.notices.publishNotice({ noticeId });
  await expect(authority.notices.updateNotice({ noticeId, ...content, html: '<hr>' })).rejects.toMatchObject(
    empty,
  );
  expect((await authority.notices.getNotice({ noticeId })).summary).toBe('请于9月10日前完成。');
});

test('another authority, above or beside, finds nothing to change', async () => {
  const province = await authorityClient(server, '41');
  const { id: noticeId } = await published(fixtures.authority);
  const absent = { code: 'NOT_FOUND' };
  const { kind: _kind, ...content } = CONTENT;
  for (const attempt of [
    async () => province.notices.getNotice({ noticeId }),
    async () => province.notices.updateNotice({ noticeId, ...content }),
    async () => province.notices.publishNotice({ noticeId, push: true }),
    async () => province.notices.withdrawNotice({ noticeId }),
    async () => province.notices.removeNotice({ noticeId }),
    async () => province.notices.addAttachment({ noticeId, file: asFile(Buffer.from('%PDF-1.7'), 'a.pdf') }),
    async () => province.notices.removeAttachment({ noticeId, attachmentId: noticeId }),
  ]) {
    await expect(attempt()).rejects.toMatchObject(absent);
  }
  expect((await fixtures.authority.notices.getNotice({ noticeId })).state).toBe('published');
});

test('a region reads its own and those from above, pinned first, then the latest; words are looked for', async () => {
  const [nation, province, elsewhere] = await Promise.all(
    ['', '41', '43'].map(async (code) => authorityClient(server, code)),
  );
  await published(fixtures.authority, { title: '市级', html: '<p>学分<em>查询</em>（2026）</p>' });
  await published(nation as Client, { title: '国家级', isPinned: true });
  await published(province as Client, { title: '省级 学分审核' });
  await published(elsewhere as Client, { title: '外省' });
  await published(fixtures.authority, { title: '问', kind: 'faq' });
  expect(await publicTitles()).toEqual(['国家级', '省级 学分审核', '市级']);
  expect(await publicTitles({ regionCode: '41' })).toEqual(['国家级', '省级 学分审核']);
  expect(await publicTitles({ regionCode: '00' })).toEqual(['国家级']);
  expect(await publicTitles({ words: '学分 ２０２６' })).toEqual(['市级']);
  expect(await publicTitles({ words: '“学分查询”' })).toEqual(['市级']);
  expect(await publicTitles({ words: '.*' })).toHaveLength(3);
  expect(await publicTitles({ page: 2, pageSize: 2 })).toEqual(['市级']);
  expect((await anybody().notices.publicRegions({})).items).toEqual([
    { regionCode: '00', name: '全国' },
    { regionCode: '41', name: '河南省' },
    { regionCode: '4111', name: '河南省漯河市' },
    { regionCode: '43', name: '湖南省' },
  ]);
  const { items, total } = await server.services.notices.published('notice', '4111', 1, '学分');
  expect([items.map(({ title }) => title), total]).toEqual([['省级 学分审核'], 2]);
  expect(server.services.notices.addressOf('1')).toBe('http://127.0.0.1:8080/notices/1');
});

test('questions come topic by topic', async () => {
  for (const [topic, title] of [
    ['学分查询', '甲'],
    ['注册', '乙'],
    ['学分查询', '丙'],
  ] as const) {
    await published(fixtures.authority, { kind: 'faq', topic, title });
  }
  expect(await publicTitles({ kind: 'faq' })).toEqual(['丙', '甲', '乙']);
});

test('a learner sees what he has not read; each counts once, as a page opened again and again does', async () => {
  const elsewhere = await authorityClient(server, '43');
  const old = await published(fixtures.authority, { title: '旧' });
  await noticeModel(server.platform.mongo).updateOne(
    { _id: old.id },
    { publishedAt: new Date(server.clock.now() - 91 * DAY) },
  );
  const { id: noticeId } = await published(fixtures.authority, { title: '新' });
  const foreign = await published(elsewhere);
  const { client } = await approvedLearner(server, fixtures, 1);
  const mine = async () => {
    const { items, unread } = await client.notices.myNotices({ kind: 'notice' });
    return { read: items.map(({ title, isRead }) => [title, isRead]), unread };
  };
  expect(await mine()).toEqual({
    read: [
      ['新', false],
      ['旧', false],
    ],
    unread: 1,
  });
  await Promise.all([1, 2, 3].map(async () => client.notices.readNotice({ noticeId })));
  await client.notices.readNotice({ noticeId: old.id });
  expect(await mine()).toEqual({
    read: [
      ['新', true],
      ['旧', true],
    ],
    unread: 0,
  });
  await expect(client.notices.readNotice({ noticeId: foreign.id })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
  for (let i = 0; i < 3; i += 1) {
    await anybody().notices.publicNotice({ noticeId });
  }
  expect(await fixtures.authority.notices.getNotice({ noticeId })).toMatchObject({ reads: 1, views: 1 });
});

test('who has no unit yet reads the nation’s', async () => {
  const nation = await authorityClient(server, '');
  await published(nation, { title: '国家级' });
  await published(fixtures.authority);
  const { client } = await server.wechat(1);
  await client.learners.register({
    ...formOf(fixtures, 1, {
      unitRequest: { name: '某某卫生院', regionCode: '411102', note: '' },
    }),
    phoneCode: await server.phoneCode(1),
  });
  expect(titles(await client.notices.myNotices({ kind: 'notice' }))).toEqual(['国家级']);
});

test('attachments: downloaded by name and in part, ten at most, gone with the notice', async () => {
  const { authority } = fixtures;
  const stored = async () =>
    server.platform.mongo.db
      ?.collection('files.files')
      .countDocuments({ 'metadata.kind': 'noticeAttachment' });
  const { id: noticeId } = await authority.notices.createNotice(CONTENT);
  const add = async (name: string, bytes = Buffer.from(`%PDF-1.7 ${name}`)) =>
    authority.notices.addAttachment({ noticeId, file: asFile(bytes, name) });
  const [first] = (await add('报名表.pdf')).attachments;
  const which = { noticeId, attachmentId: first?.id ?? '' };
  await expect(anybody().notices.publicAttachment(which)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  // Its authority looks at it before it is published.
  const own = (await authority.notices.getAttachment(which)) as unknown as ReceivedFile;
  expect([own.name, String(own.bytes)]).toEqual(['报名表.pdf', '%PDF-1.7 报名表.pdf']);
  expect(own.headers.get('content-disposition')).toMatch(/^attachment/);
  const nation = await authorityClient(server, '');
  await expect(nation.notices.getAttachment(which)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(add('页面.pdf', Buffer.from('<html>'))).rejects.toMatchObject({ code: 'FILE_INVALID' });
  await authority.notices.publishNotice({ noticeId });
  const file = (await anybody().notices.publicAttachment(which)) as unknown as ReceivedFile;
  expect([file.name, String(file.bytes)]).toEqual(['报名表.pdf', '%PDF-1.7 报名表.pdf']);
  expect(file.headers.get('content-disposition')).toMatch(/^attachment/);
  expect(file.headers.get('x-content-type-options')).toBe('nosniff');
  for (let i = 2; i <= 10; i += 1) {
    await add(`${i}.pdf`);
  }
  await expect(add('11.pdf')).rejects.toMatchObject({ code: 'FILE_INVALID', message: '附件最多10个' });
  const { attachments } = await authority.notices.removeAttachment(which);
  expect(attachments.map(({ name }) => name)).toEqual(Array.from({ length: 9 }, (_, i) => `${i + 2}.pdf`));
  await authority.notices.withdrawNotice({ noticeId });
  await authority.notices.removeNotice({ noticeId });
  await server.services.notices.sweep();
  expect(await stored()).toBe(0);
});

test.each([
  '/notices',
  '/notices/64b000000000000000000001?from=wechat',
  '/faq',
  '/standards?regionCode=4111',
])('%s leads to its page', async (address) => {
  const answer = await fetch(server.url + address, { redirect: 'manual' });
  expect(answer.headers.get('location')).toBe(`/console${address}`);
});

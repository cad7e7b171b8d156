/** The demo's notices, questions and standards go the way of real ones, so the services and the contract must let them. */
import { contract } from '@common/contract';
import { type Fixtures, startTestServer, type TestServer } from '../testing/harness';
import { anotherAuthority } from '../testing/units';
import { QUESTIONS } from './faq';
import { seedNotices } from './notices';
import { ROWS } from './standardRows';

let server: TestServer;
let fixtures: Fixtures;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  fixtures = await server.reset();
  const above = { name: '国家卫生健康委员会', regionCode: '', phone: '13900000001' };
  await anotherAuthority(server, { ...above, code: '000000' });
  await anotherAuthority(server, {
    code: '410000',
    name: '河南省卫生健康委员会',
    regionCode: '41',
    phone: '13900000041',
  });
});
afterAll(async () => server.stop());

test('at every start of the demo, and there once', async () => {
  await seedNotices(server.platform);
  await seedNotices(server.platform);
  const { notices, standards } = server.client();
  const { items } = await notices.publicNotices({ kind: 'notice', regionCode: '411102' });
  expect(items.map(({ title, hasAttachments }) => [title, hasAttachments])).toEqual([
    ['关于开展2026年度全市继续医学教育年审的通知', true],
    ['关于启用动态二维码签到的通知', false],
    ['关于做好2026年度继续医学教育学分审核工作的通知', false],
    ['关于公布2026年国家级继续医学教育项目的通知', false],
  ]);
  const faq = await notices.publicNotices({ kind: 'faq', regionCode: '411102' });
  expect(faq.total).toBe(QUESTIONS.length);
  const { table } = await standards.publicStandard({ regionCode: '411102' });
  expect(table).toMatchObject({ year: 2026, authorityName: '河南省卫生健康委员会', rows: ROWS });
  expect((await fixtures.authority.notices.listNotices({ kind: 'faq' })).total).toBe(QUESTIONS.length);
});

test('nothing in them that a form would refuse, and nothing that the sanitiser takes out', async () => {
  await seedNotices(server.platform);
  const { createNotice } = contract.notices;
  for (const { title, topic, html } of QUESTIONS) {
    expect(createNotice.input.safeParse({ kind: 'faq', title, topic, html }).success).toBe(true);
    const { items } = await server.services.notices.published('faq', '4111', 1, title);
    expect(await server.services.notices.open(items[0]?.noticeId ?? '', '')).toMatchObject({ title, html });
  }
  const standardId = '64b000000000000000000001';
  expect(contract.standards.updateStandard.input.safeParse({ standardId, rows: ROWS }).success).toBe(true);
});

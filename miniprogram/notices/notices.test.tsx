/** 通知, 常见问题, 学分审核标准: found, read, taken along; by a learner and by anybody. */
import type { Notice } from '@common/contract/notices';
import type { StandardTable } from '@common/contract/standards';
import Taro from '@tarojs/taro';
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import HomePage from '@/pages/home/index';
import { session } from '@/services/session';
import { administratorMe } from '@/testing/administrators';
import { fakeServer, LEARNER, meWith, Refusal, sessionOf } from '@/testing/fakeServer';
import { idOf, pageOf } from '@/testing/people';
import { tap, tapId } from '@/testing/register';
import { openedWith, resetTaro, shared } from '@/testing/taro';
import NoticePage from './detail/index';
import NoticesPage from './list/index';
import StandardsPage from './standards/index';

const noticeOf = (n: number, part: Partial<Notice> = {}): Notice => ({
  id: idOf(n),
  kind: 'notice',
  title: `通知${n}`,
  topic: '',
  summary: '各单位：',
  authorityName: '漯河市卫生健康委员会',
  isImportant: false,
  isPinned: false,
  hasAttachments: false,
  publishedAt: '2026-11-20T01:00:00.000Z',
  html: '<p>各单位：</p>',
  attachments: [],
  ...part,
});
const TABLE: StandardTable = {
  id: idOf(70),
  year: 2026,
  authorityName: '河南省卫生健康委员会',
  state: 'published',
  basis: '全继委发〔2006〕11号',
  rows: [
    { category: 'study', item: '进修', creditClass: 'classII', from: 2500, to: 2500, per: '每年', note: '' },
    {
      category: 'paper',
      item: '国际刊物（第一作者）',
      creditClass: 'classII',
      from: 500,
      to: 1000,
      per: '每篇',
      note: '',
    },
  ],
  publishedAt: '2026-01-05T00:00:00.000Z',
  updatedAt: '2026-01-05T00:00:00.000Z',
};
let me = meWith(LEARNER);
let all: Notice[];
let read: string[];

async function openPage(page: React.ReactElement) {
  const found = (input: { kind: string; words?: string }) =>
    all.filter(({ kind, title }) => kind === input.kind && title.includes(input.words ?? ''));
  const sent = fakeServer({
    accounts: { signInWithWechat: () => sessionOf(me), me: () => me },
    tasks: { mySubscriptions: () => ({ templateIds: ['S3'], noticeTemplateId: 'S3' }) },
    notices: {
      publicRegions: () => ({
        items: [
          { regionCode: '00', name: '全国' },
          { regionCode: '4111', name: '漯河市' },
        ],
      }),
      publicNotices: (input) => pageOf(found(input), input),
      publicNotice: ({ noticeId }) => {
        const notice = all.find(({ id }) => id === noticeId);
        if (!notice) {
          throw new Refusal('NOT_FOUND');
        }
        return notice;
      },
      myNotices: (input) => ({
        ...pageOf(
          found(input).map((row) => ({ ...row, isRead: read.includes(row.id) })),
          input,
        ),
        unread: 1,
      }),
      readNotice: () => ({ ok: true }),
    },
    standards: {
      myStandard: ({ year = 2026 }) => ({ table: { ...TABLE, year: Number(year) }, years: [2026, 2025] }),
      publicStandard: () => ({ table: null, years: [] }),
    },
  });
  await session.start();
  await act(async () => void (await session.signInWithWechat()));
  await act(async () => void render(page));
  return (name: string) => sent.filter((each) => each.name === name).map(({ input }) => input);
}
const lines = () => [...document.querySelectorAll('.notice-line__title')].map((each) => each.textContent);

beforeEach(() => {
  resetTaro();
  openedWith({});
  me = meWith(LEARNER);
  read = [idOf(3)];
  all = [
    noticeOf(1, { isPinned: true, isImportant: true }),
    noticeOf(2, { hasAttachments: true }),
    noticeOf(3),
    noticeOf(4, { kind: 'faq', title: '为何查不到学分', topic: '学分查询' }),
    noticeOf(5, { kind: 'faq', title: '忘记密码怎么办' }),
  ];
});

test("a learner's: pinned, important, unread; opened it is read", async () => {
  const asked = await openPage(<NoticesPage />);
  expect(lines()).toEqual(['置顶重要通知1', '通知2', '通知3']);
  expect(screen.getByText('漯河市卫生健康委员会 · 2026-11-20 · 有附件')).toBeTruthy();
  expect(document.querySelectorAll('.unread-dot')).toHaveLength(2);
  await tapId(`notice-${idOf(1)}`);
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: `/notices/detail/index?noticeId=${idOf(1)}` });
  expect(document.querySelectorAll('.unread-dot')).toHaveLength(1);
  expect(asked('notices.publicNotices')).toEqual([]);
  (Taro.requestSubscribeMessage as jest.Mock).mockResolvedValueOnce({ S3: 'accept' });
  await tapId('subscribe-notice');
  expect(Taro.showToast).toHaveBeenCalledWith(
    expect.objectContaining({ title: '已订阅，有重要通知时会告诉您' }),
  );
});

test('questions under their topics, searched, and never a dead end', async () => {
  await openPage(<NoticesPage />);
  await tap('常见问题');
  const topics = [...document.querySelectorAll('.card__title')].map((each) => each.textContent);
  expect(topics).toEqual(['学分查询', '其他问题']);
  const search = (value: string) =>
    fireEvent.change(document.getElementById('notices-q') as HTMLElement, { target: { value } });
  search('密码');
  await waitFor(() => expect(lines()).toEqual(['忘记密码怎么办']));
  search('没有');
  await waitFor(() => expect(screen.getByText('没有找到相关的常见问题')).toBeTruthy());
  await tapId('everything');
  await waitFor(() => expect(lines()).toHaveLength(2));
});

test('anybody else reads what is public, of the region that he chooses', async () => {
  me = meWith(null);
  const asked = await openPage(<NoticesPage />);
  await tap('漯河市');
  expect(asked('notices.publicNotices').map(({ regionCode }) => regionCode)).toEqual(['00', '4111']);
  expect(document.querySelectorAll('.unread-dot')).toHaveLength(0);
  expect(asked('notices.myNotices')).toEqual([]);
});

test('an administrator begins with the region of his unit', async () => {
  me = administratorMe();
  const asked = await openPage(<NoticesPage />);
  expect(asked('notices.publicNotices')[0]).toMatchObject({ regionCode: '431022' });
});

test('首页 shows two that are important or unread, and the way to all', async () => {
  await openPage(<HomePage />);
  expect(lines()).toEqual(['置顶重要通知1', '通知2']);
  await tapId('go-notices');
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/notices/list/index' });
});

test('the text, its links to copy, its attachments to open; read once and passed on', async () => {
  all = [
    noticeOf(1, {
      html: '<h2>一</h2><p>见<a href="https://e.cn/?a=1&amp;b=2" rel="noopener">申报<strong>系统</strong></a></p>',
      attachments: [
        { id: idOf(81), name: '回执.docx', bytes: 24_000, type: 'application/msword' },
        { id: idOf(82), name: '海报.PNG', bytes: 1_300_000, type: 'image/png' },
      ],
    }),
  ];
  openedWith({ noticeId: idOf(1) });
  (Taro.downloadFile as unknown as jest.Mock).mockResolvedValue({
    statusCode: 200,
    tempFilePath: 'wxfile://7',
  });
  const asked = await openPage(<NoticePage />);
  expect(document.querySelector('[data-rich]')?.getAttribute('data-rich')).toMatch(
    /^<h2 style="[^"]+">一<\/h2><p style=/,
  );
  await tapId('link-0');
  expect(screen.getByText('申报系统')).toBeTruthy();
  expect(Taro.setClipboardData).toHaveBeenCalledWith({ data: 'https://e.cn/?a=1&b=2' });
  await tapId(`attachment-${idOf(81)}`);
  expect(Taro.openDocument).toHaveBeenCalledWith(
    expect.objectContaining({ filePath: 'wxfile://7', fileType: 'docx' }),
  );
  await tapId(`attachment-${idOf(82)}`);
  expect(Taro.previewImage).toHaveBeenCalledWith({ urls: ['wxfile://7'] });
  expect(screen.getByText('1.2 MB')).toBeTruthy();
  expect(shared.answer()).toEqual({ title: '通知1', path: `/notices/detail/index?noticeId=${idOf(1)}` });
  expect([asked('notices.readNotice'), asked('notices.publicNotice').length]).toEqual([
    [{ noticeId: idOf(1) }],
    1,
  ]);
});

test('one that was withdrawn: the way to the others', async () => {
  openedWith({ noticeId: idOf(99) });
  const asked = await openPage(<NoticePage />);
  await tap('查看全部通知');
  expect(Taro.redirectTo).toHaveBeenCalledWith({ url: '/notices/list/index' });
  expect(asked('notices.readNotice')).toEqual([]);
});

test('standards by category, searched, of another year', async () => {
  const asked = await openPage(<StandardsPage />);
  const titles = () => [...document.querySelectorAll('.card__title')].map((each) => each.textContent);
  expect(titles()).toEqual(['论文与综述', '进修']);
  expect(document.getElementById('category-paper')?.textContent).toContain('5–10 分每篇');
  fireEvent.change(document.getElementById('standards-q') as HTMLElement, {
    target: { value: ' 国际  论文 ' },
  });
  expect(titles()).toEqual(['论文与综述']);
  await tap('2025年');
  expect(screen.getByText('2025年学分审核标准')).toBeTruthy();
  expect(asked('standards.myStandard').map(({ year }) => year)).toEqual([undefined, '2025']);
});

test('no standard yet: where else one may look', async () => {
  me = meWith(null);
  await openPage(<StandardsPage />);
  await tap('查看通知与常见问题');
  expect(Taro.redirectTo).toHaveBeenCalledWith({ url: '/notices/list/index' });
});

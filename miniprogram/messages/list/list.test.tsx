/** 消息: by day, what is read, where a message leads, and the bell on 首页. */
import type { MessageRow } from '@common/contract/messages';
import Taro from '@tarojs/taro';
import { act, fireEvent, render, screen } from '@testing-library/react';
import HomePage from '@/pages/home/index';
import { session } from '@/services/session';
import { fakeServer, LEARNER, meWith, sessionOf } from '@/testing/fakeServer';
import { idOf, pageOf } from '@/testing/people';
import { tap, tapId } from '@/testing/register';
import { reachBottom, resetTaro } from '@/testing/taro';
import { dayHead } from './dayHead';
import MessagesPage from './index';

let all: MessageRow[] = [];
function messageOf(n: number, part: Partial<MessageRow> = {}): MessageRow {
  const { title, lines } = { title: `消息${n}`, lines: ['基层心电图诊断培训班', '2 学分'] };
  const at = new Date().toISOString();
  return {
    id: idOf(n),
    kind: 'credit',
    title,
    lines,
    page: 'credits/search/index',
    at,
    isRead: false,
    ...part,
  };
}
const unread = () => all.filter(({ isRead }) => !isRead).length;

async function openPage(page: React.ReactElement = <MessagesPage />) {
  const sent = fakeServer({
    accounts: { signInWithWechat: () => sessionOf(meWith(LEARNER)), me: () => meWith(LEARNER) },
    messages: {
      myMessages: (input) => ({
        ...pageOf(
          all.filter(({ kind }) => !input.kind || kind === input.kind),
          input,
        ),
        unread: unread(),
      }),
      unreadMessages: () => ({ unread: unread() }),
      readMessages: ({ ids }) => {
        all = all.map((row) => (ids && !ids.includes(row.id) ? row : { ...row, isRead: true }));
        return { unread: unread() };
      },
    },
  });
  await session.start();
  await act(async () => void render(page));
  return (name: string) => sent.filter((each) => each.name === `messages.${name}`).map(({ input }) => input);
}
const dots = () => document.querySelectorAll('.unread-dot').length;
const cards = () => document.querySelectorAll('.message').length;

beforeEach(() => {
  resetTaro();
  all = [messageOf(1), messageOf(2, { kind: 'approval', page: 'pages/credits/index', isRead: true })];
});

test('a tap reads a message and opens its page, a tab by switching', async () => {
  const asked = await openPage();
  expect(screen.getByText('今天')).toBeTruthy();
  expect([dots(), document.getElementById('unread')?.textContent]).toEqual([1, '1 条未读']);
  await tapId(`message-${idOf(1)}`);
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/credits/search/index' });
  expect([dots(), document.getElementById('unread')?.textContent]).toEqual([0, '全部已读']);
  await tapId(`message-${idOf(2)}`);
  expect(Taro.switchTab).toHaveBeenCalledWith({ url: '/pages/credits/index' });
  expect(asked('readMessages')).toEqual([{ ids: [idOf(1)] }]);
});

test('a page that this version has not is no dead end, and a message without one is only read', async () => {
  all = [messageOf(1, { page: 'fees/orders/index?id=1' }), messageOf(2, { page: null })];
  await openPage();
  await tapId(`message-${idOf(1)}`);
  expect(Taro.showToast).toHaveBeenCalledWith(
    expect.objectContaining({ title: '请关闭后重新打开本程序，更新后再查看' }),
  );
  await tapId(`message-${idOf(2)}`);
  expect(dots()).toBe(0);
  expect(Taro.navigateTo).not.toHaveBeenCalled();
});

test('all are read at once, a kind is looked at alone, and the list grows by scrolling', async () => {
  all = Array.from({ length: 45 }, (_, n) => messageOf(n, { kind: n % 9 ? 'credit' : 'notice' }));
  const asked = await openPage();
  expect(cards()).toBe(20);
  await act(async () => {
    reachBottom();
    reachBottom();
  });
  expect([cards(), asked('myMessages').length]).toEqual([40, 2]);
  await tapId('read-all');
  expect([dots(), asked('readMessages')]).toEqual([0, [{}]]);
  await act(async () => void fireEvent.click(screen.getAllByText('通知公告')[0] as HTMLElement));
  expect(cards()).toBe(5);
  await act(async () => void fireEvent.click(screen.getByRole('tab', { name: '账号安全' })));
  await tapId('show-all');
  expect(cards()).toBe(20);
});

test('none at all: where some would come from', async () => {
  all = [];
  await openPage();
  await tap('去找活动');
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/learn/activities/index' });
});

test('the bell on 首页 says how many wait', async () => {
  all = Array.from({ length: 120 }, (_, n) => messageOf(n));
  await openPage(<HomePage />);
  expect(document.getElementById('go-messages')?.getAttribute('aria-label')).toBe('消息，120条未读');
  expect(screen.getByText('99+')).toBeTruthy();
  await tapId('go-messages');
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/messages/list/index' });
});

test.each([
  ['2026-01-01', '今天'],
  ['2025-12-31', '昨天'],
  ['2025-12-30', '2025年12月30日 周二'],
])('on New Year %s is called %s', (day, words) => {
  expect(dayHead(day, Date.parse('2025-12-31T16:00:00.000Z'))).toBe(words);
});

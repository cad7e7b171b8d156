import { screen, within } from '@testing-library/react';
import { draw, settle } from '../../../testing/render';
import { authorityMe } from '../../../testing/rows';
import { signedIn } from '../../../testing/signIn';
import AccountsPage from './accountsPage';
import { interfaceWords } from './apiWords';
import { barsOf } from './figuresCard';

const days = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    day: new Date(Date.UTC(2026, 6, 1 + index)).toISOString().slice(0, 10),
    ...{ received: 2, late: 0, failed: 1 },
  }));

test('a bar is a day; where there are too many days, a week from the date under it', () => {
  expect(barsOf(days(7)).map(({ name }) => name)).toEqual(['7/1', '7/2', '7/3', '7/4', '7/5', '7/6', '7/7']);
  expect(barsOf(days(33))).toEqual([
    { name: '7/1', value: 14 },
    { name: '7/8', value: 14 },
    { name: '7/15', value: 14 },
    { name: '7/22', value: 14 },
    { name: '7/29', value: 10 },
  ]);
  expect(barsOf([])).toEqual([]);
});

test.each([
  ['/cgi-bin/message/template/send', '发送公众号模板消息'],
  ['/cgi-bin/message/custom/send', '发送客服消息'],
  ['/cgi-bin/stable_token', '获取接口凭证'],
  ['/cgi-bin/something/new', '其他微信接口'],
])('%s is %s', (path, words) => {
  expect(interfaceWords(path)).toBe(words);
});

test('each account with its address; what is not encrypted is warned of; errors stand in words', async () => {
  const account = {
    ...{ account: 'main', name: '继教通', appIdMasked: 'wx5a…e3f1', mode: 'safe', audienceName: '全国' },
    ...{ serverUrl: 'https://a.cn/wechat/messages', bound: 1234, following: 1200 },
  };
  const sent = await signedIn(authorityMe, ({ path }) => ({
    body: path.includes('/figures')
      ? {
          byDay: days(30),
          byCommand: [{ command: 'credits', label: '学分查询', count: 50 }],
          apiErrors: [
            { path: '/cgi-bin/message/custom/send', errcode: 45015, words: '超过48小时', count: 3 },
          ],
        }
      : { items: [account, { ...account, account: 'luoyi', name: '漯继医委', mode: 'plain' }] },
  }));
  draw(<AccountsPage />, '/official-accounts?days=30');
  await settle();
  expect(sent.some(({ path }) => path.endsWith('/figures?days=30'))).toBe(true);
  const [main, city] = ['继教通', '漯继医委'].map((name) => within(screen.getByRole('region', { name })));
  expect(main?.getByText('https://a.cn/wechat/messages')).toBeTruthy();
  expect(main?.queryByText(/消息没有加密/)).toBeNull();
  expect(city?.getByText(/消息没有加密/)).toBeTruthy();
  expect(screen.getByRole('row', { name: /发送客服消息/ }).textContent).toBe(
    '发送客服消息超过48小时（微信错误码 45015）3',
  );
});

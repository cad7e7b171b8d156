import { authorizeUrl, readCallback } from './wechatRedirect';

test('the page that was asked for travels to WeChat and back', () => {
  const to = '/pages/check-in/index?q=https%3A%2F%2Fh%2Fq%2FT';
  const url = new URL(authorizeUrl('https://wx.example/authorize?appid=a', 'https://h', to, 's1'));
  expect([...url.searchParams.keys()]).toEqual(['appid', 'redirect_uri', 'response_type', 'scope', 'state']);
  expect(url.hash).toBe('#wechat_redirect');
  const back = new URL(url.searchParams.get('redirect_uri') ?? '');
  back.searchParams.set('code', 'c1');
  back.searchParams.set('state', url.searchParams.get('state') ?? '');
  expect(readCallback(back.search, 's1')).toEqual({ code: 'c1', to });
});

test("a code with somebody else's state is not used", () => {
  expect(readCallback('?code=c1&state=other', 's1')?.code).toBeNull();
  expect(readCallback('?code=c1&state=', null)?.code).toBeNull();
});

test('an address without a code is no return', () => {
  expect(readCallback('', 's1')).toBeNull();
  expect(readCallback('?to=%2Fpages', 's1')).toBeNull();
});

test('a foreign address to go to is not followed', () => {
  expect(readCallback('?code=c&state=s&to=https%3A%2F%2Fevil', 's')?.to).toBe('/pages/home/index');
});

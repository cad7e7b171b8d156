/** 消息, 公众号绑定, 通知 in the built mini-program. Needs dist/weapp. */
import type { MessageRow } from '../../common/contract/messages';
import type { Notice } from '../../common/contract/notices';
import { FakeApi } from './fakeApi';
import { Weapp } from './weapp';

const NOTICE: Notice = {
  id: 'a'.repeat(24),
  kind: 'notice',
  title: '关于开展年度学分审核工作的通知',
  topic: '',
  summary: '各单位请于9月10日前完成初审。',
  authorityName: '漯河市卫生健康委员会',
  isImportant: true,
  isPinned: false,
  hasAttachments: false,
  publishedAt: '2026-11-20T01:00:00.000Z',
  html: '<p>各单位请于<strong>9月10日</strong>前完成初审。</p><p><a href="https://example.org/form">填报网址</a></p>',
  attachments: [],
};
const MESSAGE: MessageRow = {
  id: 'b'.repeat(24),
  kind: 'notice',
  title: NOTICE.title,
  lines: [NOTICE.authorityName],
  page: `notices/detail/index?noticeId=${NOTICE.id}`,
  at: '2026-11-20T01:00:00.000Z',
  isRead: false,
};

function messagesApi(): FakeApi {
  const api = new FakeApi();
  api.register('approved');
  const page = { total: 1, page: 1, pageSize: 20 };
  api.overrides = {
    messages: {
      unreadMessages: () => ({ unread: 1 }),
      myMessages: () => ({ items: [MESSAGE], unread: 1, ...page }),
      readMessages: () => ({ unread: 0 }),
    },
    notices: {
      myNotices: () => ({ items: [{ ...NOTICE, isRead: false }], unread: 1, ...page }),
      publicNotice: () => NOTICE,
      readNotice: () => ({ ok: true }),
    },
    bindings: {
      myBindings: () => ({
        items: [{ account: 'main', name: '继教通', isBound: false, isFollowing: false, boundAt: null }],
      }),
      startBinding: () => ({
        code: 'ABCD2345',
        qrText: 'http://weixin.qq.com/q/02abc',
        expiresAt: '2030-01-01T00:00:00.000Z',
      }),
      bindingState: () => ({ state: 'waiting', words: '' }),
    },
  };
  return api;
}

test('消息: a tap reads it and opens what it is about', async () => {
  const api = messagesApi();
  const app = new Weapp('messages/list/index', { api });
  await app.says(MESSAGE.title);
  expect(app.text).toContain('1 条未读');
  await app.tap(app.byId(`message-${MESSAGE.id}`));
  await app.says('填报网址');
  expect(app.route).toBe('notices/detail/index');
  expect(api.last('messages.readMessages')).toEqual({ ids: [MESSAGE.id] });
  await app.until(() => api.last('notices.readNotice') !== undefined, 'the reading to be told');
});

test('公众号绑定: the QR is a picture that can be pressed, the code stands beside it', async () => {
  const app = new Weapp('profile/official-account/index', { api: messagesApi() });
  await app.says('未绑定');
  await app.tap(app.byId('bind-main'));
  await app.says('绑定 ABCD2345');
  expect(app.byId('binding-qr').attr).toMatchObject({ showMenuByLongpress: true });
  const [written] = app.calls.filter(({ api }) => api === 'writeFileSync');
  const png = Buffer.from(written?.options.data as ArrayBuffer);
  expect(png.subarray(1, 4).toString()).toBe('PNG');
});

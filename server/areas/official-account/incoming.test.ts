/** Every kind of message and event that WeChat pushes: what is done, what is said, and as what it is archived. */
import { openOfficialAccount, type TestAccount } from '../../testing/officialAccount';

let account: TestAccount;
beforeAll(() => {
  account = openOfficialAccount();
});
beforeEach(() => {
  for (const list of Object.values(account.calls)) {
    list.length = 0;
  }
});
afterAll(async () => account.close());

const cd = (name: string, value: string) => `<${name}><![CDATA[${value}]]></${name}>`;
let id = 0;
const message = (type: string, fields: string) => {
  id += 1;
  return account.say('', { rest: `${cd('MsgType', type)}${fields}<MsgId>8${id}</MsgId>` });
};
const event = (name: string, fields = '', createTime = 1_800_000_000 + id) => {
  id += 1;
  return account.say('', { createTime, rest: `${cd('MsgType', 'event')}${cd('Event', name)}${fields}` });
};
const scanned = (text: string) =>
  `${cd('EventKey', 'scan')}<ScanCodeInfo>${cd('ScanType', 'qrcode')}${cd('ScanResult', text)}</ScanCodeInfo>`;

describe('messages', () => {
  it.each([
    ['image', cd('PicUrl', 'http://p') + cd('MediaId', 'm'), '收到图片'],
    ['voice', cd('MediaId', 'm') + cd('Format', 'amr'), '收到语音'],
    ['voice', cd('MediaId', 'm') + cd('Recognition', ''), '收到语音'],
    ['video', cd('MediaId', 'm') + cd('ThumbMediaId', 't'), '收到视频'],
    ['shortvideo', cd('MediaId', 'm') + cd('ThumbMediaId', 't'), '收到小视频'],
    ['location', '<Location_X>1.5</Location_X><Location_Y>2</Location_Y><Scale>15</Scale>', '收到位置'],
    ['link', cd('Title', '标题') + cd('Url', 'https://a.example/'), '收到链接'],
    ['hologram', '', '只能看懂文字'],
    ['constructor', '', '只能看懂文字'],
  ])('%s that nobody can read is answered kindly', async (type, fields, words) => {
    const answer = await message(type, fields);
    expect(answer).toContain(words);
    expect(answer).toContain('帮助');
    expect(account.calls.notes).toMatchObject([{ msgType: type, command: 'notText', outcome: 'answered' }]);
  });

  it('a voice that WeChat recognised counts as typed', async () => {
    expect(await message('voice', cd('Recognition', '帮助。'))).toContain('【学分】');
    expect(account.calls.notes).toMatchObject([{ msgType: 'voice', command: 'help', content: '帮助。' }]);
  });
});

describe('events', () => {
  it('a new follower is welcomed and follows', async () => {
    expect(await event('subscribe')).toContain('欢迎关注继教通');
    expect(account.calls.follows).toEqual([{ openid: 'oStranger', isFollowing: true }]);
    expect(account.calls.scenes).toEqual([]);
  });

  it.each([
    ['subscribe', 'qrscene_bRGHT2345', '已绑定学员王志强'],
    ['subscribe', 'qrscene_bWRNG2345', '没有绑定'],
    ['SCAN', 'bRGHT2345', '已绑定学员王志强'],
    ['SCAN', 'bWRNG2345', '没有绑定'],
  ])('%s by a binding’s QR (%s) tells what came of it', async (name, scene, words) => {
    const answer = await event(name, cd('EventKey', scene) + cd('Ticket', 't'));
    expect(answer).toContain(words);
    expect(answer.includes('欢迎关注')).toBe(name === 'subscribe');
    expect(account.calls.scenes).toEqual([{ openid: 'oStranger', scene: scene.replace('qrscene_', '') }]);
  });

  it('another QR binds nobody', async () => {
    expect(await event('subscribe', cd('EventKey', 'qrscene_poster1'))).toContain('欢迎关注');
    expect(await event('SCAN', cd('EventKey', 'poster1'))).toContain('【学分】');
    expect(account.calls.scenes).toEqual([]);
  });

  it('the scanner that waits is told how to check in, and checks nobody in', async () => {
    const url = 'https://jjt.example/q/0123456789abcdef';
    expect(await event('scancode_waitmsg', scanned(url))).toMatch(
      new RegExp(`还没有签到.*href="${url}"`, 's'),
    );
    expect(await event('scancode_waitmsg', scanned('6901234567892'))).toContain('不是签到二维码');
    expect(await event('scancode_waitmsg')).toContain('不是签到二维码');
  });

  it('what became of a template message is passed on once, in silence', async () => {
    const finished = (messageId: string, status: string) =>
      event('TEMPLATESENDJOBFINISH', `<MsgID>${messageId}</MsgID>${cd('Status', status)}`, 1_800_000_000);
    // Two of one second, the first delivered twice.
    for (const answer of [await finished('71', 'success'), await finished('71', 'success')]) {
      expect(answer).toBe('success');
    }
    await finished('72', 'failed:user block');
    expect(account.calls.delivered).toEqual([
      { messageId: '71', status: 'success' },
      { messageId: '72', status: 'failed:user block' },
    ]);
    expect(account.calls.notes.map(({ outcome }) => outcome)).toEqual(['silent', 'silent']);
  });

  it('who leaves is noted and told nothing', async () => {
    expect(await event('unsubscribe')).toBe('success');
    expect(account.calls.follows).toEqual([{ openid: 'oStranger', isFollowing: false }]);
  });

  it.each([
    ['VIEW', cd('EventKey', 'https://a.example/') + cd('MenuId', '1')],
    ['LOCATION', '<Latitude>23.1</Latitude><Longitude>113.3</Longitude><Precision>119</Precision>'],
    ['scancode_push', scanned('1')],
    ['view_miniprogram', cd('EventKey', 'pages/home/index')],
    ['pic_sysphoto', '<SendPicsInfo><Count>1</Count><PicList><item>a</item></PicList></SendPicsInfo>'],
    [
      'subscribe_msg_popup_event',
      '<SubscribeMsgPopupEvent><List><TemplateId>1</TemplateId></List><List><TemplateId>2</TemplateId></List></SubscribeMsgPopupEvent>',
    ],
    ['subscribe_msg_change_event', ''],
    ['subscribe_msg_sent_event', ''],
    ['SUBSCRIBE', ''],
    ['toString', ''],
    ['of_next_year', cd('Anything', '1')],
  ])('%s is taken without a word', async (name, fields) => {
    expect(await event(name, fields)).toBe('success');
    expect(account.calls).toMatchObject({ follows: [], scenes: [], texts: [] });
    expect(account.calls.notes).toMatchObject([{ event: name, command: 'silent', outcome: 'silent' }]);
  });
});

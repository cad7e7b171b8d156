/** The door of the message server over HTTP: who is let in, and that nothing malformed gets further than a 4xx. */
import type { Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import fc from 'fast-check';
import request from 'supertest';
import { openOfficialAccount, type TestAccount } from '../../testing/officialAccount';
import { signatureOf } from './signature';

const PATH = '/wechat/messages';
let safe: TestAccount;
let plain: TestAccount;
let foreign: TestAccount;
let servers: Server[];

beforeAll(() => {
  safe = openOfficialAccount();
  plain = openOfficialAccount({ aesKey: null });
  foreign = openOfficialAccount({ config: { ...safe.config, appId: 'wxforeign00000000' } });
  servers = [safe, plain].map(({ app }) => app.listen(0));
});
afterEach(() => {
  // Nothing ever reached Koa's own error handling, and nothing typed is logged.
  for (const { calls } of [safe, plain]) {
    expect(calls.logs.filter((line) => /UNHANDLED|帮助|11010519491231002X/.test(line))).toEqual([]);
  }
});
afterAll(async () => {
  for (const server of servers) {
    server.close();
  }
  await Promise.all([safe, plain, foreign].map((account) => account.close()));
});

function post({ app }: TestAccount, query: Record<string, string> | string, body: string | Buffer) {
  return request(app.callback()).post(PATH).query(query).set('content-type', 'text/xml').send(body);
}
const help = (account: TestAccount) => account.signed(account.messageXml('帮助'));

describe('WeChat’s check of the address', () => {
  const queryOf = (account: TestAccount, more: Record<string, string> = {}) => {
    const timestamp = String(account.clock.time / 1000);
    const signature = signatureOf(account.config.token, timestamp, '42');
    return { signature, timestamp, nonce: '42', echostr: '4375120948345356249', ...more };
  };
  const check = (query: Record<string, string>) => request(safe.app.callback()).get(PATH).query(query);

  it('is answered by the echo as raw text', async () => {
    const answer = await check(queryOf(safe));
    expect([answer.status, answer.text, answer.type]).toEqual([200, '4375120948345356249', 'text/plain']);
  });

  it.each([
    ['a wrong signature', { signature: 'f464b24fc39322e44b38aa78f5edd27bd1441696' }],
    ['a short signature', { signature: 'f464' }],
    ['no signature', { signature: '' }],
    ['an old timestamp', { timestamp: '1714036504' }],
    ['no echo', { echostr: '' }],
  ])('is refused with %s', async (_, more) => {
    expect((await check(queryOf(safe, more))).status).toBe(403);
  });

  it('is refused with a field given twice', async () => {
    const twice = `${new URLSearchParams(queryOf(safe))}&nonce=43`;
    expect((await request(safe.app.callback()).get(`${PATH}?${twice}`)).status).toBe(403);
  });
});

describe('a message in safe mode', () => {
  it('is answered encrypted and signed, from the account to the sender', async () => {
    const { query, body } = help(safe);
    const answer = await post(safe, query, body);
    expect([answer.status, answer.type]).toEqual([200, 'application/xml']);
    expect(answer.text).not.toContain('找回');
    const fields = safe.readReply(answer.text);
    expect(fields?.get('Content')).toContain('kj 身份证号码');
    expect([fields?.get('ToUserName'), fields?.get('FromUserName')]).toEqual(['oStranger', 'gh_1']);
    expect(fields?.get('CreateTime')).toBe(String(safe.clock.time / 1000));
  });

  it('may have spaces around Encrypt', async () => {
    const { query, body } = help(safe);
    const spaced = body.replace('<![CDATA[', '\n  <![CDATA[').replace(']]></Encrypt>', ']]>\n</Encrypt>');
    expect((await post(safe, query, spaced)).status).toBe(200);
  });

  const mutations: [string, (query: Record<string, string>, body: string) => [object, string]][] = [
    ['without msg_signature', ({ msg_signature, ...rest }, body) => [rest, body]],
    ['with an empty msg_signature', (query, body) => [{ ...query, msg_signature: '' }, body]],
    ['with a short msg_signature', (query, body) => [{ ...query, msg_signature: 'abc' }, body]],
    [
      'with the plain signature in its place',
      (query, body) => [{ ...query, msg_signature: query.signature }, body],
    ],
    ['without encrypt_type', ({ encrypt_type, ...rest }, body) => [rest, body]],
    ['with another encrypt_type', (query, body) => [{ ...query, encrypt_type: 'raw' }, body]],
    ['with another nonce', (query, body) => [{ ...query, nonce: '1' }, body]],
    [
      'of five minutes ago',
      (query, body) => [{ ...query, timestamp: String(Number(query.timestamp) - 301) }, body],
    ],
    [
      'with another ciphertext',
      (query, body) => [
        query,
        body.replace(/(<Encrypt><!\[CDATA\[)(.)/, (_, head, first) => head + (first === 'A' ? 'B' : 'A')),
      ],
    ],
    ['without Encrypt', (query) => [query, safe.messageXml('帮助')]],
  ];
  it.each(mutations)('%s is refused', async (_, mutate) => {
    const { query, body } = help(safe);
    const [badQuery, badBody] = mutate(query as never, body);
    expect((await post(safe, badQuery as never, badBody)).status).toBe(403);
  });

  it('with a field given twice is refused', async () => {
    const { query, body } = help(safe);
    for (const [name, value] of Object.entries(query)) {
      expect((await post(safe, `${new URLSearchParams(query)}&${name}=${value}`, body)).status).toBe(403);
    }
  });

  it('signed rightly for another appId is refused', async () => {
    const { query, body } = help(foreign);
    expect((await post(safe, query, body)).status).toBe(403);
  });

  it('in the clear is refused, however well signed', async () => {
    const { query } = help({ ...plain, config: { ...plain.config } });
    const signature = signatureOf(safe.config.token, query.timestamp, query.nonce);
    expect((await post(safe, { ...query, signature }, safe.messageXml('帮助'))).status).toBe(403);
  });
});

describe('a message in plain mode, where no key is configured', () => {
  it('is answered in the clear', async () => {
    const { query, body } = help(plain);
    const answer = await post(plain, query, body);
    expect(plain.readReply(answer.text)?.get('Content')).toContain('学分');
  });

  it('is refused with a wrong signature', async () => {
    const { query, body } = help(plain);
    expect((await post(plain, { ...query, signature: 'a'.repeat(40) }, body)).status).toBe(403);
  });
});

describe('a message in compatible mode, in the clear and encrypted', () => {
  /** The plaintext fields beside `Encrypt`: nobody signed them. */
  const both = (encrypted: string, clear: string) => clear.replace('</xml>', encrypted.slice('<xml>'.length));
  const encryptOf = (body: string) => body.replace(/<ToUserName>.*?<\/ToUserName>/, '');

  it('is read from Encrypt where a key is configured, whatever stands beside it', async () => {
    const { query, body } = help(safe);
    const forged = safe.messageXml('kj 11010519491231002X', { openid: 'oBound' });
    const fields = safe.readReply((await post(safe, query, both(encryptOf(body), forged))).text);
    expect([fields?.get('ToUserName'), fields?.get('Content')]).toEqual([
      'oStranger',
      expect.stringContaining('【学分】'),
    ]);
    expect(safe.calls.passwords).toEqual([]);
  });

  it('is read from the plaintext fields where none is, by the plain signature alone', async () => {
    const { query, body } = help(plain);
    const encrypted = encryptOf(help(safe).body);
    const aes = { ...query, encrypt_type: 'aes', msg_signature: 'a'.repeat(40) };
    const answer = await post(plain, aes, both(encrypted, body));
    expect(plain.readReply(answer.text)?.get('Content')).toContain('【学分】');
    expect((await post(plain, { ...aes, signature: 'a'.repeat(40) }, both(encrypted, body))).status).toBe(
      403,
    );
    // Safe mode, switched on in WeChat and not here.
    expect((await post(plain, aes, help(safe).body)).status).toBe(400);
  });
});

describe('a body that is no message', () => {
  const cases: [string, string | Buffer, number, number?][] = [
    ['empty', '', 400],
    ['JSON', '{"ToUserName":"a"}', 400],
    ['unclosed', '<xml><MsgType>text', 400],
    ['not UTF-8', Buffer.from([0x3c, 0xff, 0xfe]), 400],
    // 帮助 in GBK.
    ['GBK', Buffer.concat([Buffer.from('<xml><Content>'), Buffer.from('b0efd6fa', 'hex')]), 400],
    ['UTF-16', Buffer.from('\ufeff<xml><Content>帮助</Content></xml>', 'utf16le'), 400],
    [
      'a bomb',
      `<!DOCTYPE b [<!ENTITY a "${'a'.repeat(999)}"><!ENTITY b "${'&a;'.repeat(999)}">]><xml><A>&b;</A></xml>`,
      400,
    ],
    ['nested 3000 deep', `<xml>${'<a>'.repeat(3000)}${'</a>'.repeat(3000)}</xml>`, 400],
    [
      'without a sender',
      '<xml><ToUserName>g</ToUserName><CreateTime>1</CreateTime><MsgType>text</MsgType></xml>',
      400,
      403,
    ],
    ['with a DOCTYPE', '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><xml></xml>', 400],
    ['of 65 KiB', 'x'.repeat(64 * 1024 + 1), 413],
    ['of 1 MB', `<xml>${'x'.repeat(1024 * 1024)}</xml>`, 413],
  ];
  it.each(cases)('%s', async (_, body, status, inSafeMode = status) => {
    expect((await post(plain, help(plain).query, body)).status).toBe(status);
    expect((await post(safe, help(safe).query, body)).status).toBe(inSafeMode);
  });

  it.each([
    ['as it says', 'Content-Length: 10485760', '<xml>'],
    ['in pieces', 'Transfer-Encoding: chunked', `11000\r\n${'x'.repeat(0x11000)}\r\n`],
  ])('of 10 MB, %s, is refused before it has come', async (_, header, sent) => {
    const [first] = servers as [Server];
    const { port } = first.address() as AddressInfo;
    const socket = connect(port, '127.0.0.1');
    socket.write(
      `POST ${PATH}?${new URLSearchParams(help(safe).query)} HTTP/1.1\r\nHost: a\r\n${header}\r\n\r\n${sent}`,
    );
    let answer = '';
    // It ends with the answer, though the rest was never sent.
    for await (const part of socket) {
      answer += part;
    }
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
  });

  it('is never a 500, whatever comes', async () => {
    const [server, open] = servers;
    const bytes = fc.uint8Array({ maxLength: 300 }).map((array) => Buffer.from(array));
    const inner = fc.oneof(
      bytes.map((b) => b.toString('latin1')),
      fc
        .string({ unit: 'binary', maxLength: 200 })
        .map((text) => `<xml><FromUserName>a</FromUserName>${text}</xml>`),
    );
    await fc.assert(
      fc.asyncProperty(bytes, inner, async (body, xml) => {
        const random = `<xml><Encrypt>${body.toString('base64')}</Encrypt></xml>`;
        const { query } = help(safe);
        const msg_signature = signatureOf(
          safe.config.token,
          query.timestamp,
          query.nonce,
          body.toString('base64'),
        );
        const answers = [
          await request(server as Server)
            .post(PATH)
            .query(query)
            .send(body),
          await request(server as Server)
            .post(PATH)
            .query({ ...query, msg_signature })
            .send(random),
          await request(server as Server)
            .post(PATH)
            .query(safe.signed(xml).query)
            .send(safe.signed(xml).body),
          await request(open as Server)
            .post(PATH)
            .query(plain.signed(xml).query)
            .send(xml),
          await request(open as Server)
            .post(PATH)
            .query({ [xml]: xml })
            .send(body),
        ];
        expect(answers.filter(({ status }) => status >= 500 || status === 200)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('typed by a person is answered, whatever was typed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 300 }), async (text) => {
        const answer = await safe.say(text);
        expect(answer).not.toContain('系统繁忙');
        expect(Buffer.byteLength(answer)).toBeLessThanOrEqual(2048);
      }),
      { numRuns: 100 },
    );
  });
});

it('leaves other methods and paths to the rest of the server', async () => {
  expect((await request(safe.app.callback()).put(PATH)).status).toBe(404);
  expect((await request(safe.app.callback()).get('/wechat')).status).toBe(404);
});

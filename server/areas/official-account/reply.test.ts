import { createMessageCrypto } from './messageCrypto';
import { encryptReply, MAX_REPLY_BYTES, SUCCESS, textReply } from './reply';
import { signatureOf } from './signature';
import { parseXml } from './xml';

const sender = { from: 'oUser', to: 'gh_1' };
const contentOf = (text: string) => parseXml(textReply(sender, text, 0)).get('Content') ?? '';

it('swaps sender and receiver and tells seconds', () => {
  const fields = parseXml(textReply(sender, '您好', 1_800_000_000_999));
  expect(Object.fromEntries(fields)).toEqual({
    ToUserName: 'oUser',
    FromUserName: 'gh_1',
    CreateTime: '1800000000',
    MsgType: 'text',
    Content: '您好',
  });
});

it.each([']]>', 'a]]>b]]>', ']]]]>>', '<xml>', '&lt;', 'a\tb\nc'])('carries %j unharmed', (text) => {
  expect(contentOf(text)).toBe(text);
});

it('drops control characters and mends half characters', () => {
  expect(contentOf('a\u0000\u0008\u000b\u001f\uffffb\ud800')).toBe('ab\ufffd');
});

it.each([
  [2047, 'a'.repeat(2047), 2047],
  [2048, 'a'.repeat(2048), 2048],
  [2049, 'a'.repeat(2049), 2048],
  ['Han across the end', '中'.repeat(683), 2046],
  ['emoji across the end', `a${'😀'.repeat(600)}`, 2048],
])('is at most 2048 bytes: %s', (_, text, bytes) => {
  const content = contentOf(text);
  expect(Buffer.byteLength(content)).toBe(bytes);
  expect(bytes).toBeLessThanOrEqual(MAX_REPLY_BYTES);
  expect(content).not.toContain('\ufffd');
});

it('is encrypted with the request’s nonce and signed anew; success stays as it is', () => {
  const key = { aesKey: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG', appId: 'wx1' };
  const crypto = createMessageCrypto(key);
  const safe = { crypto, token: 'T', nonce: 'N', now: 1_800_000_000_000, random16: Buffer.alloc(16, 7) };
  const fields = parseXml(encryptReply('<xml></xml>', safe));
  const encrypted = fields.get('Encrypt') ?? '';
  expect(crypto.decrypt(encrypted)).toBe('<xml></xml>');
  expect(fields.get('MsgSignature')).toBe(signatureOf('T', '1800000000', 'N', encrypted));
  expect(fields.get('Nonce')).toBe('N');
  expect(encryptReply(SUCCESS, safe)).toBe(SUCCESS);
});

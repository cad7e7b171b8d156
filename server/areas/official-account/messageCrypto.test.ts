import { createCipheriv, randomBytes } from 'node:crypto';
import * as oracle from '@wecom/crypto';
import fc from 'fast-check';
import { createMessageCrypto, MessageCryptoError } from './messageCrypto';
import { signatureOf } from './signature';
import { vectors } from './vectors.json';

const KEY = { aesKey: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG', appId: 'wxb11529c136998cb6' };
const ours = createMessageCrypto(KEY);

interface Vector {
  id: string;
  kind: string;
  token: string;
  encodingAESKey: string;
  appId: string;
  timestamp?: string;
  nonce?: string;
  msg_signature?: string;
  encrypted: string;
  random16: string;
  plaintext: string;
}
const published = vectors.filter(({ kind }) => kind === 'decrypt' || kind === 'encrypt') as Vector[];

describe.each(published)('the published vector $id', (vector) => {
  const crypto = createMessageCrypto({ aesKey: vector.encodingAESKey, appId: vector.appId });

  it('decrypts', () => {
    expect(crypto.decrypt(vector.encrypted)).toBe(vector.plaintext);
  });
  it('encrypts to the same bytes', () => {
    expect(crypto.encrypt(vector.plaintext, Buffer.from(vector.random16))).toBe(vector.encrypted);
  });
  it('has the signature', () => {
    const { token, timestamp, nonce, msg_signature, encrypted } = vector;
    if (msg_signature) {
      expect(signatureOf(token, timestamp ?? '', nonce ?? '', encrypted)).toBe(msg_signature);
    }
  });
});

it('has vectors', () => expect(published.length).toBe(9));

it('agrees with @wecom/crypto both ways', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
      const message = Buffer.from(text).toString();
      const theirs = oracle.decrypt(KEY.aesKey, ours.encrypt(message, randomBytes(16)));
      expect([theirs.message, theirs.id]).toEqual([message, KEY.appId]);
      expect(ours.decrypt(oracle.encrypt(KEY.aesKey, message, KEY.appId))).toBe(message);
    }),
  );
});

describe('refuses, always with the same error,', () => {
  /** A ciphertext of exactly these bytes. */
  function seal(bytes: Buffer): string {
    const key = Buffer.from(`${KEY.aesKey}=`, 'base64');
    const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
    return Buffer.concat([cipher.update(bytes), cipher.final()]).toString('base64');
  }
  /** random(16) length message appId, padded with `pad` bytes of `pad`. */
  function plain({
    length = 5,
    appId = KEY.appId,
    pad,
  }: {
    length?: number;
    appId?: string;
    pad?: number[];
  } = {}) {
    const head = Buffer.alloc(20);
    head.writeUInt32BE(length, 16);
    const bytes = Buffer.concat([head, Buffer.from(`hello${appId}`)]);
    const count = 32 - (bytes.length % 32);
    return Buffer.concat([bytes, Buffer.from(pad ?? Array(count).fill(count))]);
  }
  const count = 32 - ((25 + KEY.appId.length) % 32);
  const padded = (last: number[]) => [...Array(count - last.length).fill(count), ...last];

  it('takes the sound one', () => expect(ours.decrypt(seal(plain()))).toBe('hello'));

  it.each([
    ['a pad byte of 0', seal(plain({ pad: Array(count).fill(0) }))],
    ['a pad byte of 33', seal(plain({ pad: Array(count).fill(33) }))],
    ['pad bytes that differ', seal(plain({ pad: padded([1, count]) }))],
    ['a length beyond the end', seal(plain({ length: 2 ** 32 - 1 }))],
    ['a length that is too short', seal(plain({ length: 4 }))],
    ['a foreign appId', seal(plain({ appId: 'wx0000000000000000' }))],
    ['a longer appId', seal(plain({ appId: `${KEY.appId}x` }))],
    ['a block of zeros', seal(Buffer.alloc(32))],
    ['sixteen bytes', seal(Buffer.alloc(16, 16))],
    [
      'bytes that are not UTF-8',
      seal(
        Buffer.concat([
          plain().subarray(0, 20),
          Buffer.from([0xff, 0xfe, 0xff, 0xfe, 0xff]),
          plain().subarray(25),
        ]),
      ),
    ],
    ['nothing', ''],
    ['not base64', '%%%%'],
    ['base64url', '-_-_'],
    ['a broken block', 'AAAA'],
    ['spaces within', `${seal(plain()).slice(0, 8)} ${seal(plain()).slice(8)}`],
  ])('%s', (_, encrypted) => {
    expect(() => ours.decrypt(encrypted)).toThrow(new MessageCryptoError());
  });

  it('any flipped byte of the last two blocks', () => {
    const bytes = Buffer.from(seal(plain()), 'base64');
    for (let at = bytes.length - 32; at < bytes.length; at += 1) {
      const broken = Buffer.from(bytes);
      broken.writeUInt8((broken[at] ?? 0) ^ 1, at);
      expect(() => ours.decrypt(broken.toString('base64'))).toThrow(new MessageCryptoError());
    }
  });

  it('random bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(() => ours.decrypt(Buffer.from(bytes).toString('base64'))).toThrow(new MessageCryptoError());
      }),
    );
  });
});

it('refuses a key of another length', () => {
  expect(() => createMessageCrypto({ ...KEY, aesKey: 'short' })).toThrow(RangeError);
});

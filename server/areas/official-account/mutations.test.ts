/** Ten thousand envelopes that somebody tampered with: none is taken for WeChat's, none does more than be refused. */
import { createCipheriv, randomBytes } from 'node:crypto';
import * as peer from '@wecom/crypto';
import fc from 'fast-check';
import { type Admitted, type Answer, createGate, type Query } from './gate';
import { createMessageCrypto } from './messageCrypto';
import { encryptReply, textReply } from './reply';
import { signatureOf } from './signature';
import { cdata, parseXml } from './xml';

const NOW = 1_800_000_000_000;
const TIMESTAMP = String(NOW / 1000);
const NONCE = '9415670741';
const TOKEN = 'testtoken';
const KEY = { aesKey: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG', appId: 'wxb11529c136998cb6' };
const crypto = createMessageCrypto(KEY);
const gate = createGate({ token: TOKEN, crypto, clock: { now: () => NOW } });

const xmlOf = (content: string) =>
  `<xml><ToUserName><![CDATA[gh_1]]></ToUserName><FromUserName><![CDATA[oA]]></FromUserName><CreateTime>${TIMESTAMP}</CreateTime><MsgType><![CDATA[text]]></MsgType><Content>${cdata(content)}</Content><MsgId>7000000001</MsgId></xml>`;
const envelope = (encrypted: string) =>
  `<xml><ToUserName><![CDATA[gh_1]]></ToUserName><Encrypt><![CDATA[${encrypted}]]></Encrypt></xml>`;
/** A query signed over this ciphertext. */
const queryOf = (encrypted: string): Record<string, string> => ({
  signature: signatureOf(TOKEN, TIMESTAMP, NONCE),
  timestamp: TIMESTAMP,
  nonce: NONCE,
  openid: 'oA',
  encrypt_type: 'aes',
  msg_signature: signatureOf(TOKEN, TIMESTAMP, NONCE, encrypted),
});

const sound = crypto.encrypt(xmlOf('学分'), randomBytes(16));
const query = queryOf(sound);
const isRefused = (answer: Answer | Admitted) =>
  'status' in answer &&
  ((answer.status === 403 && answer.body === 'forbidden') ||
    (answer.status === 400 && answer.body === 'malformed'));
const admit = (given: Query, body: Buffer | string) => gate.admit(given, Buffer.from(body));

it('the sound one is taken', () => {
  expect(admit(query, envelope(sound))).toMatchObject({ message: { from: 'oA', content: '学分' } });
});

describe('refused', () => {
  const at = (length: number) => fc.nat({ max: length - 1 });
  const flipped = (bytes: Buffer, place: number, bit: number) => {
    const copy = Buffer.from(bytes);
    copy.writeUInt8((copy[place] ?? 0) ^ bit, place);
    return copy;
  };
  const bit = fc.constantFrom(1, 2, 4, 8, 16, 32, 64, 128, 255);
  const raw = Buffer.from(sound, 'base64');
  const head = envelope('').indexOf(']]></Encrypt>');

  it.each<[string, number, fc.Arbitrary<[Query, Buffer | string]>]>([
    [
      'a byte of the ciphertext changed',
      3000,
      fc.tuple(at(sound.length), bit).map(([place, mask]) => {
        const body = flipped(Buffer.from(envelope(sound)), head + place, mask);
        return [query, body];
      }),
    ],
    [
      'the ciphertext cut, extended or put together otherwise',
      1500,
      fc
        .tuple(at(sound.length), fc.base64String({ maxLength: 128 }), fc.nat(2))
        .filter(([, more, way]) => way !== 1 || more !== '')
        .map(([place, more, way]) => {
          const parts = [sound.slice(0, place), sound + more, sound.slice(place) + sound.slice(0, place)];
          return [query, envelope((parts[way] === sound ? '' : parts[way]) ?? '')];
        }),
    ],
    [
      'a character of the query changed, dropped or doubled',
      2000,
      fc
        .tuple(
          fc.constantFrom('timestamp', 'nonce', 'encrypt_type', 'msg_signature'),
          fc.nat(50),
          fc.constantFrom('', 'x', '0', '1', ' ', '\0', '中'),
        )
        .map(([name, place, into]): [Query, string] => {
          const value = query[name] ?? '';
          const spot = place % value.length;
          return [{ ...query, [name]: value.slice(0, spot) + into + value.slice(spot + 1) }, envelope(sound)];
        })
        .filter(([changed]) => Object.entries(changed).some(([name, value]) => query[name] !== value)),
    ],
    [
      'fields of the query swapped, missing or given twice',
      500,
      fc
        .tuple(
          fc.constantFrom('timestamp', 'nonce', 'encrypt_type', 'msg_signature'),
          fc.constantFrom('signature', 'openid', 'nonce', 'timestamp', 'msg_signature'),
          fc.nat(2),
        )
        .filter(([a, b]) => a !== b)
        .map(([a, b, way]) => {
          const { [a]: _, ...without } = query;
          const changed = [
            { ...query, [a]: query[b], [b]: query[a] },
            without,
            { ...query, [a]: [query[a] ?? '', query[a] ?? ''] },
          ];
          return [changed[way] ?? {}, envelope(sound)];
        }),
    ],
    [
      'signed rightly, but not what this key makes of a message for us',
      1500,
      fc
        .oneof(
          // Cut at any byte.
          at(raw.length).map((length) => raw.subarray(0, length)),
          // The padding, the appId or the length broken.
          fc.tuple(at(64), bit).map(([place, mask]) => flipped(raw, raw.length - 64 + place, mask)),
          fc.tuple(at(4), bit).map(([place, mask]) => flipped(raw, place, mask)),
          fc.uint8Array({ maxLength: 320 }).map((bytes) => Buffer.from(bytes)),
        )
        .filter((bytes) => !leavesTheMessage(bytes))
        .map((bytes) => {
          const encrypted = bytes.toString('base64');
          return [queryOf(encrypted), envelope(encrypted)];
        }),
    ],
    [
      'signed and encrypted rightly, for another appId',
      500,
      fc.stringMatching(/^[a-z0-9]{0,40}$/).map((appId) => {
        const encrypted = createMessageCrypto({ ...KEY, appId }).encrypt(xmlOf('学分'), randomBytes(16));
        return [queryOf(encrypted), envelope(encrypted)];
      }),
    ],
  ])('%s', (_, numRuns, tampered) => {
    fc.assert(
      fc.property(tampered, ([given, body]) => isRefused(admit(given, body))),
      { numRuns },
    );
  });

  it('anything else in the envelope changed does not change the message', () => {
    const whole = Buffer.from(envelope(sound));
    fc.assert(
      fc.property(at(whole.length), bit, (place, mask) => {
        const answer = admit(query, flipped(whole, place, mask));
        return isRefused(answer) || ('message' in answer && answer.message.content === '学分');
      }),
      { numRuns: 1000 },
    );
  });

  /**
   * Cipher block chaining changes only the blocks that are touched, so these lie in the first sixteen, random bytes; a change of
   * the first block alone also flips bits of the length, which is refused.
   */
  function leavesTheMessage(bytes: Buffer): boolean {
    try {
      return crypto.decrypt(bytes.toString('base64')) === xmlOf('学分');
    } catch {
      return false;
    }
  }

  it.each([
    ['a pad byte of 0', 0],
    ['a pad byte of 33', 33],
  ])('%s', (_, last) => {
    const key = Buffer.from(`${KEY.aesKey}=`, 'base64');
    const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(Buffer.byteLength(xmlOf('学分')));
    const full = Buffer.concat([randomBytes(16), length, Buffer.from(xmlOf('学分') + KEY.appId)]);
    const padded = Buffer.concat([full, Buffer.alloc(32 - (full.length % 32), last)]);
    const encrypted = Buffer.concat([cipher.update(padded), cipher.final()]).toString('base64');
    expect(admit(queryOf(encrypted), envelope(encrypted))).toEqual({ status: 403, body: 'forbidden' });
  });
});

describe('what typed text can hold, with @wecom/crypto at the other end', () => {
  /** Encrypted and signed by the peer, read by us; answered by us, verified and decrypted by the peer. */
  function roundTrip(text: string): { read: string; answered: string } {
    const encrypted = peer.encrypt(KEY.aesKey, xmlOf(text), KEY.appId);
    const msg_signature = peer.getSignature(TOKEN, TIMESTAMP, NONCE, encrypted);
    const admitted = admit({ ...queryOf(encrypted), msg_signature }, envelope(encrypted));
    if ('status' in admitted) {
      throw new Error(`answered ${admitted.status}`);
    }
    const { message } = admitted;
    const reply = textReply(message, message.content, NOW);
    const safe = { crypto, token: TOKEN, nonce: NONCE, now: NOW, random16: randomBytes(16) };
    const outer = parseXml(encryptReply(reply, safe));
    const field = (name: string) => outer.get(name) ?? '';
    const signature = peer.getSignature(TOKEN, field('TimeStamp'), field('Nonce'), field('Encrypt'));
    expect(field('MsgSignature')).toBe(signature);
    const back = peer.decrypt(KEY.aesKey, field('Encrypt'));
    expect(back.id).toBe(KEY.appId);
    return { read: message.content, answered: parseXml(back.message).get('Content') ?? '' };
  }

  it.each([
    ['emoji and joined ones', '学分👩🏽‍⚕️🇨🇳😀'],
    ['numbers that stay text', '007'],
    ['a number with an exponent', '1e5'],
    ['an idNo', '11010519491231002X'],
    ['the end of a section', 'a]]>b]]]]>'],
    ['markup', '<xml><!DOCTYPE a><a b="c">&lt;&#65;</a></xml>'],
    ['a byte order mark', '\ufeff学分'],
    ['spaces', '  学分\n\t2025  '],
  ])('%s', (_, text) => {
    expect(roundTrip(text)).toEqual({ read: text, answered: text });
  });

  it('whatever else', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (typed) => {
        // As a phone sends it: valid UTF-8 without what XML cannot hold.
        const text = Buffer.from(typed)
          .toString()
          .replace(/\p{Cc}|[\ufffe\uffff]/gu, '');
        expect(roundTrip(text)).toEqual({ read: text, answered: text });
      }),
      { numRuns: 500 },
    );
  });
});

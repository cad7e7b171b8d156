/** Decides which requests are WeChat's, before anything of them is believed. */
import type { Clock } from '../../platform/clock';
import { type Message, readMessage } from './message';
import type { MessageCrypto } from './messageCrypto';
import { isFresh, isSignature, signatureOf, singleFields } from './signature';
import { parseXml } from './xml';

/** As Koa reads it: a name given twice has an array. */
export type Query = Readonly<Record<string, string | string[] | undefined>>;

/** What goes back to WeChat. */
export interface Answer {
  status: 200 | 400 | 403;
  body: string;
}

export interface Admitted {
  message: Message;
  /** How to answer when the request was encrypted. */
  safe: { crypto: MessageCrypto; nonce: string } | null;
}

export interface Gate {
  /** WeChat's check of the address (GET): `echostr` as it came. */
  verify(query: Query): Answer;
  /** Malformed is 400, not WeChat's 403. */
  admit(query: Query, body: Buffer): Answer | Admitted;
}

const FORBIDDEN: Answer = { status: 403, body: 'forbidden' };
const MALFORMED: Answer = { status: 400, body: 'malformed' };

/**
 * With `crypto` only what is encrypted counts, in safe mode and in compatible mode: the plain signature does not cover the body.
 * Without it the plaintext fields count, which compatible mode (`encrypt_type=aes`) has as well.
 */
export function createGate({
  token,
  crypto,
  clock,
}: {
  token: string;
  crypto: MessageCrypto | null;
  clock: Clock;
}): Gate {
  /** The query's fields when its timestamp is of now and nothing is given twice. */
  function freshFields(query: Query): ReadonlyMap<string, string> | null {
    const fields = singleFields(query);
    return fields && isFresh(fields.get('timestamp'), clock.now()) ? fields : null;
  }

  const isSigned = (fields: ReadonlyMap<string, string>, name: string, ...more: string[]) =>
    isSignature(
      signatureOf(token, fields.get('timestamp') ?? '', fields.get('nonce') ?? '', ...more),
      fields.get(name),
    );

  /** The message's XML; null when it is not WeChat's. Throws for what is not XML or cannot be decrypted. */
  function openBody(fields: ReadonlyMap<string, string>, text: string): string | null {
    if (!crypto) {
      return isSigned(fields, 'signature') ? text : null;
    }
    if (fields.get('encrypt_type') !== 'aes') {
      return null;
    }
    const encrypted = parseXml(text).get('Encrypt')?.trim();
    return encrypted && isSigned(fields, 'msg_signature', encrypted) ? crypto.decrypt(encrypted) : null;
  }

  return {
    verify(query) {
      const fields = freshFields(query);
      const echo = fields?.get('echostr');
      return fields && echo && isSigned(fields, 'signature') ? { status: 200, body: echo } : FORBIDDEN;
    },
    admit(query, body) {
      const fields = freshFields(query);
      if (!fields) {
        return FORBIDDEN;
      }
      try {
        const text = new TextDecoder('utf-8', { fatal: true }).decode(body);
        const xml = openBody(fields, text);
        if (xml === null) {
          return FORBIDDEN;
        }
        const safe = crypto && { crypto, nonce: fields.get('nonce') ?? '' };
        return { message: readMessage(parseXml(xml)), safe };
      } catch (error) {
        return error instanceof Error && error.name === 'MessageCryptoError' ? FORBIDDEN : MALFORMED;
      }
    },
  };
}

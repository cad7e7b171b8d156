/**
 * The official account's safe mode (WeChat 消息加解密): AES-256-CBC over `random(16) length(4) message appId`, PKCS#7 padded to
 * blocks of 32. Unlike the libraries this checks padding, length and appId.
 */
import { createCipheriv, createDecipheriv } from 'node:crypto';

/** Not a message for us. Always the same, whatever was wrong with it. */
export class MessageCryptoError extends Error {
  constructor() {
    super('the encrypted message cannot be read');
    this.name = 'MessageCryptoError';
  }
}

export interface MessageCrypto {
  /** `random16` is sixteen fresh random bytes. Answers base64. */
  encrypt(message: string, random16: Buffer): string;
  /** @throws MessageCryptoError for anything that this key and appId did not produce. */
  decrypt(encrypted: string): string;
}

const BLOCK = 32;
const HEAD = 16 + 4;
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;

/** `aesKey` is the EncodingAESKey, 43 characters. @throws RangeError for another length. */
export function createMessageCrypto({ aesKey, appId }: { aesKey: string; appId: string }): MessageCrypto {
  const key = Buffer.from(`${aesKey}=`, 'base64');
  if (!/^[A-Za-z0-9+/]{43}$/.test(aesKey) || key.length !== 32) {
    throw new RangeError('the EncodingAESKey has 43 letters and digits');
  }
  const iv = key.subarray(0, 16);
  const owner = Buffer.from(appId);

  function decipher(encrypted: string): Buffer {
    const bytes = Buffer.from(encrypted, 'base64');
    if (!BASE64.test(encrypted) || encrypted.length % 4 !== 0 || bytes.length % BLOCK !== 0) {
      throw new MessageCryptoError();
    }
    const cipher = createDecipheriv('aes-256-cbc', key, iv).setAutoPadding(false);
    return unpad(Buffer.concat([cipher.update(bytes), cipher.final()]));
  }

  return {
    encrypt(message, random16) {
      const text = Buffer.from(message);
      const length = Buffer.alloc(4);
      length.writeUInt32BE(text.length);
      const cipher = createCipheriv('aes-256-cbc', key, iv).setAutoPadding(false);
      const padded = pad(Buffer.concat([random16, length, text, owner]));
      return Buffer.concat([cipher.update(padded), cipher.final()]).toString('base64');
    },
    decrypt(encrypted) {
      const full = decipher(encrypted);
      if (full.length < HEAD + owner.length) {
        throw new MessageCryptoError();
      }
      const end = HEAD + full.readUInt32BE(16);
      if (end > full.length || !full.subarray(end).equals(owner)) {
        throw new MessageCryptoError();
      }
      try {
        return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(full.subarray(HEAD, end));
      } catch {
        throw new MessageCryptoError();
      }
    },
  };
}

function pad(bytes: Buffer): Buffer {
  const count = BLOCK - (bytes.length % BLOCK);
  return Buffer.concat([bytes, Buffer.alloc(count, count)]);
}

function unpad(bytes: Buffer): Buffer {
  const count = bytes.at(-1) ?? 0;
  if (count < 1 || count > BLOCK || !bytes.subarray(-count).every((byte) => byte === count)) {
    throw new MessageCryptoError();
  }
  return bytes.subarray(0, -count);
}

import { type Document, deserialize, serialize } from 'bson';

/** A document's bytes as they came over the wire; handed on without being read, so that no type is lost. */
export type RawDocument = Uint8Array;

const HEX = 'BSONHEX';

/** Bytes of a `documentdb_core.bson` value that PostgreSQL printed. @throws Error for any other text. */
export function fromHex(text: string): Buffer {
  if (!text.startsWith(HEX)) {
    throw new Error('not a BSON value of DocumentDB');
  }
  return Buffer.from(text.slice(HEX.length), 'hex');
}

/** The text under which PostgreSQL reads a document. */
export function toHex(document: RawDocument): string {
  return HEX + Buffer.from(document).toString('hex');
}

/** Reads the outermost level only: inner documents stay bytes. Numbers keep their BSON type where JavaScript would lose it. */
export function readShallow(bytes: Uint8Array): Document {
  return deserialize(bytes, { raw: true, promoteLongs: false, useBigInt64: false });
}

/** Reads everything, keeping the types of numbers, so that writing it again gives the same bytes. */
export function readDeep(bytes: Uint8Array): Document {
  return deserialize(bytes, { promoteLongs: false, promoteValues: false });
}

/** Reads everything as plain JavaScript values. */
export function readPlain(bytes: Uint8Array): Document {
  return deserialize(bytes);
}

/** Writes a document. */
export function write(document: Document): Buffer {
  return Buffer.from(serialize(document));
}

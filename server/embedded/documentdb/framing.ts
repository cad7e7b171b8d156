import type { Document } from 'bson';
import { readShallow, write } from './bson';

/** The longest message that MongoDB allows. */
export const MAX_MESSAGE_BYTES = 48_000_000;

const HEADER = 16;
const OP_REPLY = 1;
const OP_QUERY = 2004;
const OP_MSG = 2013;
const CHECKSUM_PRESENT = 1;
const MORE_TO_COME = 2;
const REQUIRED_BITS = 0xffff;
const MIN_DOCUMENT = 5;

/** One request. */
export interface Request {
  requestId: number;
  opcode: number;
  /** The command as it came. */
  body: Buffer;
  /** Its outermost level; inner documents are bytes. */
  command: Document;
  /** Documents that came beside the body, e.g. those of an insert: their name and their bytes one after another. */
  sequences: Map<string, Buffer>;
  /** The sender wants no answer. */
  isSilent: boolean;
}

/** Bytes that are no message of the protocol; the socket they came from is closed. */
export class FrameError extends Error {}

/** Cuts a stream of chunks into messages; a chunk may hold a part of one or several. */
export class FrameReader {
  private chunks: Buffer[] = [];
  private size = 0;

  /** Takes a chunk and yields each message that is now complete. @throws FrameError for an impossible length. */
  *push(chunk: Buffer): Generator<Buffer> {
    this.chunks.push(chunk);
    this.size += chunk.length;
    while (this.size >= HEADER) {
      const length = this.peekLength();
      if (length < HEADER || length > MAX_MESSAGE_BYTES) {
        throw new FrameError(`message of ${length} bytes`);
      }
      if (this.size < length) {
        return;
      }
      const all = this.chunks.length === 1 ? (this.chunks[0] ?? Buffer.alloc(0)) : Buffer.concat(this.chunks);
      const rest = all.subarray(length);
      this.chunks = rest.length > 0 ? [rest] : [];
      this.size = rest.length;
      yield all.subarray(0, length);
    }
  }

  private peekLength(): number {
    const first = this.chunks[0];
    if (first && first.length >= 4) {
      return first.readInt32LE(0);
    }
    // Joined once per message at most: afterwards the first chunk holds the length.
    const joined = Buffer.concat(this.chunks);
    this.chunks = [joined];
    return joined.readInt32LE(0);
  }
}

function documentAt(message: Buffer, at: number, end: number): Buffer {
  const size = at + MIN_DOCUMENT <= end ? message.readInt32LE(at) : 0;
  if (size < MIN_DOCUMENT || at + size > end) {
    throw new FrameError('document past the end of its message');
  }
  return message.subarray(at, at + size);
}

/** Reads one message. OP_COMPRESSED and all other opcodes are refused: `hello` offers none. @throws FrameError, BSONError. */
export function decode(message: Buffer): Request {
  const opcode = message.readInt32LE(12);
  const head = { requestId: message.readInt32LE(4), opcode };
  if (opcode === OP_MSG) {
    return { ...head, ...decodeMsg(message) };
  }
  if (opcode === OP_QUERY) {
    return { ...head, ...decodeQuery(message) };
  }
  throw new FrameError(`opcode ${opcode}`);
}

type Content = Omit<Request, 'requestId' | 'opcode'>;

function decodeMsg(message: Buffer): Content {
  if (message.length < HEADER + 5) {
    throw new FrameError('message without a section');
  }
  const flags = message.readUInt32LE(HEADER);
  if (flags & REQUIRED_BITS & ~(CHECKSUM_PRESENT | MORE_TO_COME)) {
    throw new FrameError(`flags ${flags}`);
  }
  const end = message.length - (flags & CHECKSUM_PRESENT ? 4 : 0);
  const sequences = new Map<string, Buffer>();
  let body: Buffer | undefined;
  for (let at = HEADER + 4; at < end; ) {
    const kind = message[at++];
    if (kind === 0 && !body) {
      body = documentAt(message, at, end);
      at += body.length;
    } else if (kind === 1) {
      const section = documentAt(message, at, end); // A sequence states its length as a document does.
      const { name, documents } = decodeSequence(section);
      if (sequences.has(name)) {
        throw new FrameError(`two sequences ${name}`);
      }
      sequences.set(name, documents);
      at += section.length;
    } else {
      throw new FrameError(`section of kind ${kind}`);
    }
  }
  if (!body) {
    throw new FrameError('message without a body');
  }
  return { body, command: readShallow(body), sequences, isSilent: Boolean(flags & MORE_TO_COME) };
}

function decodeSequence(section: Buffer): { name: string; documents: Buffer } {
  const nameEnd = section.indexOf(0, 4);
  if (nameEnd < 0) {
    throw new FrameError('sequence without a name');
  }
  for (let at = nameEnd + 1; at < section.length; ) {
    at += documentAt(section, at, section.length).length;
  }
  return { name: section.toString('utf8', 4, nameEnd), documents: section.subarray(nameEnd + 1) };
}

/** Only the driver's first `hello` comes as OP_QUERY. */
function decodeQuery(message: Buffer): Content {
  const nameEnd = message.indexOf(0, HEADER + 4);
  const body = nameEnd < 0 ? undefined : documentAt(message, nameEnd + 9, message.length);
  if (!body) {
    throw new FrameError('query without a collection');
  }
  return { body, command: readShallow(body), sequences: new Map(), isSilent: false };
}

/** Writes the answer to a request in the form that it asked in. */
export function encode(request: Pick<Request, 'opcode' | 'requestId'>, reply: Document | Buffer): Buffer {
  const body = Buffer.isBuffer(reply) ? reply : write(reply);
  const isMsg = request.opcode === OP_MSG;
  const head = isMsg ? HEADER + 5 : HEADER + 20;
  const out = Buffer.allocUnsafe(head + body.length).fill(0, 0, head);
  out.writeInt32LE(out.length, 0);
  out.writeInt32LE(request.requestId, 8);
  out.writeInt32LE(isMsg ? OP_MSG : OP_REPLY, 12);
  if (!isMsg) {
    out.writeInt32LE(8, HEADER); // AwaitCapable
    out.writeInt32LE(1, HEADER + 16); // one document
  }
  out.set(body, head);
  return out;
}

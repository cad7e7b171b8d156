import { serialize } from 'bson';
import { decode, encode, FrameError, FrameReader, MAX_MESSAGE_BYTES } from './framing';

const OP_MSG = 2013;

/** A message: header, then the content. */
function frame(content: Buffer, opcode = OP_MSG, length = 16 + content.length): Buffer {
  const head = Buffer.alloc(16);
  head.writeInt32LE(length, 0);
  head.writeInt32LE(77, 4);
  head.writeInt32LE(opcode, 12);
  return Buffer.concat([head, content]);
}

const flags = (bits: number): Buffer => Buffer.from(Uint32Array.of(bits).buffer);
const body = (document: object): Buffer => Buffer.concat([Buffer.of(0), serialize(document)]);
const ping = frame(Buffer.concat([flags(0), body({ ping: 1, $db: 'admin' })]));

describe('FrameReader', () => {
  it('cuts merged and split messages', () => {
    const stream = Buffer.concat([ping, ping, ping]);
    for (let size = 1; size <= stream.length; size += 7) {
      const reader = new FrameReader();
      const messages: Buffer[] = [];
      for (let at = 0; at < stream.length; at += size) {
        messages.push(...reader.push(stream.subarray(at, at + size)));
      }
      expect(messages).toHaveLength(3);
      expect(messages.every((message) => message.equals(ping))).toBe(true);
    }
  });

  it.each([0, 15, -1, MAX_MESSAGE_BYTES + 1])(
    'refuses a length of %d before it waits for the rest',
    (length) => {
      expect(() => [...new FrameReader().push(frame(Buffer.alloc(0), OP_MSG, length))]).toThrow(FrameError);
    },
  );
});

describe('decode', () => {
  it('reads the body and documents beside it', () => {
    const documents = Buffer.concat([serialize({ a: 1 }), serialize({ a: 2 })]);
    const name = Buffer.from('documents\0');
    const size = Buffer.alloc(4);
    size.writeInt32LE(4 + name.length + documents.length);
    const sequence = Buffer.concat([Buffer.of(1), size, name, documents]);
    const request = decode(frame(Buffer.concat([flags(2), body({ insert: 'x' }), sequence])));
    expect(request).toMatchObject({ requestId: 77, isSilent: true, command: { insert: 'x' } });
    expect(request.sequences.get('documents')?.equals(documents)).toBe(true);
  });

  it('leaves a checksum aside', () => {
    const request = decode(frame(Buffer.concat([flags(1), body({ ping: 1 }), Buffer.alloc(4)])));
    expect(request.command).toEqual({ ping: 1 });
  });

  it('keeps the first level only', () => {
    const { command } = decode(frame(Buffer.concat([flags(0), body({ find: 'x', filter: { a: 1 } })])));
    expect(Buffer.from(command.filter).equals(Buffer.from(serialize({ a: 1 })))).toBe(true);
  });

  it.each([
    ['compressed', frame(Buffer.alloc(20), 2012)],
    ['an unknown opcode', frame(Buffer.alloc(20), 1)],
    ['no section', frame(flags(0))],
    ['an unknown flag', frame(Buffer.concat([flags(4), body({ ping: 1 })]))],
    ['two bodies', frame(Buffer.concat([flags(0), body({ ping: 1 }), body({ ping: 1 })]))],
    ['an unknown section', frame(Buffer.concat([flags(0), Buffer.of(9), serialize({ ping: 1 })]))],
    ['a document past the end', frame(Buffer.concat([flags(0), Buffer.of(0), flags(500), Buffer.of(0)]))],
    ['a document of no size', frame(Buffer.concat([flags(0), Buffer.of(0), flags(0), Buffer.of(0)]))],
    ['a query without an end', frame(Buffer.alloc(20, 1), 2004)],
  ])('refuses %s', (_, message) => {
    expect(() => decode(message)).toThrow(FrameError);
  });

  it('refuses broken BSON', () => {
    const broken = Buffer.from(serialize({ ping: 'text' }));
    broken.fill(0xff, 4, 12);
    expect(() => decode(frame(Buffer.concat([flags(0), Buffer.of(0), broken])))).toThrow();
  });
});

describe('encode', () => {
  it('answers a message with the request it belongs to', () => {
    const out = encode({ opcode: OP_MSG, requestId: 77 }, { ok: 1 });
    expect(out.readInt32LE(0)).toBe(out.length);
    expect(out.readInt32LE(8)).toBe(77);
    expect(decode(out).command).toEqual({ ok: 1 });
  });

  it('answers the old query of a first hello in the old form', () => {
    const out = encode({ opcode: 2004, requestId: 5 }, { ok: 1 });
    expect([out.readInt32LE(12), out.readInt32LE(32)]).toEqual([1, 1]);
    expect(out.subarray(36).equals(Buffer.from(serialize({ ok: 1 })))).toBe(true);
  });
});

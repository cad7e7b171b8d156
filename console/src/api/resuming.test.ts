import { contentOf, type GoOn, receiveDownload } from './download';

const PARTS = ['第一段，', '第二段，', '第三段'];
const bytes = (text: string) => new TextEncoder().encode(text);
const WHOLE = bytes(PARTS.join(''));

/** A body that yields these bytes and then breaks off, or ends. */
function bodyOf(part: Uint8Array, isBroken: boolean) {
  let isGiven = false;
  return {
    getReader: () => ({
      read: async () => {
        if (!isGiven) {
          isGiven = true;
          return { done: false, value: part };
        }
        if (isBroken) {
          throw new TypeError('network');
        }
        return { done: true, value: undefined };
      },
    }),
  };
}

const response = (status: number, part: Uint8Array, isBroken: boolean) =>
  ({
    status,
    body: bodyOf(part, isBroken),
    headers: new Headers({
      'accept-ranges': 'bytes',
      etag: '"v1"',
      'content-type': 'application/x',
      'content-disposition': "attachment; filename*=UTF-8''%E5%90%8D%E5%8D%95.xlsx",
    }),
  }) as unknown as Response;

const text = async (blob: Blob) =>
  new Promise<string>((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.readAsText(blob);
  });

const pauses: number[] = [];
beforeEach(() => {
  pauses.length = 0;
  jest.spyOn(globalThis, 'setTimeout').mockImplementation(((then: () => void, ms: number) => {
    pauses.push(ms);
    then();
  }) as unknown as typeof setTimeout);
});
afterEach(() => jest.restoreAllMocks());

test('a line that broke twice is taken up where it broke', async () => {
  const first = bytes(PARTS[0] ?? '').length;
  const second = first + bytes(PARTS[1] ?? '').length;
  const asked: Record<string, string>[] = [];
  const goOn: GoOn = async (headers) => {
    asked.push(headers);
    const from = Number(/\d+/.exec(headers.Range ?? '')?.[0]);
    return response(206, WHOLE.slice(from, from === first ? second : undefined), from === first);
  };
  const file = await receiveDownload(response(200, WHOLE.slice(0, first), true), goOn);
  expect(file.name).toBe('名单.xlsx');
  expect(await text(contentOf(file))).toBe(PARTS.join(''));
  expect(asked).toEqual([
    { Range: `bytes=${first}-`, 'If-Range': '"v1"' },
    { Range: `bytes=${second}-`, 'If-Range': '"v1"' },
  ]);
});

test('a file that is another one by now is not put together from two', async () => {
  const goOn: GoOn = async () => response(200, WHOLE, false);
  await expect(receiveDownload(response(200, WHOLE.slice(0, 3), true), goOn)).rejects.toThrow('network');
});

test('a line that is away for a while is waited for; every part that comes is told', async () => {
  let tries = 0;
  const goOn: GoOn = async () => {
    tries += 1;
    if (tries < 3) {
      throw new TypeError('Failed to fetch');
    }
    return response(206, WHOLE.slice(3), false);
  };
  const onPart = jest.fn();
  const file = await receiveDownload(response(200, WHOLE.slice(0, 3), true), goOn, onPart);
  expect(await text(contentOf(file))).toBe(PARTS.join(''));
  expect(onPart).toHaveBeenCalledTimes(2);
  expect(pauses).toEqual([1_000, 2_000, 4_000]);
});

test('a line that always breaks is given up', async () => {
  let tries = 0;
  const goOn: GoOn = async () => {
    tries += 1;
    return response(206, new Uint8Array(), true);
  };
  await expect(receiveDownload(response(200, WHOLE.slice(0, 3), true), goOn)).rejects.toThrow('network');
  expect(tries).toBe(4);
});

import type { FileAnswer } from '@common/contract/shapes';
import { nameInDisposition } from '@common/rules/disposition';

/** A file of the browser's. */
interface BrowserFile extends FileAnswer {
  blob: Blob;
}

/** Asks for a file from a byte on, of the same version as before. */
export type GoOn = (headers: Record<string, string>) => Promise<Response>;

/** Before each further try, so that a line has time to come back. */
const PAUSES_MS = [1_000, 2_000, 4_000, 8_000];

/**
 * A downloaded file as the console's pages have it; `save` stores it under its name. Where the server can go on in the middle
 * (long exports), a line that broke is taken up again with `goOn` instead of beginning anew. `onPart` is told that something came.
 */
export async function receiveDownload(
  response: Response,
  goOn: GoOn,
  onPart: () => void = () => undefined,
): Promise<BrowserFile> {
  const name = nameInDisposition(response.headers.get('content-disposition')) ?? '下载文件';
  const blob = response.body ? await receiveParts(response, goOn, onPart) : await response.blob();
  return { name, blob, save: async () => saveAs(blob, name) };
}

async function receiveParts(first: Response, goOn: GoOn, onPart: () => void): Promise<Blob> {
  const isResumable = first.headers.get('accept-ranges') === 'bytes';
  const version = isResumable ? first.headers.get('etag') : null;
  const pauses = version ? [...PAUSES_MS] : [];
  const parts: Blob[] = [];
  let received = 0;
  let response = first;
  for (;;) {
    try {
      for (const reader = response.body?.getReader(); reader; ) {
        const { done, value } = await reader.read();
        if (done) {
          break;
        }
        onPart();
        // The browser may lay it on its disk: an archive is larger than what a page should hold.
        parts.push(new Blob([value as Uint8Array<ArrayBuffer>]));
        received += value.length;
      }
      return new Blob(parts, { type: first.headers.get('content-type') ?? '' });
    } catch (error) {
      const headers = { Range: `bytes=${received}-`, 'If-Range': version ?? '' };
      const rest = await takenUp(async () => goOn(headers), pauses);
      if (rest?.status !== 206) {
        throw error;
      }
      response = rest;
    }
  }
}

/** The first answer after as many of the pauses as it takes; null where the line stays cut. Used up pauses are taken out. */
async function takenUp(ask: () => Promise<Response>, pauses: number[]): Promise<Response | null> {
  for (let pause = pauses.shift(); pause !== undefined; pause = pauses.shift()) {
    await new Promise((resolve) => setTimeout(resolve, pause));
    try {
      return await ask();
    } catch {
      // Still cut.
    }
  }
  return null;
}

/** What is in a downloaded file, to be shown on a page. */
export const contentOf = (file: FileAnswer): Blob => (file as BrowserFile).blob;

function saveAs(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Safari reads the address after the click has returned.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

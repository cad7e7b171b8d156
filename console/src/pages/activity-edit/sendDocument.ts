import type { DocumentRow } from '@common/contract/documents';
import { ApiError } from '@common/contract/errors';
import type { DocumentKind } from '@common/terms';
import { client } from '../../api/session';
import { Upload } from '../../api/upload';
import { hashFile } from './hashFile';

export interface Sending {
  activityId: string;
  kind: DocumentKind;
  file: File;
  /** Ends it where it stands; what has arrived stays for a day, so that the same file goes on from there. */
  signal: AbortSignal;
  /** The share that has arrived, 0 to 1. */
  onProgress: (share: number) => void;
}

/** Tries of one part before the connection counts as broken, and the wait before each but the first. */
const WAITS_MS = [0, 1000, 3000];

/**
 * Sends a document in parts; of a broken upload of the same file only the missing ones.
 * @throws ApiError: of the server, or NETWORK for a connection that stays broken and for one ended by `signal`.
 */
export async function sendDocument(sending: Sending): Promise<DocumentRow> {
  const { activityId, kind, file, signal, onProgress } = sending;
  const sha256 = await hashFile(file);
  const upload = await client.documents.startUpload({
    activityId,
    kind,
    name: file.name,
    bytes: file.size,
    sha256,
  });
  const there = new Set(upload.received);
  const { uploadId, partBytes, parts } = upload;
  const sizeOf = (part: number) => Math.min(partBytes, file.size - part * partBytes);
  let sent = [...there].reduce((sum, part) => sum + sizeOf(part), 0);
  onProgress(sent / file.size);
  for (let part = 0; part < parts; part++) {
    if (there.has(part)) {
      continue;
    }
    const from = part * partBytes;
    const piece = new File([file.slice(from, from + sizeOf(part))], file.name);
    await persistently(signal, () =>
      client.documents.putPart({
        uploadId,
        part,
        file: new Upload(piece, (share) => onProgress((sent + share * sizeOf(part)) / file.size), signal),
      }),
    );
    sent += sizeOf(part);
    onProgress(sent / file.size);
  }
  return persistently(signal, () => client.documents.finishUpload({ uploadId }));
}

async function persistently<T>(signal: AbortSignal, run: () => Promise<T>): Promise<T> {
  let last: unknown;
  for (const wait of WAITS_MS) {
    await new Promise((resolve) => setTimeout(resolve, wait));
    if (signal.aborted) {
      throw new ApiError({ code: 'NETWORK', message: '已暂停' });
    }
    try {
      return await run();
    } catch (error) {
      // Only a cut line is worth another try.
      if (!(error instanceof ApiError) || (error.code !== 'NETWORK' && error.code !== 'STORE_UNAVAILABLE')) {
        throw error;
      }
      last = error;
    }
  }
  throw last;
}

/** Files in a browser. Takes the place of fileTransport.ts in the H5 build. */
import type { WireAnswer, WireRequest } from '@common/contract/client';
import type { FileAnswer } from '@common/contract/shapes';
import { nameInDisposition } from '@common/rules/disposition';
import { type PickedFile, parseBody } from './pickedFile';

/** A photo over a village's network. */
const TIMEOUT_MS = 120_000;
type Headers = Record<string, string>;

/** Sends a file and its fields as multipart/form-data. XMLHttpRequest, as fetch tells no progress. */
export function upload({ method, path, body, file }: WireRequest, headers: Headers): Promise<WireAnswer> {
  const { blob = new Blob(), onProgress } = file as PickedFile;
  const form = new FormData();
  for (const [name, value] of Object.entries(body ?? {})) {
    if (value !== undefined) {
      form.append(name, String(value));
    }
  }
  form.append('file', blob);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(method, path);
    request.timeout = TIMEOUT_MS;
    for (const [name, value] of Object.entries(headers)) {
      request.setRequestHeader(name, value);
    }
    request.upload.onprogress = ({ lengthComputable, loaded, total }) => {
      if (lengthComputable) {
        onProgress?.(Math.round((100 * loaded) / total));
      }
    };
    request.onload = () => resolve({ status: request.status, body: parseBody(request.responseText) });
    request.onerror = () => reject(new Error('The upload was cut'));
    request.ontimeout = request.onerror;
    request.send(form);
  });
}

/** Fetches a file; `save` stores it under the name that the server gave it. */
export async function download({ method, path }: WireRequest, headers: Headers): Promise<WireAnswer> {
  const response = await fetch(path, { method, headers, cache: 'no-store' });
  if (!response.ok) {
    return { status: response.status, body: parseBody(await response.text()) };
  }
  const name = nameInDisposition(response.headers.get('content-disposition')) ?? '下载文件';
  const blob = await response.blob();
  const answer: FileAnswer = { name, save: async () => saveAs(blob, name) };
  return { status: response.status, body: answer };
}

function saveAs(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Safari reads the address after the click has returned.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

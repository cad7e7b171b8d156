/** A file on its way to the server, and who wants to know how far it is. Goes into an upload's `file`. */
export class Upload {
  constructor(
    readonly file: File,
    /** Hears the share that has been sent, 0 to 1. */
    readonly onProgress?: (share: number) => void,
    /** Cuts it off. */
    readonly signal?: AbortSignal,
  ) {}
}

/** A whole Excel over a county's line. */
const TIMEOUT_MS = 300_000;

interface UploadRequest {
  method: string;
  path: string;
  headers: Record<string, string>;
  fields: object;
  upload: Upload;
}

/** Sends a file and its fields as multipart/form-data; rejects when no answer came. XMLHttpRequest, as fetch tells no progress. */
export function sendUpload({
  method,
  path,
  headers,
  fields,
  upload,
}: UploadRequest): Promise<{ status: number; text: string }> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    if (value !== undefined) {
      form.append(name, String(value));
    }
  }
  form.append('file', upload.file, upload.file.name);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(method, path);
    request.timeout = TIMEOUT_MS;
    for (const [name, value] of Object.entries(headers)) {
      request.setRequestHeader(name, value);
    }
    request.upload.onprogress = ({ lengthComputable, loaded, total }) => {
      if (lengthComputable) {
        upload.onProgress?.(loaded / total);
      }
    };
    request.onload = () => resolve({ status: request.status, text: request.responseText });
    request.onerror = () => reject(new Error('The upload was cut'));
    request.ontimeout = request.onerror;
    request.onabort = request.onerror;
    upload.signal?.addEventListener('abort', () => request.abort(), { once: true });
    request.send(form);
  });
}

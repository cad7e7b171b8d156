/** A file that a person picked, as an upload takes it in its `file`. */
export interface PickedFile {
  /** Where this phone or browser has it: shown at once, before anything is sent. */
  path: string;
  bytes: number;
  /** The browser's own handle; WeChat needs only the path. */
  blob?: Blob;
  /** Hears how much has been sent, 0 to 100. */
  onProgress?(percent: number): void;
}

/** A body as the server wrote it; null for what is not JSON, which a proxy in between wrote. */
export function parseBody(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

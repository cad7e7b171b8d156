import type { FileAnswer } from '@common/contract/shapes';
import { nameInDisposition } from '@common/rules/disposition';

/** A file of the browser's. */
interface BrowserFile extends FileAnswer {
  blob: Blob;
}

/** A downloaded file as the console's pages have it; `save` stores it under its name. */
export async function receiveDownload(response: Response): Promise<BrowserFile> {
  const name = nameInDisposition(response.headers.get('content-disposition')) ?? '下载文件';
  const blob = await response.blob();
  return { name, blob, save: async () => saveAs(blob, name) };
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

import type { FileAnswer } from '@common/contract/shapes';
import { nameInDisposition } from '@common/rules/disposition';

/** A downloaded file as the console's pages have it; `save` stores it under its name. */
export async function receiveDownload(response: Response): Promise<FileAnswer> {
  const name = nameInDisposition(response.headers.get('content-disposition')) ?? '下载文件';
  const blob = await response.blob();
  return { name, save: async () => saveAs(blob, name) };
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

import type { FileAnswer } from '@common/contract/shapes';

/** A downloaded file as the console's pages have it; `save` stores it under its name. */
export async function receiveDownload(response: Response): Promise<FileAnswer> {
  const name = nameIn(response.headers.get('content-disposition')) ?? '下载文件';
  const blob = await response.blob();
  return { name, save: async () => saveAs(blob, name) };
}

/** The name in `attachment; filename*=UTF-8''…` (RFC 6266), the one form that our server sends. */
function nameIn(disposition: string | null): string | null {
  const [, encoded] = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '') ?? [];
  try {
    return encoded ? decodeURIComponent(encoded) : null;
  } catch {
    return null;
  }
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

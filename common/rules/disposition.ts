/**
 * The file's name in `attachment; filename*=UTF-8''…` (RFC 6266), the one form that our server sends.
 * @returns Null where there is none or it cannot be read.
 */
export function nameInDisposition(disposition: string | null | undefined): string | null {
  const [, encoded] = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '') ?? [];
  try {
    return encoded ? decodeURIComponent(encoded) : null;
  } catch {
    return null;
  }
}

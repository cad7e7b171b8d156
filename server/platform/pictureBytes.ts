const SIGNATURES = [
  { format: 'jpeg', start: Buffer.from([0xff, 0xd8, 0xff]) },
  { format: 'png', start: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]) },
] as const;

/** What a picture is by its first bytes, so that no other decoder is ever asked; null for all but these two. */
export function pictureFormat(bytes: Buffer): 'jpeg' | 'png' | null {
  return SIGNATURES.find(({ start }) => bytes.subarray(0, start.length).equals(start))?.format ?? null;
}

/** An animated PNG says so before its first picture; decoders that do not know it show that one. */
export function isAnimatedPng(bytes: Buffer): boolean {
  const animation = bytes.indexOf('acTL', 0, 'latin1');
  return animation > 0 && animation < bytes.indexOf('IDAT', 0, 'latin1');
}

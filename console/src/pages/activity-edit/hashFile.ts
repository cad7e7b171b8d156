import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

const CHUNK = 4 * 1024 * 1024;

/**
 * SHA-256 of a file, in hex, read piece by piece so that 50 MB are never in memory at once; the page lives on between the pieces.
 * Not `crypto.subtle`: it wants the whole, and over plain http it is not there.
 */
export async function hashFile(file: Blob): Promise<string> {
  const hash = sha256.create();
  for (let from = 0; from < file.size; from += CHUNK) {
    hash.update(new Uint8Array(await file.slice(from, from + CHUNK).arrayBuffer()));
  }
  return bytesToHex(hash.digest());
}

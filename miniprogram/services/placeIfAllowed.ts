import { isLocationAllowed, locate } from './locate';
import type { Fix } from './located';

/** Where the phone is, as exactly as it knows, if that may be asked without asking the person; else null. */
export async function placeIfAllowed(): Promise<Fix | null> {
  const located = (await isLocationAllowed()) ? await locate(true) : null;
  return typeof located === 'string' ? null : located;
}

import { randomName } from './randomName';
import { storage } from './storage';

const KEY = 'device';
/** For a phone whose storage does not hold: the same at least until the mini-program is closed. */
let made: string | undefined;

/**
 * The random name that this phone goes by, made once. Whoever clears the storage gets another one: that one phone signed in for
 * several people is therefore evidence for an administrator to look at, and nothing is refused because of it.
 */
export function deviceId(): string {
  made = storage.get<string>(KEY) ?? made ?? randomName();
  storage.set(KEY, made);
  return made;
}

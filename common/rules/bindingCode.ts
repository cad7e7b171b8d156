/** 绑定码: what joins a WeChat of an official account with a learner; typed as 绑定 CODE or carried by a QR's scene. */
import { plainText } from './plainText';

/** No 0 O 1 I: people copy it from one screen to another. Thirty-two, so that a byte gives each alike. */
const ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const LENGTH = 8;
/** Tells our scenes from others'. */
const SCENE = 'b';

/** A code from random bytes. @throws RangeError for fewer than eight. */
export function composeBindingCode(bytes: Uint8Array): string {
  if (bytes.length < LENGTH) {
    throw new RangeError('Needs at least 8 random bytes');
  }
  return Array.from(bytes.slice(0, LENGTH), (byte) => ALPHABET.charAt(byte % ALPHABET.length)).join('');
}

/** The scene of a code's QR. */
export const bindingScene = (code: string): string => SCENE + code;

/** The code that was typed, however it was, or that a scene carries; null for what can be none. */
export function readBindingCode(text: string): string | null {
  const typed = plainText(text)
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '');
  const code = typed.length === LENGTH + 1 && typed.startsWith(SCENE.toUpperCase()) ? typed.slice(1) : typed;
  return code.length === LENGTH && [...code].every((letter) => ALPHABET.includes(letter)) ? code : null;
}

/** Whether a scene is one of ours: a QR of another kind binds nobody. */
export const isBindingScene = (scene: string): boolean =>
  scene.startsWith(SCENE) && scene.length === LENGTH + 1 && readBindingCode(scene) !== null;

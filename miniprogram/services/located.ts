/** Where the person is, in degrees. */
export interface Point {
  longitude: number;
  latitude: number;
}

/** With how many metres it may be off. */
export interface Fix extends Point {
  accuracy: number;
}

/** `refused`: it was not allowed. `unknown`: the phone does not know. */
export type Located = Fix | 'refused' | 'unknown';

/** What to do at a check-in where the phone does not know. */
export const UNKNOWN_PLACE = '没有取得您的位置。请打开手机的定位服务，走到窗边或会场门口再试';

/** What to do where the location was refused: in words, and the way to the settings where there is one. */
export interface LocationSetting {
  words: string;
  /** The same for a check-in, which has no other way. */
  checkInWords: string;
  open: (() => Promise<unknown>) | null;
}

/** For a phone that does not say how sure it is: a usual fix indoors. */
const USUAL_ACCURACY = 100;
const MAX_ACCURACY = 1_000_000;

/** A fix with an accuracy that the contract takes. */
export function fixOf({ longitude, latitude }: Point, accuracy: number | undefined): Fix {
  const isKnown = accuracy !== undefined && Number.isFinite(accuracy) && accuracy > 0;
  return { longitude, latitude, accuracy: isKnown ? Math.min(accuracy, MAX_ACCURACY) : USUAL_ACCURACY };
}

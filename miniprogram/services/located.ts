/** Where the person is, in degrees. */
export interface Point {
  longitude: number;
  latitude: number;
}

/** `refused`: it was not allowed. `unknown`: the phone does not know. */
export type Located = Point | 'refused' | 'unknown';

/** What to do where the location was refused: in words, and the way to the settings where there is one. */
export interface LocationSetting {
  words: string;
  open: (() => Promise<unknown>) | null;
}

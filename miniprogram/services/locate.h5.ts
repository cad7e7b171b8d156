/** In a browser: its own question. Takes the place of locate.ts in the H5 build. */
import type { Located, LocationSetting } from './located';

/** Long enough for a phone in a building. */
const TIMEOUT_MS = 10_000;
const MAX_AGE_MS = 5 * 60_000;

/** The browser asks; an answer of the last minutes is good enough to sort by. */
export function locate(): Promise<Located> {
  return new Promise((resolve) => {
    if (!navigator.geolocation) {
      resolve('unknown');
      return;
    }
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve({ longitude: coords.longitude, latitude: coords.latitude }),
      (failure) => resolve(failure.code === failure.PERMISSION_DENIED ? 'refused' : 'unknown'),
      { timeout: TIMEOUT_MS, maximumAge: MAX_AGE_MS },
    );
  });
}

export const LOCATION_SETTING: LocationSetting = {
  words: '请在浏览器的网站设置中允许使用位置，再重新定位；也可以直接按地区查找',
  // No page can open a browser's settings.
  open: null,
};

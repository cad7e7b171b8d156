/** In a browser: its own question. Takes the place of locate.ts in the H5 build. */
import { toGcj02 } from '@common/rules/gcj02';
import { fixOf, type Located, type LocationSetting } from './located';

/** Long enough for a phone in a building. */
const TIMEOUT_MS = 10_000;
const MAX_AGE_MS = 5 * 60_000;

/**
 * The browser asks; an answer of the last minutes is good enough to sort by. Browsers answer in WGS-84, the venues are kept in
 * the coordinates of Chinese maps, half a kilometre beside it.
 * @param isPrecise Wants a new fix, the best that the phone can have, for a check-in.
 */
export function locate(isPrecise = false): Promise<Located> {
  return new Promise((resolve) => {
    if (!navigator.geolocation) {
      resolve('unknown');
      return;
    }
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve(fixOf(toGcj02(coords), coords.accuracy)),
      (failure) => resolve(failure.code === failure.PERMISSION_DENIED ? 'refused' : 'unknown'),
      { timeout: TIMEOUT_MS, maximumAge: isPrecise ? 0 : MAX_AGE_MS, enableHighAccuracy: isPrecise },
    );
  });
}

/** Whether the location may be asked for without the browser asking the person first; where it does not say, it may not. */
export async function isLocationAllowed(): Promise<boolean> {
  try {
    return (await navigator.permissions.query({ name: 'geolocation' })).state === 'granted';
  } catch {
    return false;
  }
}

export const LOCATION_SETTING: LocationSetting = {
  words: '请在浏览器的网站设置中允许使用位置，再重新定位；也可以直接按地区查找',
  checkInWords: '您没有允许使用位置信息。请在浏览器的网站设置中允许使用位置，再点“重新定位”',
  // No page can open a browser's settings.
  open: null,
};

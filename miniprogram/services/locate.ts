import Taro from '@tarojs/taro';
import { fixOf, type Located, type LocationSetting } from './located';

/** As long as WeChat looks for a better fix than the first. */
const PRECISE_MS = 4_000;
const SCOPE = 'scope.userLocation';

/**
 * WeChat asks at the first time; what was refused then can only be allowed in its settings. locate.h5.ts for a browser.
 * @param isPrecise Waits some seconds for the best fix that the phone can have, for a check-in.
 */
export async function locate(isPrecise = false): Promise<Located> {
  try {
    const fix = await Taro.getLocation({
      // The coordinates of Chinese maps, as the venues have them.
      type: 'gcj02',
      ...(isPrecise && { isHighAccuracy: true, highAccuracyExpireTime: PRECISE_MS }),
    });
    return fixOf(fix, fix.accuracy);
  } catch (error) {
    return /den|authorize/i.test(String((error as { errMsg?: string }).errMsg)) ? 'refused' : 'unknown';
  }
}

/** Whether the location may be asked for without WeChat asking the person first. */
export async function isLocationAllowed(): Promise<boolean> {
  const { authSetting } = await Taro.getSetting().catch(() => ({ authSetting: {} }));
  return (authSetting as Record<string, boolean | undefined>)[SCOPE] === true;
}

export const LOCATION_SETTING: LocationSetting = {
  words: '请在设置中打开“位置信息”，再回来查找；也可以直接按地区查找',
  checkInWords: '您没有允许使用位置信息。请点“去设置”打开“位置信息”，再回来继续签到',
  open: () => Taro.openSetting(),
};

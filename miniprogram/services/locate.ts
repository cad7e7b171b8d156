import Taro from '@tarojs/taro';
import type { Located, LocationSetting } from './located';

/** WeChat asks at the first time; what was refused then can only be allowed in its settings. locate.h5.ts for a browser. */
export async function locate(): Promise<Located> {
  try {
    // The coordinates of Chinese maps, as the venues have them.
    const { longitude, latitude } = await Taro.getLocation({ type: 'gcj02' });
    return { longitude, latitude };
  } catch (error) {
    return /den|authorize/i.test(String((error as { errMsg?: string }).errMsg)) ? 'refused' : 'unknown';
  }
}

export const LOCATION_SETTING: LocationSetting = {
  words: '请在设置中打开“位置信息”，再回来查找；也可以直接按地区查找',
  open: () => Taro.openSetting(),
};

import Taro from '@tarojs/taro';
import { ScanFailure } from './scanFailure';

/**
 * WeChat's camera, never the album: a forwarded photo must not sign anybody in. scan.h5.ts takes its place in a browser.
 * @returns The QR's text, null when the person went back.
 * @throws ScanFailure
 */
export async function scan(): Promise<string | null> {
  try {
    const { result } = await Taro.scanCode({ onlyFromCamera: true, scanType: ['qrCode'] });
    return result;
  } catch (error) {
    if (String((error as { errMsg?: string }).errMsg).includes('cancel')) {
      return null;
    }
    throw new ScanFailure('没有打开相机，请在微信设置中允许使用相机，或输入大屏上的签到码');
  }
}

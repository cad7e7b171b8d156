import Taro from '@tarojs/taro';

/** How WeChat came to open this page (1011: its scanner, 1012: long-press …); undefined in a browser. */
export function launchScene(): number | undefined {
  if (process.env.TARO_ENV !== 'weapp') {
    return undefined;
  }
  const options = Taro.getEnterOptionsSync?.() ?? Taro.getLaunchOptionsSync();
  return options.scene;
}

/**
 * A query value as it was meant. WeChat hands `options.q` on encoded, browsers decode it: it is decoded once in all, and never
 * when it already reads as an address.
 */
export function decodeOnce(value: string): string {
  if (value.includes('://')) {
    return value;
  }
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

import Taro from '@tarojs/taro';
import { storage } from './storage';

export const TEXT_SIZES = { standard: '标准', large: '大', extra: '特大' } as const;
export type TextSize = keyof typeof TEXT_SIZES;

const KEY = 'textSize';
const listeners = new Set<() => void>();
let current: TextSize | undefined;

/** WeChat's own font setting, until somebody chooses here: 1 is its standard. */
function fromWechat(): TextSize {
  if (process.env.TARO_ENV !== 'weapp') {
    return 'standard';
  }
  const { fontSizeScaleFactor = 1 } = (Taro.getAppBaseInfo?.() ?? {}) as { fontSizeScaleFactor?: number };
  return fontSizeScaleFactor >= 1.3 ? 'extra' : fontSizeScaleFactor > 1.1 ? 'large' : 'standard';
}

/** 大字号, kept on this phone. */
export const textSize = {
  get(): TextSize {
    current ??= storage.get<TextSize>(KEY) ?? fromWechat();
    return current;
  },
  set(size: TextSize): void {
    current = size;
    storage.set(KEY, size);
    for (const listener of listeners) {
      listener();
    }
  },
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

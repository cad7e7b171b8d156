import Taro from '@tarojs/taro';

const PREFIX = 'jijiaotong.';

/** What this phone keeps between launches. A full or forbidden storage loses convenience, never a function. */
export const storage = {
  /** The kept value, or undefined. */
  get<T>(key: string): T | undefined {
    try {
      const value: unknown = Taro.getStorageSync(PREFIX + key);
      return value === '' || value === null ? undefined : (value as T);
    } catch {
      return undefined;
    }
  },
  set(key: string, value: unknown): void {
    try {
      Taro.setStorageSync(PREFIX + key, value);
    } catch {
      // Kept in memory by whoever calls.
    }
  },
  remove(key: string): void {
    try {
      Taro.removeStorageSync(PREFIX + key);
    } catch {
      // As above.
    }
  },
};

import { ApiError } from '@common/contract/errors';
import Taro from '@tarojs/taro';
import { ScanFailure } from './scanFailure';

/** What to tell a person about an error: ours in our words, anything else without its innards. */
export function wordsOf(error: unknown): string {
  return error instanceof ApiError || error instanceof ScanFailure
    ? error.message
    : '操作没有成功，请稍后再试';
}

/** Says something briefly, at the foot of whatever is on the screen. */
export function tell(message: string): void {
  void Taro.showToast({ title: message, icon: 'none', duration: 3000 });
}

/**
 * Asks before something that cannot be undone.
 * @param confirmText Of four characters at most, as WeChat has it.
 * @param cancelText Of as many; where 取消 is what is asked about.
 */
export async function ask(
  title: string,
  content: string,
  confirmText: string,
  cancelText = '取消',
): Promise<boolean> {
  const { confirm } = await Taro.showModal({
    title,
    content,
    confirmText,
    cancelText,
    confirmColor: '#c22f2f',
  });
  return confirm;
}

/** A short buzz, where the phone has one. */
export function buzz(): void {
  if (process.env.TARO_ENV === 'weapp') {
    void Taro.vibrateLong().catch(() => undefined);
  } else if (typeof navigator !== 'undefined') {
    // A page that nobody has touched may not, and Chromium complains of the attempt.
    if (navigator.userActivation?.hasBeenActive) {
      navigator.vibrate?.(200);
    }
  }
}

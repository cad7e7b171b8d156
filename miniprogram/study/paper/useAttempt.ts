import { useDidHide } from '@tarojs/taro';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useExams } from '@/hooks/useExams';
import { exams } from '@/services/exams';
import { tell } from '@/services/feedback';
import { takeUp } from '../services/takeUp';

export interface Attempt {
  /** Why it could not be had; what the phone keeps is there without it. */
  error: unknown;
  /** Takes it up as the server has it. Never rejects. */
  reload(): Promise<void>;
}

/**
 * Keeps an attempt in step with the server: taken up when the page opens, when another phone has gone on with it, and when the
 * phone does not keep it any more.
 */
export function useAttempt(attemptId: string): Attempt {
  const { items, finished } = useExams();
  const [error, setError] = useState<unknown>();
  // 开始考试 has just taken it up: nothing is newer.
  const isTakenUp = useRef(exams.isTakenUp(attemptId));
  const reload = useCallback(async () => {
    setError(undefined);
    try {
      await takeUp(attemptId);
    } catch (failure) {
      setError(failure);
    }
  }, [attemptId]);
  const kept = items.find((item) => item.attemptId === attemptId);
  // 参加考试 may have been answered late, from before the try began.
  const isLost = kept === undefined && !(attemptId in finished);
  useEffect(() => {
    if (isLost || !isTakenUp.current) {
      isTakenUp.current = true;
      void reload();
    }
  }, [isLost, reload]);

  const isOvertaken = kept?.isOvertaken ?? false;
  useEffect(() => {
    if (isOvertaken) {
      tell('这场考试已在另一部手机上继续，现在显示较新的答案');
      void reload();
    }
  }, [isOvertaken, reload]);

  // Whoever leaves does not wait until the answers have been gathered.
  useDidHide(() => void exams.send());
  useEffect(() => () => void exams.send(), []);
  return { error, reload };
}

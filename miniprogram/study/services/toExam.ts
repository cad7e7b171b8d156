import Taro from '@tarojs/taro';
import { back, PAGES, replaceWith } from '@/services/navigate';

/** To 参加考试: back to it where the person came from there, so that it does not lie twice in the stack. */
export async function toExam(activityId: string): Promise<void> {
  const [before] = Taro.getCurrentPages().slice(-2, -1);
  if (before?.route === PAGES.exam.slice(1)) {
    await back();
  } else {
    await replaceWith('exam', { activityId });
  }
}

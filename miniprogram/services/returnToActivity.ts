import Taro from '@tarojs/taro';
import { keptActivity } from './keptActivity';
import { back, PAGES, replaceWith, restartAt } from './navigate';

/** Back to the activity that waited: to its page where that lies below this one, else in the place of this one. */
export async function returnToActivity(): Promise<void> {
  const activityId = keptActivity.get();
  const [below] = Taro.getCurrentPages().slice(-2, -1);
  if (below?.route?.includes(PAGES.activity.slice(1))) {
    await back();
  } else if (activityId) {
    await replaceWith('activity', { id: activityId });
  } else {
    await restartAt('home');
  }
}

import type { OpenActivityView } from '@common/contract/enrolments';
import Taro from '@tarojs/taro';

type Place = Pick<OpenActivityView, 'venue' | 'address' | 'point'>;

/** WeChat's map, from which one goes on by car or on foot. openMap.h5.ts takes its place in a browser. */
export async function openMap({ venue, address, point }: Place): Promise<void> {
  if (point) {
    await Taro.openLocation({ ...point, name: venue, address });
  }
}

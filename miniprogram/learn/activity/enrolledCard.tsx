import type { OpenActivityView } from '@common/contract/enrolments';
import { View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Notice } from '@/components/notice/notice';
import { addToCalendar } from '@/services/calendar';
import { tell } from '@/services/feedback';

/** After enrolling: what comes next. Nothing for who is not enrolled. */
export function EnrolledCard({ activity }: { activity: OpenActivityView }) {
  const { mine, isOpen } = activity;
  if (!isOpen) {
    return null;
  }
  if (mine?.state === 'waiting') {
    const before = (mine.place ?? 1) - 1;
    return (
      <View className="activity__next">
        <Notice id="waiting-place" tone="waiting">
          {before > 0 ? `候补：前面还有 ${before} 人。` : '候补：您是下一位。'}
          有人取消报名时按顺序递补，递补成功会通知您。
        </Notice>
      </View>
    );
  }
  if (mine?.state !== 'enrolled') {
    return null;
  }
  const add = async () => {
    const words = await addToCalendar(activity);
    if (words) {
      tell(words);
    }
  };
  return (
    <View className="activity__next">
      <Notice id="enrolled" tone="done">
        <View>报名成功。到场后用继教通扫描大屏上的二维码签到，每次都要签到；报名不能代替签到。</View>
        <View className="gap-s">
          <Button id="add-calendar" kind="secondary" size="small" inline onPress={add}>
            加入日历
          </Button>
        </View>
      </Notice>
    </View>
  );
}

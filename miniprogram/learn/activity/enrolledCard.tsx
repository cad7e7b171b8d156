import type { OpenActivityView } from '@common/contract/enrolments';
import type { ProjectForm } from '@common/terms';
import { View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Notice } from '@/components/notice/notice';
import { addToCalendar } from '@/services/calendar';
import { tell } from '@/services/feedback';
import { open } from '@/services/navigate';

/** How one signs in, by 培训形式. */
const ARRIVALS: Record<ProjectForm, string> = {
  onSite: '到场后用继教通扫描大屏上的二维码签到，每次都要签到',
  remote: '在举办周期内打开“线上课程”学习即可签到',
  mixed: '到场的扫描大屏上的二维码签到，每次都要签到；线上的打开“线上课程”学习即可签到',
};

/** After enrolling: what comes next. Nothing for who is not enrolled. */
export function EnrolledCard({ activity }: { activity: OpenActivityView }) {
  const { mine, isOpen, form } = activity;
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
        <View>报名成功。{ARRIVALS[form]}；报名不能代替签到。</View>
        <View className="gap-s row">
          {form === 'onSite' ? null : (
            <View className="activity__online">
              <Button id="go-online-classes" size="small" inline onPress={() => open('onlineClasses')}>
                线上课程
              </Button>
            </View>
          )}
          <Button id="add-calendar" kind="secondary" size="small" inline onPress={add}>
            加入日历
          </Button>
        </View>
      </Notice>
    </View>
  );
}

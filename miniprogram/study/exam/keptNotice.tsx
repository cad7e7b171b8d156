import { View } from '@tarojs/components';
import { Notice } from '@/components/notice/notice';
import { isDue, type KeptAttempt } from '@/services/examAttempt';

/** What of a try is only on this phone. */
export function KeptNotice({ kept }: { kept: KeptAttempt }) {
  if (!isDue(kept)) {
    return null;
  }
  return (
    <View className="exam__kept">
      <Notice tone="waiting" id="exam-kept">
        {kept.toSubmit ? '答案已存在手机上，联网后自动交卷' : '答案已存在手机上，联网后自动保存'}
      </Notice>
    </View>
  );
}

import type { LearnerSelf } from '@common/contract/learners';
import { Text, View } from '@tarojs/components';
import { Notice } from '@/components/notice/notice';

/** Why one is here, and what is enough. */
export function Introduction({ learner }: { learner: LearnerSelf | null }) {
  if (learner?.approval.state === 'rejected') {
    return (
      <View className="register__top">
        <Notice tone="act">
          <View>审核不通过：{learner.approval.reason ?? '单位没有写明原因'}</View>
          <View>请修改后重新提交，由所选单位再次审核。</View>
        </Notice>
      </View>
    );
  }
  if (learner?.unitRequest?.state === 'refused' && !learner.unit) {
    return (
      <View className="register__top">
        <Notice tone="act">
          <View>
            申请新增的“{learner.unitRequest.name}”未通过：{learner.unitRequest.reason ?? '没有写明原因'}
          </View>
          <View>请在“工作信息”中重新选择单位后提交。</View>
        </Notice>
      </View>
    );
  }
  return (
    <View className="register__top t-small">
      前三页填完即可提交单位审核，带<Text className="field__star"> * </Text>
      的必填。已填内容自动保存在本机，24小时内有效。
    </View>
  );
}

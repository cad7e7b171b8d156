import type { LearnerSelf } from '@common/contract/learners';
import { View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { StatusTag } from '@/components/status-tag/statusTag';
import { open } from '@/services/navigate';
import { moment } from '@/services/words';

/** Where the registration stands: amber waits for the unit, red is for the learner, approved is only a quiet line. */
export function ApprovalCard({ learner }: { learner: LearnerSelf }) {
  const { state, reason, submittedAt } = learner.approval;
  if (state === 'approved') {
    return (
      <View className="approved" id="approval">
        <StatusTag tone="done">审核通过</StatusTag>
        {learner.personnelNo ? <View className="approved__no">医通卡号 {learner.personnelNo}</View> : null}
      </View>
    );
  }
  if (state === 'pending') {
    return (
      <Card id="approval" title="注册审核" aside={<StatusTag tone="waiting">未审核</StatusTag>}>
        <View className="t-body">等待 {learner.unit.name} 审核</View>
        <View className="t-small gap-s">
          {moment(submittedAt)} 提交。审核通过后才能签到；着急时请联系单位继教管理员。
        </View>
        <View className="gap-m">
          <Button kind="secondary" size="small" onPress={() => open('register')}>
            修改注册信息
          </Button>
        </View>
      </Card>
    );
  }
  return (
    <Card id="approval" title="注册审核" aside={<StatusTag tone="act">审核不通过</StatusTag>}>
      <View className="t-body t-act">{reason ?? '单位没有写明原因，请核对信息'}</View>
      <View className="t-small gap-s">由 {learner.unit.name} 审核</View>
      <View className="gap-m">
        <Button onPress={() => open('register')}>修改并重新提交</Button>
      </View>
    </Card>
  );
}

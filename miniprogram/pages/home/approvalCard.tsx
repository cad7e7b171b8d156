import type { LearnerSelf } from '@common/contract/learners';
import { View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { StatusTag } from '@/components/status-tag/statusTag';
import { approvalWords } from '@/services/approvalWords';
import { open } from '@/services/navigate';
import { moment } from '@/services/words';

/** Where the registration stands: amber waits for somebody, red is for the learner, approved is only a quiet line. */
export function ApprovalCard({ learner }: { learner: LearnerSelf }) {
  const { tone, state, turn, action } = approvalWords(learner);
  if (tone === 'done') {
    return (
      <View className="approved" id="approval">
        <StatusTag tone="done">审核通过</StatusTag>
        {learner.personnelNo ? <View className="approved__no">医通卡号 {learner.personnelNo}</View> : null}
      </View>
    );
  }
  return (
    <Card id="approval" title="注册审核" aside={<StatusTag tone={tone}>{state}</StatusTag>}>
      <View className={tone === 'act' ? 't-body t-act' : 't-body'}>{turn}</View>
      <View className="t-small gap-s">{hint(learner)}</View>
      <View className="gap-m">
        <Button
          kind={tone === 'act' ? 'primary' : 'secondary'}
          size={tone === 'act' ? 'large' : 'small'}
          onPress={() => open('register')}
        >
          {action}
        </Button>
      </View>
    </Card>
  );
}

function hint({ approval, unit, unitRequest }: LearnerSelf): string {
  const submitted = `${moment(approval.submittedAt)} 提交。`;
  if (approval.state === 'pending') {
    return `${submitted}审核通过后才能签到；着急时请联系单位继教管理员。`;
  }
  if (approval.state === 'rejected') {
    return `由 ${unit?.name ?? '所选单位'} 审核`;
  }
  return unitRequest?.state === 'waiting'
    ? `${submitted}单位新增后自动提交该单位审核，您不用再次填写。`
    : '选择单位后即可提交审核。';
}

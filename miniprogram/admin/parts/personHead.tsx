import type { OutputOf } from '@common/contract/endpoint';
import type { Contract } from '@common/contract/index';
import { APPROVAL_STATES, type ApprovalState, TITLES } from '@common/terms';
import { View } from '@tarojs/components';
import { Card } from '@/components/card/card';
import { Notice } from '@/components/notice/notice';
import { StatusTag, type Tone } from '@/components/status-tag/statusTag';
import { moment } from '@/services/words';
import { Portrait } from './portrait';
import './parts.scss';

/** Everything of one of the unit's people. */
export type PersonDetail = OutputOf<Contract['learners']['learnerDetail']>;

export const APPROVAL_TONES: Record<ApprovalState, Tone> = {
  draft: 'plain',
  pending: 'waiting',
  approved: 'done',
  rejected: 'act',
};

/** Face, name and standing, and what to look at twice before deciding. */
export function PersonHead({ learner }: { learner: PersonDetail }) {
  const { approval } = learner;
  return (
    <Card>
      <View className="row row--top">
        <Portrait url={learner.photoUrl} name={learner.name} size="large" />
        <View className="person-head__main">
          <View className="t-title">{learner.name}</View>
          <View className="person-head__line">{TITLES[learner.title]}</View>
          {learner.department ? <View className="person-head__line">{learner.department}</View> : null}
          <View className="person-head__line">{moment(approval.submittedAt)} 提交</View>
          <View className="person-head__state">
            <StatusTag tone={APPROVAL_TONES[approval.state]}>{APPROVAL_STATES[approval.state]}</StatusTag>
          </View>
        </View>
      </View>
      {approval.state === 'rejected' && approval.reason ? (
        <View className="gap-m">
          <Notice tone="act">不通过的原因：{approval.reason}</Notice>
        </View>
      ) : null}
      <SameName learner={learner} />
    </Card>
  );
}

function SameName({ learner: { sameName } }: { learner: PersonDetail }) {
  if (sameName.length === 0) {
    return null;
  }
  return (
    <View className="gap-m">
      <Notice tone="waiting" id="same-name">
        <View>本单位有同名人员，请核对是否重复：</View>
        {sameName.map((one) => (
          <View key={one.id}>
            {one.idNoMasked} · {TITLES[one.title]}
            {one.department ? ` · ${one.department}` : ''} · {APPROVAL_STATES[one.state]}
          </View>
        ))}
      </Notice>
    </View>
  );
}

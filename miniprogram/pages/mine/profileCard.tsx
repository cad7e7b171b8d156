import type { Me } from '@common/contract/accounts';
import type { LearnerSelf } from '@common/contract/learners';
import { APPROVAL_STATES, TITLES } from '@common/terms';
import { View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { ListRow } from '@/components/list-row/listRow';
import { StatusTag } from '@/components/status-tag/statusTag';
import { open } from '@/services/navigate';

const TONES = { pending: 'waiting', approved: 'done', rejected: 'act' } as const;

/** The profile as it is kept, masked; for somebody who is not registered, the way to it. */
export function ProfileCard({ me }: { me: Me }) {
  if (me.learner) {
    return <LearnerProfile learner={me.learner} />;
  }
  return (
    <Card>
      <View className="profile__head">
        <View className="profile__disc">{me.unit || me.authority ? '管' : '未'}</View>
        <View className="grow">
          <View className="t-title">{me.unit?.name ?? me.authority?.name ?? '尚未注册'}</View>
          <View className="t-small">{words(me)}</View>
        </View>
      </View>
      {me.unit || me.authority ? null : <Button onPress={() => open('register')}>立即注册</Button>}
    </Card>
  );
}

function words(me: Me): string {
  if (me.unit) {
    return `单位管理员 · ${me.unit.regionName}`;
  }
  return me.authority ? '行政部门的工作请在电脑上登录管理平台' : '注册并由单位审核通过后，可以签到和获得学分';
}

function LearnerProfile({ learner }: { learner: LearnerSelf }) {
  const { state } = learner.approval;
  return (
    <Card id="profile">
      <View className="profile__head">
        <View className="profile__disc">{learner.name.slice(0, 1)}</View>
        <View className="grow">
          <View className="t-title">{learner.name}</View>
          <View className="t-small">{TITLES[learner.title]}</View>
        </View>
        <StatusTag tone={TONES[state]}>{APPROVAL_STATES[state]}</StatusTag>
      </View>
      <ListRow title="医通卡号" value={learner.personnelNo ?? '审核通过后生成'} />
      <ListRow title="单位" value={learner.unit.name} />
      {learner.department ? <ListRow title="科室" value={learner.department} /> : null}
      <ListRow title="身份证号码" value={learner.idNoMasked} />
      <ListRow title="手机号" value={learner.phoneMasked} />
      {state === 'approved' ? null : (
        <View className="gap-m">
          <Button kind={state === 'rejected' ? 'primary' : 'secondary'} onPress={() => open('register')}>
            {state === 'rejected' ? '修改并重新提交' : '修改注册信息'}
          </Button>
        </View>
      )}
    </Card>
  );
}

import type { Me } from '@common/contract/accounts';
import type { LearnerSelf } from '@common/contract/learners';
import { TITLES } from '@common/terms';
import { View } from '@tarojs/components';
import { Avatar } from '@/components/avatar/avatar';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { DraftCard } from '@/components/draft-card/draftCard';
import { ListRow } from '@/components/list-row/listRow';
import { StatusTag } from '@/components/status-tag/statusTag';
import { useDraft } from '@/hooks/useDraft';
import { approvalWords } from '@/services/approvalWords';
import { open } from '@/services/navigate';

/** The profile as it is kept, masked; for somebody who is not registered, the way to it. */
export function ProfileCard({ me }: { me: Me }) {
  if (me.learner) {
    return <LearnerProfile learner={me.learner} />;
  }
  return me.unit || me.authority ? <OfficeProfile me={me} /> : <Unregistered />;
}

function OfficeProfile({ me }: { me: Me }) {
  return (
    <Card>
      <View className="profile__head profile__head--only">
        <Avatar photoUrl={null} letter="管" />
        <View className="grow">
          <View className="t-title">{me.unit?.name ?? me.authority?.name}</View>
          <View className="t-small">
            {me.unit ? `单位管理员 · ${me.unit.regionName}` : '行政部门的工作请在电脑上登录管理平台'}
          </View>
        </View>
      </View>
    </Card>
  );
}

/** Not registered yet: 未提交, with the pages that are done, where it has been begun. */
function Unregistered() {
  const draft = useDraft();
  if (draft) {
    return <DraftCard form={draft} />;
  }
  return (
    <Card>
      <View className="profile__head">
        <Avatar photoUrl={null} letter="未" />
        <View className="grow">
          <View className="t-title">尚未注册</View>
          <View className="t-small">注册并由单位审核通过后，可以签到和获得学分</View>
        </View>
      </View>
      <Button onPress={() => open('register')}>立即注册</Button>
    </Card>
  );
}

function LearnerProfile({ learner }: { learner: LearnerSelf }) {
  const { tone, state, turn, action } = approvalWords(learner);
  const { unit, unitRequest } = learner;
  return (
    <Card id="profile">
      <View className="profile__head">
        <Avatar photoUrl={learner.photoUrl} letter={learner.name.slice(0, 1)} />
        <View className="grow">
          <View className="t-title">{learner.name}</View>
          <View className="t-small">{TITLES[learner.title]}</View>
        </View>
        <StatusTag tone={tone}>{state}</StatusTag>
      </View>
      <ListRow title="医通卡号" value={learner.personnelNo ?? '审核通过后生成'} />
      <ListRow title="单位" value={unit?.name ?? `${unitRequest?.name ?? '未选择'}（待新增）`} />
      {learner.department ? <ListRow title="科室" value={learner.department} /> : null}
      <ListRow title="身份证号码" value={learner.idNoMasked} />
      <ListRow title="手机号" value={learner.phoneMasked} />
      {action ? (
        <View className="gap-s">
          <View className={tone === 'act' ? 't-body t-act' : 't-soft'}>{turn}</View>
          <View className="gap-m">
            <Button kind={tone === 'act' ? 'primary' : 'secondary'} onPress={() => open('register')}>
              {action}
            </Button>
          </View>
        </View>
      ) : null}
    </Card>
  );
}

import type { LearnerProfile } from '@common/contract/profile';
import { PROFILE_PAGE_ORDER } from '@common/rules/profile';
import { dayOf } from '@common/rules/shanghaiTime';
import { View } from '@tarojs/components';
import { Avatar } from '@/components/avatar/avatar';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { ErrorState } from '@/components/error-state/errorState';
import { ListRow } from '@/components/list-row/listRow';
import { Page } from '@/components/page/page';
import { LearnerGate } from '@/components/session-gate/sessionGate';
import { Skeleton } from '@/components/skeleton/skeleton';
import { StatusTag } from '@/components/status-tag/statusTag';
import { useLoad } from '@/hooks/useLoad';
import { approvalWords } from '@/services/approvalWords';
import { open } from '@/services/navigate';
import { completeOfProfile, factsOf } from '@/services/profileSections';
import { api } from '@/services/session';
import { HistoryCards } from './historyCards';
import { SectionCard } from './sectionCard';
import './index.scss';

/** 我的资料: the five pages as they are kept, each with the way to change it. */
export default function ProfilePage() {
  return <LearnerGate>{(learner) => <ProfileLoader learnerId={learner.id} />}</LearnerGate>;
}

function ProfileLoader({ learnerId }: { learnerId: string }) {
  const { data, error, reload } = useLoad(() => api.learners.myProfile({}), learnerId);
  return (
    <Page className="profile">
      {data ? (
        <Profile profile={data} />
      ) : error ? (
        <ErrorState error={error} onRetry={reload} />
      ) : (
        <Skeleton cards={3} />
      )}
    </Page>
  );
}

function Profile({ profile }: { profile: LearnerProfile }) {
  const facts = factsOf(profile, dayOf(Date.now()));
  const complete = completeOfProfile(profile);
  return (
    <>
      <Head profile={profile} />
      {PROFILE_PAGE_ORDER.map((page) => (
        <SectionCard key={page} page={page} facts={facts[page]} isComplete={complete.includes(page)} />
      ))}
      <ChangeCard isApproved={profile.approval.state === 'approved'} />
      <HistoryCards profile={profile} />
    </>
  );
}

function Head({ profile }: { profile: LearnerProfile }) {
  const { tone, state, turn, action } = approvalWords(profile);
  return (
    <Card id="profile-head">
      <View className="row">
        <Avatar photoUrl={profile.photoUrl} letter={profile.name.slice(0, 1)} />
        <View className="grow">
          <View className="t-title">{profile.name}</View>
          <View className="t-small">
            {profile.personnelNo ? `医通卡号 ${profile.personnelNo}` : '医通卡号审核通过后生成'}
          </View>
        </View>
        <StatusTag tone={tone}>{state}</StatusTag>
      </View>
      {action ? (
        <>
          <View className={`gap-m ${tone === 'act' ? 't-body t-act' : 't-soft'}`}>{turn}</View>
          <View className="gap-m">
            <Button kind="secondary" size="small" onPress={() => open('register')}>
              {action}
            </Button>
          </View>
        </>
      ) : null}
    </Card>
  );
}

/** What is changed in a way of its own. */
function ChangeCard({ isApproved }: { isApproved: boolean }) {
  return (
    <Card className="profile__ways">
      <ListRow id="go-phone" icon="phone" title="更换手机号" onPress={() => open('profilePhone')} />
      {isApproved ? (
        <>
          <ListRow
            id="go-corrections"
            icon="edit"
            title="职称变更、姓名更正"
            detail="附取得时间和证明，由单位审核"
            onPress={() => open('corrections')}
          />
          <ListRow id="go-transfer" icon="unit" title="单位调动" onPress={() => open('transfer')} />
        </>
      ) : null}
    </Card>
  );
}

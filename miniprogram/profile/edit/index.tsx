import type { LearnerProfile } from '@common/contract/profile';
import { PROFILE_PAGE_ORDER, PROFILE_PAGES, type ProfilePage } from '@common/rules/profile';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { BasicsFields } from '@/components/details-fields/basicsFields';
import { ContactFields } from '@/components/details-fields/contactFields';
import { EducationFields } from '@/components/details-fields/educationFields';
import { OtherFields } from '@/components/details-fields/otherFields';
import { WorkFields } from '@/components/details-fields/workFields';
import { ErrorState } from '@/components/error-state/errorState';
import { Notice } from '@/components/notice/notice';
import { Page } from '@/components/page/page';
import { LearnerGate } from '@/components/session-gate/sessionGate';
import { Skeleton } from '@/components/skeleton/skeleton';
import { useOnce } from '@/hooks/useOnce';
import { tell } from '@/services/feedback';
import { back } from '@/services/navigate';
import { api } from '@/services/session';
import { ProfilePhoto } from './profilePhoto';
import { useDetails } from './useDetails';

const PARTS = {
  basics: BasicsFields,
  contact: ContactFields,
  work: WorkFields,
  education: EducationFields,
  others: OtherFields,
} as const;

/** What of a page belongs to its unit's approval, and where that is changed. */
const ELSEWHERE: Partial<Record<ProfilePage, string>> = {
  basics: '姓名有误请申请“姓名更正”；身份证号码不能修改。',
  contact: '更换手机号须验证新号码，在“我的资料”中办理。',
  work: '单位、科室由单位管理员调整；换单位请办理“单位调动”，职称请申请“职称变更”。',
};

/** One of the five pages, as far as it can be changed at any time. */
export default function ProfileEditPage() {
  const { page } = useRouter().params;
  const [known = 'basics'] = PROFILE_PAGE_ORDER.filter((each) => each === page);
  return <LearnerGate>{() => <Loader page={known} />}</LearnerGate>;
}

function Loader({ page }: { page: ProfilePage }) {
  const { data, error, reload } = useOnce(() => api.learners.myProfile({}));
  if (data) {
    return <Editor page={page} profile={data} />;
  }
  return <Page>{error ? <ErrorState error={error} onRetry={reload} /> : <Skeleton cards={1} />}</Page>;
}

function Editor({ page, profile }: { page: ProfilePage; profile: LearnerProfile }) {
  const { editor, save } = useDetails(profile, page);
  const [photo, setPhoto] = useState(
    profile.photoId ? { photoId: profile.photoId, url: profile.photoUrl } : null,
  );
  const Fields = PARTS[page];
  const elsewhere = ELSEWHERE[page];
  const finish = async () => {
    if (await save()) {
      tell('已保存');
      await back();
    }
  };
  return (
    <Page
      footer={
        <Button id="profile-save" onPress={finish}>
          保存
        </Button>
      }
    >
      <Card title={PROFILE_PAGES[page].label}>
        {page === 'basics' ? <ProfilePhoto saved={photo} onSaved={setPhoto} /> : null}
        <Fields {...editor} />
      </Card>
      {elsewhere ? <Notice tone="info">{elsewhere}</Notice> : null}
    </Page>
  );
}

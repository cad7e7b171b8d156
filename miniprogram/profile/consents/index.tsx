import type { LearnerSelf } from '@common/contract/learners';
import { PRIVACY_VERSION } from '@common/privacy';
import { View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { ErrorState } from '@/components/error-state/errorState';
import { ListRow } from '@/components/list-row/listRow';
import { Notice } from '@/components/notice/notice';
import { Page } from '@/components/page/page';
import { PrivacyText } from '@/components/privacy-text/privacyText';
import { LearnerGate } from '@/components/session-gate/sessionGate';
import { Skeleton } from '@/components/skeleton/skeleton';
import { useLoad } from '@/hooks/useLoad';
import { consentStanding } from '@/services/consents';
import { tell } from '@/services/feedback';
import { api } from '@/services/session';
import { moment } from '@/services/words';

/** 同意记录: what was agreed to and when; where the text has changed, it is read and agreed to here. */
export default function ConsentsPage() {
  return <LearnerGate>{(learner) => <Consents learner={learner} />}</LearnerGate>;
}

function Consents({ learner }: { learner: LearnerSelf }) {
  const { data, error, reload } = useLoad(() => api.personalData.myConsents({}), learner.id);
  if (!data) {
    return <Page>{error ? <ErrorState error={error} onRetry={reload} /> : <Skeleton cards={2} />}</Page>;
  }
  const standing = consentStanding(data);
  const agree = async () => {
    await api.personalData.agree({ version: PRIVACY_VERSION });
    tell('已同意');
    await reload();
  };
  return (
    <Page
      footer={
        standing === 'ask' ? (
          <Button id="consent-agree" onPress={agree}>
            同意新的说明
          </Button>
        ) : undefined
      }
    >
      {standing === 'outdated' ? (
        <Notice tone="waiting">个人信息处理说明已更新，请关闭后重新打开本程序，再阅读并同意。</Notice>
      ) : null}
      {standing === 'ask' ? (
        <Notice tone="act">说明已更新，请阅读后同意。不同意时，已有的学分和记录不受影响。</Notice>
      ) : null}
      <View className="gap-m">
        <Card title="我的同意">
          {data.items.length === 0 ? <View className="t-soft">还没有记录</View> : null}
          {data.items.map((item) => (
            <ListRow
              key={`${item.version}${item.at}`}
              title={`个人信息处理说明 ${item.version}`}
              detail={`${moment(item.at)} 同意`}
              value={item.version === data.current ? '现行' : undefined}
            />
          ))}
        </Card>
      </View>
      <PrivacyText />
    </Page>
  );
}

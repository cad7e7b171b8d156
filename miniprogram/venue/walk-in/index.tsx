import type { Me } from '@common/contract/accounts';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { ErrorState } from '@/components/error-state/errorState';
import { Notice } from '@/components/notice/notice';
import { Page } from '@/components/page/page';
import { SessionGate } from '@/components/session-gate/sessionGate';
import { Skeleton } from '@/components/skeleton/skeleton';
import { useCountdown } from '@/hooks/useCountdown';
import { useOnce } from '@/hooks/useOnce';
import { LOCATION_SETTING } from '@/services/locate';
import { api } from '@/services/session';
import { clock, remaining } from '@/services/words';
import { ConsentBar } from '../parts/consentBar';
import { isScanOver, NoScan } from '../parts/noScan';
import { BearerFields } from './bearerFields';
import { SignedIn } from './signedIn';
import { useWalkIn } from './useWalkIn';
import { WorkFields } from './workFields';

const NO_CLAIM = '没有可用的扫码，请扫描大屏上的签到二维码后再登记';

/** 签到登记表 (manual 002 §2.1), for who has no account: opened from his scan. */
export default function WalkInPage() {
  const { params } = useRouter();
  const [claimId] = useState(() => params.claim ?? '');
  if (!claimId) {
    return (
      <Page>
        <NoScan direction="in" why={NO_CLAIM} />
      </Page>
    );
  }
  return <SessionGate>{(me) => <Opening claimId={claimId} me={me} />}</SessionGate>;
}

function Opening({ claimId, me }: { claimId: string; me: Me }) {
  const { data, error, reload } = useOnce(async () => ({
    opened: await api.walkIns.myWalkIn({ claimId }),
    at: Date.now(),
  }));
  if (data) {
    return <FormPage claimId={claimId} me={me} {...data} />;
  }
  return (
    <Page>
      {isScanOver(error) ? (
        <NoScan direction="in" why={error.message} />
      ) : error ? (
        <ErrorState error={error} onRetry={reload} />
      ) : (
        <Skeleton cards={3} />
      )}
    </Page>
  );
}

interface FormPageProps {
  claimId: string;
  me: Me;
  opened: Awaited<ReturnType<typeof api.walkIns.myWalkIn>>;
  /** By this phone's clock. */
  at: number;
}

function FormPage({ claimId, me, opened, at }: FormPageProps) {
  const walkIn = useWalkIn(claimId, opened);
  const { scan } = opened;
  // A length, since the phone's clock may be wrong.
  const seconds = useCountdown(at + (scan?.remainingMs ?? 0));
  if (walkIn.receipt) {
    return (
      <Page>
        <SignedIn receipt={walkIn.receipt} isStranger={!me.learner} />
      </Page>
    );
  }
  if (walkIn.expired || !scan) {
    return (
      <Page>
        <NoScan direction="in" why={walkIn.expired ?? NO_CLAIM} />
      </Page>
    );
  }
  return (
    <Page
      footer={
        <>
          <ConsentBar isTicked={walkIn.isAgreed} onChange={walkIn.agree} />
          <Button id="walk-in-submit" disabled={!walkIn.isAgreed} onPress={walkIn.submit}>
            提交信息
          </Button>
        </>
      }
    >
      <Card id="walk-in-scan">
        <View className="t-head">{scan.courseName}</View>
        {scan.activityName === scan.courseName ? null : <View className="t-soft">{scan.activityName}</View>}
        <View className="t-soft">{scan.venue}</View>
        <View className="gap-s t-soft">
          {clock(scan.scannedAt)} 扫码成功，
          {seconds > 0 ? `请在 ${remaining(seconds)} 内提交` : '已超时，提交前请重新扫码'}
        </View>
      </Card>
      {me.learner ? (
        <View className="gap-m">
          <Notice tone="waiting">
            本微信已绑定学员{me.learner.name}。替他人登记会记入考勤疑点，由管理员核对；本人请直接扫码签到。
          </Notice>
        </View>
      ) : null}
      <Card title="学员信息" id="walk-in-person">
        <BearerFields walkIn={walkIn} />
        <WorkFields walkIn={walkIn} />
      </Card>
      {walkIn.obstacle ? (
        <Notice id="walk-in-place" tone="act">
          <View>{walkIn.obstacle}</View>
          {LOCATION_SETTING.open ? (
            <View className="gap-s">
              <Button kind="secondary" size="small" inline onPress={() => LOCATION_SETTING.open?.()}>
                去设置
              </Button>
            </View>
          ) : null}
        </Notice>
      ) : null}
    </Page>
  );
}

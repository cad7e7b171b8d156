import type { Me } from '@common/contract/accounts';
import { ApiError } from '@common/contract/errors';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { ErrorState } from '@/components/error-state/errorState';
import { Page } from '@/components/page/page';
import { SessionGate } from '@/components/session-gate/sessionGate';
import { Skeleton } from '@/components/skeleton/skeleton';
import { useOnce } from '@/hooks/useOnce';
import { open } from '@/services/navigate';
import { api } from '@/services/session';
import { DoneView } from '../parts/doneView';
import { isScanOver, NoScan } from '../parts/noScan';
import { ConfirmStep } from './confirmStep';
import { PhoneStep } from './phoneStep';
import { SurveyStep } from './surveyStep';
import { type Person, useDeparture } from './useDeparture';
import './index.scss';

const NO_CLAIM = '没有可用的扫码，离场时请扫描大屏上的撤离二维码';

/** 离场确认 (manual 002 §2.1): opened from the scan of a 撤离二维码, or behind the tick of a learner's own departure. */
export default function DeparturePage() {
  const { params } = useRouter();
  const [claimId] = useState(() => params.claim ?? '');
  if (!claimId) {
    return (
      <Page>
        <NoScan direction="out" why={NO_CLAIM} />
      </Page>
    );
  }
  return <SessionGate>{(me) => <Opening claimId={claimId} me={me} />}</SessionGate>;
}

/** A learner on his own WeChat is known; where he did not sign in with it, and for everybody else, the phone tells. */
async function personOf(claimId: string, me: Me): Promise<Person | null> {
  if (!me.learner) {
    return null;
  }
  try {
    return await api.walkIns.departing({ claimId });
  } catch (error) {
    if (error instanceof ApiError && error.code === 'NOT_SIGNED_IN_HERE') {
      return null;
    }
    throw error;
  }
}

function Opening({ claimId, me }: { claimId: string; me: Me }) {
  const { data, error, reload } = useOnce(async () => ({ person: await personOf(claimId, me) }));
  if (data) {
    return <Steps claimId={claimId} known={data.person} />;
  }
  return (
    <Page>
      {isScanOver(error) ? (
        <NoScan direction="out" why={error.message} />
      ) : error ? (
        <ErrorState error={error} onRetry={reload} />
      ) : (
        <Skeleton cards={2} />
      )}
    </Page>
  );
}

function Steps({ claimId, known }: { claimId: string; known: Person | null }) {
  const departure = useDeparture(claimId, known);
  const { step, person, receipt, expired } = departure;
  if (expired) {
    return (
      <Page>
        <NoScan direction="out" why={expired} />
      </Page>
    );
  }
  if (step === 'done' && receipt) {
    return (
      <Page>
        <DoneView receipt={receipt} title="已确认离场">
          <Button id="departure-home" onPress={() => open('home')}>
            完成
          </Button>
        </DoneView>
      </Page>
    );
  }
  if (step === 'survey' && person) {
    return <SurveyStep departure={departure} />;
  }
  if (step === 'confirm' && person) {
    return <ConfirmStep departure={departure} person={person} />;
  }
  return <PhoneStep departure={departure} />;
}

import type { Me } from '@common/contract/accounts';
import type { LearnerSelf } from '@common/contract/learners';
import { Button } from '@/components/button/button';
import { Empty } from '@/components/empty/empty';
import { ErrorState } from '@/components/error-state/errorState';
import { Page } from '@/components/page/page';
import { SessionGate } from '@/components/session-gate/sessionGate';
import { Skeleton } from '@/components/skeleton/skeleton';
import { useOnce } from '@/hooks/useOnce';
import { replaceWith } from '@/services/navigate';
import { EMPTY_FORM, formOf } from '@/services/registerForm';
import { api } from '@/services/session';
import { RegisterPages } from './registerPages';
import './index.scss';

/** 学员注册 in five pages. A learner who has not been approved yet changes his registration here as well. */
export default function RegisterPage() {
  return <SessionGate>{(me) => <Registration me={me} />}</SessionGate>;
}

function Registration({ me }: { me: Me }) {
  const { learner } = me;
  if (!learner) {
    return <RegisterPages key="new" start={EMPTY_FORM} learner={null} />;
  }
  return learner.approval.state === 'approved' ? <Approved /> : <Correction learner={learner} />;
}

function Correction({ learner }: { learner: LearnerSelf }) {
  const { data, error, reload } = useOnce(async () => formOf(await api.learners.myProfile({})));
  if (data) {
    return <RegisterPages key={learner.id} start={data} learner={learner} />;
  }
  return <Page>{error ? <ErrorState error={error} onRetry={reload} /> : <Skeleton cards={3} />}</Page>;
}

function Approved() {
  return (
    <Page>
      <Empty icon="check" title="您的注册已审核通过" detail="资料可以随时在“我的资料”中查看和修改">
        <Button onPress={() => replaceWith('profile')}>查看我的资料</Button>
      </Empty>
    </Page>
  );
}

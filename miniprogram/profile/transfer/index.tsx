import type { LearnerSelf } from '@common/contract/learners';
import { Button } from '@/components/button/button';
import { Empty } from '@/components/empty/empty';
import { ErrorState } from '@/components/error-state/errorState';
import { Page } from '@/components/page/page';
import { LearnerGate } from '@/components/session-gate/sessionGate';
import { Skeleton } from '@/components/skeleton/skeleton';
import { useLoad } from '@/hooks/useLoad';
import { open } from '@/services/navigate';
import { api } from '@/services/session';
import { isOpenTransfer } from '@/services/transferSteps';
import { OpenTransfer } from './openTransfer';
import { PastTransfers } from './pastTransfers';
import { RequestCard } from './requestCard';

/** 单位调动: asked for here, released by the old unit, admitted by the new one; credits follow the person. */
export default function TransferPage() {
  return <LearnerGate>{(learner) => <Transfers learner={learner} />}</LearnerGate>;
}

function Transfers({ learner }: { learner: LearnerSelf }) {
  const isApproved = learner.approval.state === 'approved';
  const { data, error, reload } = useLoad(
    () => api.transfers.myTransfers({}),
    isApproved ? learner.id : null,
  );
  if (!isApproved) {
    return (
      <Page>
        <Empty icon="unit" title="审核通过后才能申请调动" detail="现在换单位，请直接在注册信息中修改单位">
          <Button onPress={() => open('register')}>修改注册信息</Button>
        </Empty>
      </Page>
    );
  }
  if (!data) {
    return <Page>{error ? <ErrorState error={error} onRetry={reload} /> : <Skeleton cards={2} />}</Page>;
  }
  const current = data.items.find(isOpenTransfer);
  return (
    <Page>
      {current ? (
        <OpenTransfer transfer={current} onChange={reload} />
      ) : (
        <RequestCard learner={learner} onDone={reload} />
      )}
      <PastTransfers items={data.items.filter((item) => !isOpenTransfer(item))} />
    </Page>
  );
}

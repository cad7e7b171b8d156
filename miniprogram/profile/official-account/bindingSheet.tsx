import { Button } from '@/components/button/button';
import { Empty } from '@/components/empty/empty';
import { ErrorState } from '@/components/error-state/errorState';
import { Sheet } from '@/components/sheet/sheet';
import { Skeleton } from '@/components/skeleton/skeleton';
import type { Account } from './accountCard';
import { ProofStep } from './proofStep';
import { useBinding } from './useBinding';
import { WaitingStep } from './waitingStep';

interface BindingSheetProps {
  account: Account;
  phoneMasked: string;
  onClose: () => void;
  onBound: () => void;
}

/** 绑定: begun here, confirmed by the learner's WeChat in the official account itself. */
export function BindingSheet({
  account: { account, name },
  phoneMasked,
  onClose,
  onBound,
}: BindingSheetProps) {
  const { binding, start } = useBinding(account, onBound);
  return (
    <Sheet isOpen isTall title={`绑定“${name}”`} onClose={onClose}>
      {binding.step === 'starting' ? <Skeleton cards={1} /> : null}
      {binding.step === 'failed' ? <ErrorState error={binding.error} onRetry={() => start()} /> : null}
      {binding.step === 'proof' ? (
        <ProofStep account={account} words={binding.words} phoneMasked={phoneMasked} onProof={start} />
      ) : null}
      {binding.step === 'waiting' ? (
        <WaitingStep name={name} started={binding.started} until={binding.until} onAgain={() => start()} />
      ) : null}
      {binding.step === 'ended' ? (
        <Empty icon="alert" title="没有绑定成功" detail={binding.words}>
          <Button id="binding-again" onPress={() => start()}>
            重新绑定
          </Button>
        </Empty>
      ) : null}
    </Sheet>
  );
}

import { Page } from '@/components/page/page';
import { DoneView } from './doneView';
import { FailedView } from './failedView';
import { UnregisteredView } from './unregisteredView';
import { useCheckIn } from './useCheckIn';
import { WorkingView } from './workingView';
import './index.scss';

/**
 * Where every check-in ends up: opened by WeChat's scanner (`q`), by our own scan (`text`), by a typed code (`code`) or again
 * after a registration (`resume`).
 */
export default function CheckInPage() {
  const run = useCheckIn();
  const { state } = run;
  return (
    <Page className={`check-in check-in--${state.step}`}>
      {state.step === 'working' ? <WorkingView /> : null}
      {state.step === 'unregistered' ? <UnregisteredView kept={state.kept} /> : null}
      {state.step === 'done' ? <DoneView receipt={state.receipt} /> : null}
      {state.step === 'failed' ? <FailedView failure={state} run={run} /> : null}
    </Page>
  );
}

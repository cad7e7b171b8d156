import { Page } from '@/components/page/page';
import { DoneView } from './doneView';
import { FaceView } from './faceView';
import { FailedView } from './failedView';
import { HeldView } from './heldView';
import { PlaceView } from './placeView';
import { SavedView } from './savedView';
import { UnregisteredView } from './unregisteredView';
import { type CheckInRun, useCheckIn } from './useCheckIn';
import { WorkingView } from './workingView';
import './index.scss';

/**
 * Where every check-in ends up: opened by WeChat's scanner (`q`), by our own scan (`text`), by a typed code (`code`) or again
 * after a registration (`resume`).
 */
export default function CheckInPage() {
  const run = useCheckIn();
  return (
    <Page className={`check-in check-in--${run.state.step}`}>
      <CheckInView run={run} />
    </Page>
  );
}

function CheckInView({ run }: { run: CheckInRun }) {
  const { state } = run;
  switch (state.step) {
    case 'place':
      return <PlaceView kept={state.kept} run={run} />;
    case 'face':
      return <FaceView kept={state.kept} message={state.message} run={run} />;
    case 'unregistered':
      return <UnregisteredView kept={state.kept} held={state.held} run={run} />;
    case 'done':
      return <DoneView receipt={state.receipt} claim={state.claim} />;
    case 'held':
      return <HeldView receipt={state.receipt} held={state.held} kept={state.from} run={run} />;
    case 'saved':
      return <SavedView scanKey={state.scan.key} />;
    case 'failed':
      return <FailedView failure={state} run={run} />;
    default:
      return <WorkingView />;
  }
}

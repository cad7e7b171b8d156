import { REQUEST_STATES, type RequestState } from '@common/terms';
import { StatusTag } from './statusTag';

const TONES = { waiting: 'waiting', accepted: 'done', refused: 'act' } as const;

/** The state of something asked of an administrator. */
export function RequestTag({ state }: { state: RequestState }) {
  return <StatusTag tone={TONES[state]}>{REQUEST_STATES[state]}</StatusTag>;
}

import type { TransferSelf } from '@common/contract/transfers';
import type { Stage } from '@/components/stepper/stepper';

/** The steps of a 调动 (manual 003 §六) with who has the next one. An open one only. */
export function transferSteps({ state, fromUnitName, toUnitName, requestedBy }: TransferSelf): Stage[] {
  const isReleased = state === 'released' || state === 'admitted';
  return [
    ...(requestedBy === 'learner' ? [{ name: '提出申请', state: 'done' as const, waitingFor: null }] : []),
    {
      name: '原单位调出',
      state: isReleased ? 'done' : 'waiting',
      waitingFor: isReleased ? null : fromUnitName,
      task: '办理调出',
    },
    {
      name: '现单位调入',
      state: state === 'admitted' ? 'done' : isReleased ? 'waiting' : 'ahead',
      waitingFor: state === 'released' ? (toUnitName ?? '您的现单位') : null,
      task: '办理调入',
    },
  ];
}

/** Whether a 调动 still waits for somebody. */
export function isOpenTransfer({ state }: Pick<TransferSelf, 'state'>): boolean {
  return state === 'requested' || state === 'released';
}

import type { TransferRow } from '@common/contract/transfers';
import { TRANSFER_STATES } from '@common/terms';
import type { Tone } from '../../components/statusTag';

/** The tabs, each a part of the unit's transfers. */
export const TABS = {
  open: { label: '待处理', query: { side: 'all', open: 'open' } },
  out: { label: '调出', query: { side: 'out', open: 'open' } },
  in: { label: '调入', query: { side: 'in', open: 'open' } },
  done: { label: '已完成', query: { side: 'all', open: 'closed' } },
} as const;
export type Tab = keyof typeof TABS;
export const TAB_CODES = Object.keys(TABS) as [Tab, ...Tab[]];

/** Where a 调动 stands, from this unit's side: whose turn it is. */
export function transferStatus(row: TransferRow): { tone: Tone; text: string } {
  const isMine = row.can.includes('release') || row.can.includes('admit');
  if (row.state === 'requested') {
    return isMine
      ? { tone: 'act', text: '等待本单位调出' }
      : { tone: 'waiting', text: `等待 ${row.fromUnitName} 调出` };
  }
  if (row.state === 'released') {
    return isMine
      ? { tone: 'act', text: '已调出，等待本单位调入' }
      : { tone: 'waiting', text: `已调出，等待 ${row.toUnitName ?? '现单位'} 调入` };
  }
  return { tone: row.state === 'admitted' ? 'done' : 'quiet', text: TRANSFER_STATES[row.state] };
}

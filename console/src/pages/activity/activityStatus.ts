import type { ActivityRow } from '@common/contract/activities';
import { ACTIVITY_STATES } from '@common/terms';
import type { Tone } from '../../components/statusTag';

/** Where an activity stands, in one word: its approval until it is approved, then its holding periods. */
export function activityStatus({ state, holding }: Pick<ActivityRow, 'state' | 'holding'>): {
  tone: Tone;
  text: string;
} {
  if (state !== 'approved') {
    return {
      tone: state === 'waiting' ? 'waiting' : state === 'rejected' ? 'quiet' : 'act',
      text: ACTIVITY_STATES[state],
    };
  }
  switch (holding) {
    case 'within':
      return { tone: 'live', text: '正在举办' };
    case 'between':
      return { tone: 'live', text: '两场之间' };
    case 'before':
      return { tone: 'quiet', text: '即将举办' };
    case 'after':
      return { tone: 'done', text: '已经结束' };
    default:
      return { tone: 'act', text: '缺举办周期' };
  }
}

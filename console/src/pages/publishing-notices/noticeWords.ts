import type { ManagedNoticeRow } from '@common/contract/notices';
import { NOTICE_STATES } from '@common/terms';
import type { Tone } from '../../components/statusTag';
import { showCount } from '../../format';

type Row = Pick<ManagedNoticeRow, 'state' | 'push' | 'reads' | 'views'>;
interface Words {
  tone: Tone;
  text: string;
}

const TONES: Record<Row['state'], Tone> = { draft: 'act', published: 'done', withdrawn: 'quiet' };

/** Where it stands; what nobody sees yet is this department's to publish. */
export const stateWords = ({ state }: Pick<Row, 'state'>): Words => ({
  tone: TONES[state],
  text: NOTICE_STATES[state],
});

/** 推送 1,234 / 5,678 while it runs, then 已推送 5,678人; null where it was not pushed. */
export function pushWords({ push, state }: Pick<Row, 'push' | 'state'>): Words | null {
  if (!push) {
    return null;
  }
  const { told, total, finishedAt } = push;
  if (finishedAt) {
    return { tone: 'done', text: `已推送 ${showCount(told)}人` };
  }
  if (state !== 'published') {
    return { tone: 'quiet', text: `推送已停止，已通知 ${showCount(told)}人` };
  }
  return {
    tone: 'live',
    text: total === null ? '正在准备推送' : `推送 ${showCount(told)} / ${showCount(total)}`,
  };
}

/** Whether somebody is being told just now. */
export const isPushing = ({ push, state }: Pick<Row, 'push' | 'state'>): boolean =>
  push !== null && push.finishedAt === null && state === 'published';

/** The share that has been told, 0 to 100; null before it is known how many there are. */
export const pushPercent = ({ push }: Pick<Row, 'push'>): number | null =>
  push?.total ? Math.floor((Math.min(push.told, push.total) / push.total) * 100) : null;

/** 阅读 12 人 · 浏览 34 次. */
export const readWords = ({ reads, views }: Pick<Row, 'reads' | 'views'>): string =>
  `阅读 ${showCount(reads)} 人 · 浏览 ${showCount(views)} 次`;

import type { DueToday } from '@/components/due-card/dueCard';
import { api } from '@/services/session';
import { ms } from '@/services/words';
import { useLoad } from './useLoad';
import { useSession } from './useSession';

/** What is due today for whoever scans with this WeChat; undefined until it is known. The page is whole without it. */
export function useDueToday(): readonly DueToday[] | undefined {
  const { me } = useSession();
  const key = me?.roles.includes('wechat') ? (me.learner?.id ?? 'guest') : null;
  return useLoad(async () => (await api.checkIns.dueToday({})).items, key).data;
}

/** Whether an activity of today is being held at this moment: only then somebody may be asked for. */
export function isOnNow(due: readonly DueToday[] = [], nowMs = Date.now()): boolean {
  return due.some(({ from, to }) => ms(from) <= nowMs && nowMs <= ms(to));
}

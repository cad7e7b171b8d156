import { api } from '@/services/session';
import { useLoad } from './useLoad';

/** How many of the learner's 消息 he has not read; undefined while it is not known, or there is no learner. */
export function useUnread(learnerId: string | null): number | undefined {
  // A count that cannot be had is left out: what it stands beside is whole without it.
  return useLoad(() => api.messages.unreadMessages({}).catch(() => undefined), learnerId).data?.unread;
}

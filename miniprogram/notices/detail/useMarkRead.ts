import { useEffect } from 'react';
import { useSession } from '@/hooks/useSession';
import { api } from '@/services/session';

/** Notes that the learner has read a notice, once a page; nothing for anybody else. Where that gets lost it is only unread still. */
export function useMarkRead(noticeId: string | undefined): void {
  const learnerId = useSession().me?.learner?.id;
  useEffect(() => {
    if (noticeId && learnerId) {
      api.notices.readNotice({ noticeId }).catch(() => undefined);
    }
  }, [noticeId, learnerId]);
}

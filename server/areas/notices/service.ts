import type { Platform } from '../../platform';
import type { Services } from '../services';
import { createAttachments, type NoticeAttachments } from './attachments';
import { createEditing, type Editing } from './editing';
import { createPushing } from './pushing';
import { createReading, type Reading } from './reading';

export type { NoticeLine } from './reading';

/** 通知, 常见问题 of authorities. */
export interface NoticesService extends Editing, Reading {
  attachments: Pick<NoticeAttachments, 'add' | 'get' | 'remove'>;
  /** Goes on with pushes that were broken off, and removes files that nothing names. */
  sweep(): Promise<void>;
  /** Resolves when nothing goes on after an answer any more; a push goes on in another process. For good. */
  settled(): Promise<void>;
}

export function createNoticesService(platform: Platform, services: Services): NoticesService {
  const attachments = createAttachments(platform);
  const pushing = createPushing(platform, services);
  return {
    ...createEditing(platform, services, { attachments, pushing }),
    ...createReading(platform, services, { attachments }),
    attachments,
    async sweep() {
      await attachments.sweep();
      await pushing.sweep();
    },
    settled: pushing.settled,
  };
}

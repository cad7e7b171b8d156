import type { applications } from '@common/contract/applications';
import type { Handlers } from '../../http/call';
import { notYet } from '../../http/notYet';
import type { Platform } from '../../platform';
import type { Services } from '../services';

export function applicationsRoutes(_platform: Platform, _services: Services): Handlers<typeof applications> {
  return notYet<typeof applications>();
}

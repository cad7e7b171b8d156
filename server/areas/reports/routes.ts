import type { reports } from '@common/contract/reports';
import type { Handlers } from '../../http/call';
import { notYet } from '../../http/notYet';
import type { Platform } from '../../platform';
import type { Services } from '../services';

export function reportsRoutes(_platform: Platform, _services: Services): Handlers<typeof reports> {
  return notYet<typeof reports>();
}

import type { catalogue } from '@common/contract/catalogue';
import type { Handlers } from '../../http/call';
import { notYet } from '../../http/notYet';
import type { Platform } from '../../platform';
import type { Services } from '../services';

export function catalogueRoutes(_platform: Platform, _services: Services): Handlers<typeof catalogue> {
  return notYet<typeof catalogue>();
}

import type { enrolments } from '@common/contract/enrolments';
import type { Handlers } from '../../http/call';
import { notYet } from '../../http/notYet';
import type { Platform } from '../../platform';
import type { Services } from '../services';

export function enrolmentsRoutes(_platform: Platform, _services: Services): Handlers<typeof enrolments> {
  return notYet<typeof enrolments>();
}

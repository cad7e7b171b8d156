import type { checkIns } from '@common/contract/checkIns';
import { actorOf, type Call, type Handlers } from '../../http/call';
import type { Platform } from '../../platform';
import type { Services } from '../services';
import { presentDisplays, presentScreen } from './displayPresenter';
import { createHeadcountFeeds } from './headcountFeed';
import type { Hub } from './hub';
import { feedScreen } from './screen';

type Served = 'openDisplay' | 'closeDisplay' | 'listDisplays' | 'screen' | 'screenEvents';

/** The venue screens: opening, closing and listing them for the unit, and what a screen itself is told. */
export function displayRoutes(
  platform: Platform,
  services: Services,
  hub: Hub,
): Pick<Handlers<typeof checkIns>, Served> {
  const { displays } = services.checkIns;
  const feeds = createHeadcountFeeds(services, hub);
  const audit = async (
    call: Pick<Call, 'session' | 'requestId'>,
    action: 'display.opened' | 'display.closed',
    activityId: unknown,
  ) =>
    services.audit.append({
      actor: actorOf(call),
      action,
      subject: `activity:${activityId}`,
      requestId: call.requestId,
    });

  return {
    async openDisplay(call) {
      const opened = await displays.open(call.session, call.input);
      await audit(call, 'display.opened', call.input.activityId);
      return opened;
    },
    async closeDisplay(call) {
      const { activityId } = await displays.close(call.session, call.input.displayId);
      await audit(call, 'display.closed', activityId);
      return { ok: true };
    },
    async listDisplays({ input, session }) {
      const full = await services.activities.ownActivity(session, input.activityId);
      const [{ checkIn: rules }, open, permissions] = await Promise.all([
        services.regionsUnits.settings(full.unit.regionCode),
        displays.openOf(full.activity._id),
        services.administrators.permissionsOf(session?.administratorId ?? ''),
      ]);
      const mayShow = permissions.includes('holdActivities');
      return presentDisplays(full, rules, open, mayShow, platform.clock.now());
    },
    async screen({ input }) {
      const open = await displays.byTicket(input.ticket);
      return presentScreen(open, await displays.expectedAt(open.full), platform.clock.now());
    },
    async screenEvents({ input }, open) {
      const stream = open();
      feedScreen(platform, services, { hub, feeds }, input.ticket, stream).catch((err: unknown) => {
        platform.log.error({ err }, 'screen stream');
        // The screen opens it again by itself.
        stream.end();
      });
    },
  };
}

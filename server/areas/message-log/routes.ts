import type { officialAccounts } from '@common/contract/officialAccounts';
import { callerId, type Handlers } from '../../http/call';
import type { Platform } from '../../platform';
import type { Services } from '../services';
import { labelOf, presentAccount } from './presenter';

/** 公众号, for whoever runs the system. */
export function messageLogRoutes(
  { config, wechat }: Platform,
  services: Services,
): Handlers<typeof officialAccounts> {
  return {
    async listOfficialAccounts(call) {
      await services.notifications.insistOperator(callerId(call, 'authorityId'));
      const counts = await services.bindings.counts();
      const none = { bound: 0, following: 0 };
      return {
        items: config.officialAccounts.map((account) =>
          presentAccount(account, config.PUBLIC_URL, counts.get(account.key) ?? none),
        ),
      };
    },
    async accountFigures(call) {
      await services.notifications.insistOperator(callerId(call, 'authorityId'));
      const { days } = call.input;
      const [byDay, byCommand, apiErrors] = await Promise.all([
        services.messageLog.byDay(days),
        services.messageLog.byCommand(days),
        wechat.errors(days),
      ]);
      return {
        byDay,
        byCommand: byCommand.map((row) => ({ ...row, label: labelOf(row.command) })),
        apiErrors,
      };
    },
  };
}

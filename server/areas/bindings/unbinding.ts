import { appError } from '../../http/errors';
import type { Platform } from '../../platform';
import { channelOf } from '../accounts/channels';
import type { IdentityDoc } from '../accounts/model';
import type { ByUnit } from '../learners/policy';
import { doneByUnit } from '../learners/policy';
import type { Services } from '../services';
import type { BindingCodes } from './codes';
import { createBindingMessages } from './messages';
import type { BindingsService } from './service';

/** A learner and his WeChats, as his unit sees them: only it can part them, so that nobody lends his WeChat for check-ins. */
export function createUnbinding(
  platform: Platform,
  services: Services,
  codes: Pick<BindingCodes, 'end'>,
): Pick<BindingsService, 'wechatsOf' | 'part'> {
  const { mongo, config } = platform;
  const tell = createBindingMessages(platform, services);
  const { officialAccounts } = config;

  /** @throws AppError NOT_FOUND for another unit's. */
  async function insistOnUnit({ unitId }: ByUnit, learnerId: string): Promise<void> {
    const learner = await services.learners.get(learnerId);
    if (!learner?.unitId?.equals(unitId)) {
      throw appError('NOT_FOUND');
    }
  }

  /** Whatever he signed in by a WeChat, and what he began to bind: else the phone that is gone would be bound again. */
  async function endWhatIsOpen(identityIds: string[], learnerId: string): Promise<void> {
    const { sessions } = services.accounts;
    for (const identityId of identityIds) {
      await sessions.closeAll({ identityId });
    }
    // Asked for by the learner too: where it failed the first time, nothing else tells which they were.
    for (const { id, identityId } of await sessions.list({ learnerId })) {
      if (identityId) {
        await sessions.closeById(id);
      }
    }
    await codes.end(
      officialAccounts.map(({ key }) => key),
      learnerId,
    );
  }

  const nameOf = ({ channel }: IdentityDoc) =>
    channel === 'miniprogram'
      ? '小程序'
      : (officialAccounts.find(({ key }) => channelOf(key) === channel)?.name ?? '公众号');

  return {
    async wechatsOf(by, learnerId) {
      await insistOnUnit(by, learnerId);
      const found = await services.accounts.identities.ofLearner(learnerId);
      return found.map((identity) => ({
        name: nameOf(identity),
        boundAt: identity.boundAt?.toISOString() ?? null,
      }));
    },
    async part(by, learnerId, reason) {
      await insistOnUnit(by, learnerId);
      let identityIds: string[] = [];
      await mongo.transaction(async (session) => {
        identityIds = await services.accounts.identities.part(learnerId, session);
        if (identityIds.length > 0) {
          await tell(learnerId, 'parted', '', session);
        }
      });
      if (identityIds.length > 0) {
        await services.audit.append(doneByUnit(by, 'wechat.parted', learnerId, reason));
      }
      await endWhatIsOpen(identityIds, learnerId);
      return identityIds.length;
    },
  };
}

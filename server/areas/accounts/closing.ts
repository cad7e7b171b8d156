import { type ClientSession, Types } from 'mongoose';
import type { Sessions } from '../../http/sessions';
import type { Platform } from '../../platform';
import type { Identities } from './identities';
import { accountModel } from './model';

/** What ends when a learner closes his account: he is then as unknown to this WeChat and to any password as before. */
export interface Closing {
  /** Frees his WeChat identities for another registration; answers their ids. */
  unbindLearner(learnerId: string, session: ClientSession): Promise<string[]>;
  /** Removes what his password opens; answers its id, null where he never had one. */
  removeLearnerAccount(learnerId: string, session: ClientSession): Promise<string | null>;
  /** Ends the sessions of what was unbound and removed. */
  endSessions(identityIds: string[], accountId: string | null): Promise<void>;
}

export function createClosing(
  { mongo }: Platform,
  sessions: Sessions,
  identities: Pick<Identities, 'part'>,
): Closing {
  const Account = accountModel(mongo);

  return {
    unbindLearner: identities.part,
    async removeLearnerAccount(learnerId, session) {
      const removed = await Account.findOneAndDelete(
        { kind: 'learner', subjectId: new Types.ObjectId(learnerId) },
        { session },
      ).lean();
      return removed && String(removed._id);
    },
    async endSessions(identityIds, accountId) {
      for (const identityId of identityIds) {
        await sessions.closeAll({ identityId });
      }
      if (accountId) {
        await sessions.closeAccount(accountId);
      }
    },
  };
}

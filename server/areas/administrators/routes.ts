import type { administrators } from '@common/contract/administrators';
import { actorOf, type Call, callerId, type Handlers } from '../../http/call';
import type { Platform } from '../../platform';
import type { Services } from '../services';
import type { AdministratorDoc } from './model';
import { subjectOf } from './policy';
import { presentRow } from './presenter';

export function administratorsRoutes(
  { cipher }: Platform,
  services: Services,
): Handlers<typeof administrators> {
  const { naming, roster } = services.administrators;

  /** The name stays readable in the log when its bearer is gone. */
  const by = (
    call: Pick<Call, 'session' | 'requestId'>,
    { _id, name }: Pick<AdministratorDoc, '_id' | 'name'>,
  ) => ({
    actor: actorOf(call),
    subject: `administrator:${String(_id)}`,
    reason: name,
    requestId: call.requestId,
  });

  return {
    administratorChoices: async (call) => ({ items: await naming.choices(subjectOf(call)) }),
    sendAdministratorCode: async (call) => ({
      ok: true,
      ...(await naming.sendCode(subjectOf(call), call.input)),
    }),
    async chooseAdministrator(call) {
      const { smsCode, ...who } = call.input;
      const named = await naming.choose(subjectOf(call), who, smsCode, call.token ?? '');
      const signedIn = { ...call, session: named.session };
      if (named.isNew) {
        await services.audit.append({ ...by(signedIn, named.administrator), action: 'administrator.added' });
      }
      await services.audit.append({
        ...by(signedIn, named.administrator),
        action: 'administrator.signed-in',
      });
      return services.accounts.me(named.session);
    },
    listAdministrators: async (call) => ({
      items: await roster.list(subjectOf(call), callerId(call, 'administratorId')),
    }),
    async addAdministrator(call) {
      const added = await roster.enter(subjectOf(call), { ...call.input, isConfirmed: false });
      await services.audit.append({ ...by(call, added), action: 'administrator.added' });
      return presentRow(cipher, added, callerId(call, 'administratorId'));
    },
    async updateAdministrator(call) {
      const { administratorId, ...given } = call.input;
      const updated = await roster.update(subjectOf(call), administratorId, given);
      await services.audit.append({ ...by(call, updated), action: 'administrator.updated' });
      return presentRow(cipher, updated, callerId(call, 'administratorId'));
    },
    async removeAdministrator(call) {
      const removed = await roster.remove(subjectOf(call), call.input.administratorId);
      await services.audit.append({ ...by(call, removed), action: 'administrator.removed' });
      return { ok: true };
    },
  };
}

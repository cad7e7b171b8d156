import { AUDIT_ACTIONS } from '@common/auditActions';
import type { personalData } from '@common/contract/personalData';
import { PRIVACY_VERSION } from '@common/privacy';
import { callerId, type Handlers } from '../../http/call';
import { appError } from '../../http/errors';
import type { Platform } from '../../platform';
import type { Services } from '../services';
import { createClosure } from './closure';
import { exportMine } from './exportMine';

const ACTIONS = Object.entries(AUDIT_ACTIONS).map(([action, label]) => ({ action, label }));

export function personalDataRoutes(platform: Platform, services: Services): Handlers<typeof personalData> {
  const closure = createClosure(platform, services);

  const log = async (learnerId: string, action: string, requestId: string) =>
    services.audit.append({
      actor: { kind: 'learner', id: learnerId },
      action,
      subject: `learner:${learnerId}`,
      requestId,
    });

  return {
    async myReaders(call) {
      const { page, pageSize } = call.input;
      const found = await services.audit.readersOf(callerId(call, 'learnerId'), call.input);
      return { ...found, page, pageSize };
    },
    async exportMine(call) {
      const learnerId = callerId(call, 'learnerId');
      await log(learnerId, 'learner.exported', call.requestId);
      return exportMine(platform, services, learnerId);
    },
    async myConsents(call) {
      const consents = await services.learners.consents(callerId(call, 'learnerId'));
      return {
        items: consents.map(({ version, at }) => ({ version, at: at.toISOString() })),
        current: PRIVACY_VERSION,
      };
    },
    async agree(call) {
      const learnerId = callerId(call, 'learnerId');
      await services.learners.agree(learnerId, call.input.version);
      await log(learnerId, 'learner.consented', call.requestId);
      return { ok: true };
    },
    sendClosureCode: async (call) => ({
      ok: true,
      ...(await closure.sendCode(callerId(call, 'learnerId'))),
    }),
    async closeAccount(call) {
      await closure.close(callerId(call, 'learnerId'), call.input.smsCode, call.requestId);
      return { ok: true };
    },
    async listAudit(call) {
      const authority = await services.regionsUnits.authority(callerId(call, 'authorityId'));
      if (!authority) {
        throw appError('FORBIDDEN');
      }
      const { unitId, page, pageSize } = call.input;
      const unit = unitId ? await services.regionsUnits.unit(unitId) : null;
      if (unitId && !unit?.regionCode.startsWith(authority.regionCode)) {
        throw appError('NOT_FOUND', { field: 'unitId' });
      }
      const found = await services.audit.list(authority.regionCode, call.input);
      return { ...found, page, pageSize, actions: ACTIONS };
    },
  };
}

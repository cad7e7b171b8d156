import type { certificates } from '@common/contract/certificates';
import { actorOf, type Call, callerId, type Handlers } from '../../http/call';
import type { Platform } from '../../platform';
import type { Services } from '../services';

export function certificatesRoutes(_platform: Platform, services: Services): Handlers<typeof certificates> {
  const { certificates: area, audit } = services;
  const note = async (call: Pick<Call, 'session' | 'requestId'>, action: string, subject: string) =>
    audit.append({ actor: actorOf(call), action, subject, requestId: call.requestId });

  return {
    myCertificates: async (call) => area.mine(callerId(call, 'learnerId'), call.input.year),
    myCertificate: async (call) => area.own(callerId(call, 'learnerId'), call.input.creditId),
    myStatement: async (call) => area.statement(callerId(call, 'learnerId'), call.input),
    myBooklet: async (call) => area.booklet(callerId(call, 'learnerId'), call.input.year),
    async learnerStatement(call) {
      const { learnerId, ...range } = call.input;
      await area.insistInUnit(callerId(call, 'unitId'), learnerId);
      // First the log: what cannot be written down is not shown.
      await note(call, 'certificate.statement-printed', `learner:${learnerId}`);
      return area.statement(learnerId, range);
    },
    async learnerBooklet(call) {
      const { learnerId, year } = call.input;
      await area.insistInUnit(callerId(call, 'unitId'), learnerId);
      await note(call, 'certificate.booklet-printed', `learner:${learnerId}`);
      return area.booklet(learnerId, year);
    },
    async creditingCertificates(call) {
      const { creditingId } = call.input;
      const file = await area.zip(creditingId, actorOf(call));
      await note(call, 'certificate.batch-downloaded', `crediting:${creditingId}`);
      return file;
    },
    searchCertificates: async ({ input }) => ({ items: await area.search(input) }),
    verify: async ({ input: { code } }) => area.verify(code),
    verifiedCertificate: async ({ input: { code } }) => area.verifiedFile(code),
  };
}

import type { learners } from '@common/contract/learners';
import { callerId, type Handlers } from '../../http/call';
import type { Services } from '../services';

export function learnersRoutes(services: Services): Handlers<typeof learners> {
  return {
    register: async (call) => services.learners.register(callerId(call, 'identityId'), call.input),
    resubmit: async (call) => services.learners.resubmit(callerId(call, 'learnerId'), call.input),
    async listLearners(call) {
      const found = await services.learners.list(callerId(call, 'unitId'), call.input);
      return { ...found, page: call.input.page, pageSize: call.input.pageSize };
    },
    async decide(call) {
      const results = await services.learners.decide(callerId(call, 'unitId'), call.input, call.requestId);
      return { changed: results.filter((result) => result.changed).length, results };
    },
  };
}

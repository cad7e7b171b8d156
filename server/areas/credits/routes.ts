import type { credits } from '@common/contract/credits';
import { callerId, type Handlers } from '../../http/call';
import type { Services } from '../services';

export function creditsRoutes(services: Services): Handlers<typeof credits> {
  return {
    myCredits: async (call) => services.credits.summary(callerId(call, 'learnerId'), call.input.year),
    searchMyCredits: async (call) => services.credits.search(callerId(call, 'learnerId'), call.input),
    whyMissing: async (call) =>
      services.credits.whyMissing(callerId(call, 'learnerId'), call.input.activityId),
  };
}

import type { faceChecks } from '@common/contract/faceChecks';
import { actorOf, type Call, callerId, type Handlers } from '../../http/call';
import { appError } from '../../http/errors';
import type { Platform } from '../../platform';
import type { Services } from '../services';

export function faceChecksRoutes(_platform: Platform, services: Services): Handlers<typeof faceChecks> {
  const { faceChecks: area } = services;
  const sessionOf = (call: Pick<Call, 'session'>) => {
    callerId(call, 'learnerId');
    if (!call.session) {
      throw appError('NOT_SIGNED_IN');
    }
    return call.session;
  };

  return {
    async startFaceCheck(call) {
      const begun = await area.start(sessionOf(call), call.input.claimId);
      // His full idNo leaves here, if only to himself and to WeChat.
      await services.audit.append({
        actor: actorOf(call),
        action: 'learner.face-check',
        subject: `learner:${callerId(call, 'learnerId')}`,
        requestId: call.requestId,
      });
      return begun;
    },
    async finishFaceCheck(call) {
      const { faceCheckId, verifyResult } = call.input;
      await area.finish(sessionOf(call), faceCheckId, verifyResult);
      return { passed: true, message: '人脸核身通过' };
    },
  };
}

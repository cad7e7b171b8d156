import type { documents } from '@common/contract/documents';
import { actorOf, type Call, callerId, fileOf, type Handlers } from '../../http/call';
import type { Platform } from '../../platform';
import { presentDocument } from '../activities/presenter';
import type { Services } from '../services';
import type { Uploader } from './uploads';

const uploaderOf = (call: Pick<Call, 'session' | 'requestId'>): Uploader => ({
  unitId: callerId(call, 'unitId'),
  actor: actorOf(call),
  requestId: call.requestId,
});

export function documentsRoutes(_platform: Platform, services: Services): Handlers<typeof documents> {
  return {
    startUpload: async (call) => services.documents.start(uploaderOf(call), call.input),
    async putPart(call) {
      const { uploadId, part } = call.input;
      return { received: await services.documents.putPart(uploaderOf(call), uploadId, part, fileOf(call)) };
    },
    finishUpload: async (call) =>
      presentDocument(await services.documents.finish(uploaderOf(call), call.input.uploadId)),
    async removeDocument(call) {
      const { activityId, documentId } = call.input;
      await services.documents.remove(uploaderOf(call), activityId, documentId);
      return { ok: true };
    },
    getDocument: async (call) =>
      services.documents.serve(actorOf(call), call.input.activityId, call.input.documentId),
  };
}

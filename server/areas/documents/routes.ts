import type { documents } from '@common/contract/documents';
import { actorOf, type Call, callerId, type Handlers } from '../../http/call';
import { appError } from '../../http/errors';
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
      const { input, file } = call;
      if (!file) {
        throw appError('INVALID_INPUT', { message: '请选择文件', field: 'file' });
      }
      const { putPart } = services.documents;
      return { received: await putPart(uploaderOf(call), input.uploadId, input.part, file.bytes) };
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

import type { learners } from '@common/contract/learners';
import { actorOf, type Call, callerId, type Handlers } from '../../http/call';
import { appError } from '../../http/errors';
import type { Platform } from '../../platform';
import type { Services } from '../services';
import type { PhotoOwner } from './photos';
import { byUnit } from './policy';
import { maskedNumbers } from './presenter';
import { createStaffImport } from './staffImport';

/** Whose a photo is that this call uploads or uses. */
const uploader = ({ session }: Pick<Call, 'session'>): PhotoOwner => ({
  ...(session?.identityId && { identityId: session.identityId }),
  ...(session?.learnerId && { learnerId: session.learnerId }),
});
const learner = (call: Pick<Call, 'session'>) => ({
  ...uploader(call),
  learnerId: callerId(call, 'learnerId'),
});

export function learnersRoutes(platform: Platform, services: Services): Handlers<typeof learners> {
  return {
    ...ownRoutes(services),
    ...unitRoutes(platform, services),
    ...importRoutes(platform, services),
  };
}

type OwnRoutes =
  | 'register'
  | 'resubmit'
  | 'uploadPhoto'
  | 'photo'
  | 'myProfile'
  | 'saveProfile'
  | 'sendPhoneCode'
  | 'changePhone'
  | 'requestCorrection'
  | 'myCorrections';

/** What a learner does with his own record. */
function ownRoutes({ learners: people }: Services): Pick<Handlers<typeof learners>, OwnRoutes> {
  return {
    register: async (call) => people.register(callerId(call, 'identityId'), call.input, call.requestId),
    resubmit: async (call) => people.resubmit(learner(call), call.input, call.requestId),
    async uploadPhoto(call) {
      if (!call.file) {
        throw appError('PHOTO_INVALID', { field: 'file' });
      }
      return people.photos.upload(uploader(call), call.file.bytes);
    },
    photo: async (call) => people.photos.serve(call.input.ticket),
    myProfile: async (call) => people.profile(callerId(call, 'learnerId')),
    saveProfile: async (call) => people.saveProfile(learner(call), call.input),
    async sendPhoneCode(call) {
      return { ok: true, retryAfter: await people.sendPhoneCode(call.input.phone) };
    },
    changePhone: async (call) => people.changePhone(callerId(call, 'learnerId'), call.input, call.requestId),
    requestCorrection: async (call) => people.corrections.request(learner(call), call.input, call.requestId),
    async myCorrections(call) {
      return { items: await people.corrections.ofLearner(callerId(call, 'learnerId')) };
    },
  };
}

/** What a unit does with its people. */
function unitRoutes(
  { cipher }: Platform,
  { learners: people }: Services,
): Omit<Handlers<typeof learners>, OwnRoutes | ImportRoutes> {
  return {
    async listLearners(call) {
      const found = await people.list(callerId(call, 'unitId'), call.input);
      return { ...found, page: call.input.page, pageSize: call.input.pageSize };
    },
    async decide(call) {
      const results = await people.decide(byUnit(call), call.input);
      return { changed: results.filter((result) => result.changed).length, results };
    },
    learnerDetail: async (call) => people.learnerDetail(byUnit(call), call.input.learnerId),
    revealNumbers: async (call) => people.revealNumbers(byUnit(call), call.input.learnerId),
    async assignDepartment(call) {
      return { changed: await people.assignDepartment(byUnit(call), call.input) };
    },
    addStatusPeriod: async (call) => people.addStatusPeriod(byUnit(call), call.input),
    endStatusPeriod: async (call) => people.endStatusPeriod(byUnit(call), call.input),
    async listCorrections(call) {
      const { items, total } = await people.corrections.ofUnit(callerId(call, 'unitId'), call.input);
      const asking = await people.many(items.map(({ learnerId }) => String(learnerId)));
      return {
        items: items.flatMap((doc) => {
          const who = asking.get(String(doc.learnerId));
          return who
            ? {
                ...people.corrections.present(doc),
                learnerId: String(who._id),
                name: who.name,
                department: who.department,
                idNoMasked: maskedNumbers(cipher, who).idNoMasked,
              }
            : [];
        }),
        total,
        page: call.input.page,
        pageSize: call.input.pageSize,
      };
    },
    decideCorrection: async (call) => people.corrections.decide(byUnit(call), call.input),
  };
}

type ImportRoutes = 'staffTemplate' | 'checkStaff' | 'commitStaff';

/** 人员导入 from Excel. */
function importRoutes(platform: Platform, services: Services): Pick<Handlers<typeof learners>, ImportRoutes> {
  const staff = createStaffImport(platform, services);
  return {
    staffTemplate: async () => staff.template(),
    async checkStaff(call) {
      if (!call.file) {
        throw appError('FILE_INVALID', { field: 'file' });
      }
      return staff.check(callerId(call, 'unitId'), call.file.bytes);
    },
    commitStaff: async (call) =>
      staff.commit(callerId(call, 'unitId'), call.input.importId, actorOf(call), call.requestId),
  };
}

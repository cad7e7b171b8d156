import type { attendance } from '@common/contract/attendance';
import { PERMISSIONS } from '@common/terms';
import { actorOf, type Call, callerId, type Handlers } from '../../http/call';
import { appError } from '../../http/errors';
import type { Platform } from '../../platform';
import type { Services } from '../services';
import { clearedInWords, enteredInWords } from './presenter';

type Session = Pick<Call, 'session' | 'requestId'>;

export function attendanceRoutes(_platform: Platform, services: Services): Handlers<typeof attendance> {
  const { attendance: area } = services;

  const own = async ({ session }: Session, activityId: string) =>
    services.activities.ownActivity(session, activityId);
  const nameOf = async (call: Session) => services.administrators.nameOf(callerId(call, 'administratorId'));
  const write = async (call: Session, ...entries: { action: string; subject: string; reason?: string }[]) =>
    services.audit.append(
      ...entries.map((entry) => ({ ...entry, actor: actorOf(call), requestId: call.requestId })),
    );

  /** @throws AppError PERMISSION_REQUIRED. */
  async function insistWholeNumbers(call: Session): Promise<void> {
    const held = await services.administrators.permissionsOf(callerId(call, 'administratorId'));
    if (!held.includes('readPersonalData')) {
      throw appError('PERMISSION_REQUIRED', {
        message: `您没有“${PERMISSIONS.readPersonalData}”权限，请导出不含完整身份证号的考勤明细`,
      });
    }
  }

  return {
    async listSwipes(call) {
      const { activityId, ...query } = call.input;
      const { page, pageSize } = query;
      return { ...(await area.listSwipes(await own(call, activityId), query)), page, pageSize };
    },
    async exportSwipes(call) {
      const { activityId, idNo } = call.input;
      const full = await own(call, activityId);
      if (idNo === 'masked') {
        return area.exportSwipes(full, false);
      }
      await insistWholeNumbers(call);
      // First the log: what cannot be written down is not shown. Each of them can see it.
      const read = await services.checkIns.attendeesOf(activityId);
      const action = 'attendance.numbers-exported';
      await write(call, ...read.map((id) => ({ action, subject: `learner:${id}` })));
      return area.exportSwipes(full, true);
    },
    async findAttendee(call) {
      await own(call, call.input.activityId);
      const found = await area.findAttendee(call.input.person);
      await write(call, { action: 'attendance.looked-up', subject: `learner:${found.learnerId}` });
      return found;
    },
    async enterSwipe(call) {
      const { activityId, ...given } = call.input;
      const full = await own(call, activityId);
      const row = await area.enterSwipe(full, given, await nameOf(call));
      await write(call, {
        action: 'attendance.entered',
        subject: `learner:${row.learnerId}`,
        reason: enteredInWords(full, row),
      });
      return row;
    },
    async listHeld(call) {
      const { activityId, ...query } = call.input;
      const { page, pageSize } = query;
      return { ...(await area.listHeld(await own(call, activityId), query)), page, pageSize };
    },
    async decideHeld(call) {
      const { activityId, ...decision } = call.input;
      const full = await own(call, activityId);
      const answer = await area.decideHeld(full, decision, await nameOf(call));
      if (answer.decided > 0) {
        await write(call, {
          action: decision.accept ? 'attendance.scans-accepted' : 'attendance.scans-refused',
          subject: `activity:${activityId}`,
          reason: [`${answer.decided}次扫码`, decision.reason].filter(Boolean).join('：'),
        });
      }
      return answer;
    },
    async listDoubts(call) {
      const { activityId, ...query } = call.input;
      const { page, pageSize } = query;
      return { ...(await area.listDoubts(await own(call, activityId), query)), page, pageSize };
    },
    async clearDoubt(call) {
      const { activityId, ...clearance } = call.input;
      const full = await own(call, activityId);
      await area.clearDoubt(full, clearance, await nameOf(call));
      await write(call, {
        action: 'attendance.doubt-cleared',
        subject: `learner:${clearance.learnerId}`,
        reason: clearedInWords(full, clearance),
      });
      return { ok: true };
    },
    async roster(call) {
      const { activityId, ...query } = call.input;
      return area.roster(await own(call, activityId), query);
    },
    exportRoster: async (call) => area.exportRoster(await own(call, call.input.activityId)),
    async handUpRoster(call) {
      const { activityId } = call.input;
      const { persons, fullPersons } = await area.handUpRoster(
        await own(call, activityId),
        await nameOf(call),
      );
      await write(call, {
        action: 'attendance.roster-handed-up',
        subject: `activity:${activityId}`,
        reason: `${persons}人，完成规定学时${fullPersons}人`,
      });
      return { ok: true };
    },
  };
}

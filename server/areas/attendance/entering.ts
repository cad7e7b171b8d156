import type { attendance, SwipeRow } from '@common/contract/attendance';
import type { OutputOf, ParsedInputOf } from '@common/contract/endpoint';
import { openHours } from '@common/rules/checkInHours';
import { normaliseIdNo } from '@common/rules/idNo';
import { currentPeriod } from '@common/rules/periods';
import { isPersonnelNo } from '@common/rules/personnelNo';
import { formatDateTime, formatRanges } from '@common/rules/shanghaiTime';
import { DIRECTIONS } from '@common/terms';
import { Types } from 'mongoose';
import { appError } from '../../http/errors';
import type { Platform } from '../../platform';
import { insistApproved } from '../activities/policy';
import { courseNameOf, periodsOf } from '../activities/presenter';
import type { FullActivity } from '../activities/service';
import { maskedIdNo } from '../learners/presenter';
import type { Services } from '../services';
import { peopleAmong, peopleOf } from './people';
import { presentSwipe } from './presenter';

type Given = Omit<ParsedInputOf<typeof attendance.enterSwipe>, 'activityId'>;
type Attendee = OutputOf<typeof attendance.findAttendee>;

/** 补录考勤: for who was there and could not scan. */
export interface Entering {
  /** An approved learner of any unit, by 人员编号 or 身份证号. @throws AppError LEARNER_UNKNOWN. */
  findAttendee(person: string): Promise<Attendee>;
  /**
   * Writes it once for the learner's minute, in the administrator's name; the learner is told.
   * @throws AppError LEARNER_UNKNOWN, LEARNER_NOT_APPROVED, OUTSIDE_HOLDING_PERIOD, SWIPE_EXISTS, ACTIVITY_NOT_APPROVED.
   */
  enterSwipe(full: FullActivity, given: Given, by: string): Promise<SwipeRow>;
}

const MINUTE = 60_000;

export function createEntering({ cipher, clock, log }: Platform, services: Services): Entering {
  async function insistTime(full: FullActivity, { at, direction }: Given): Promise<void> {
    const time = Date.parse(at);
    if (time > clock.now()) {
      throw appError('INVALID_INPUT', { message: '补录的时间不能晚于现在', field: 'at' });
    }
    const periods = periodsOf(full.activity);
    const { checkIn } = await services.regionsUnits.settings(full.unit.regionCode);
    // What a phone could have scanned can be entered as well.
    if (!currentPeriod(time, [...periods, ...openHours(direction, periods, checkIn)])) {
      throw appError('OUTSIDE_HOLDING_PERIOD', {
        message: `${formatDateTime(time)}不在活动举办周期内（${formatRanges(periods)}），不能补录`,
        field: 'at',
      });
    }
  }

  async function insistApprovedLearner(learnerId: string): Promise<void> {
    const learner = await services.learners.get(learnerId);
    if (!learner) {
      throw appError('LEARNER_UNKNOWN', { field: 'learnerId' });
    }
    if (learner.approval.state !== 'approved') {
      throw appError('LEARNER_NOT_APPROVED', {
        message: '单位尚未审核通过该学员的注册信息，暂不能补录',
        field: 'learnerId',
      });
    }
  }

  return {
    async findAttendee(person) {
      const number = normaliseIdNo(person);
      const found = isPersonnelNo(number)
        ? await services.learners.findByPersonnelNo(number)
        : await services.learners.findByIdNo(number);
      if (found?.approval.state !== 'approved') {
        throw appError('LEARNER_UNKNOWN', {
          message: '没有找到这名学员，请核对人员编号或身份证号；未经单位审核通过的学员不能补录',
          field: 'person',
        });
      }
      const learnerId = String(found._id);
      const learners = await services.learners.many([learnerId]);
      const learner = learners.get(learnerId);
      const { name, unitName } = (await peopleAmong(services, learners))(learnerId);
      const idNoMasked = learner ? maskedIdNo(cipher, learner) : '';
      return { learnerId, name, unitName, idNoMasked };
    },
    async enterSwipe(full, given, by) {
      const { learnerId, courseId, direction, at, reason } = given;
      const { activity, project } = full;
      insistApproved(activity, '该活动尚未审核通过，不能补录考勤');
      services.activities.course(activity, courseId);
      await insistTime(full, given);
      await insistApprovedLearner(learnerId);
      const time = Date.parse(at);
      const { row, repeated } = await services.checkIns.record({
        activityId: activity._id,
        courseId: new Types.ObjectId(courseId),
        learnerId: new Types.ObjectId(learnerId),
        direction,
        at: new Date(time),
        method: 'manual',
        claim: `manual:${String(activity._id)}:${learnerId}:${direction}:${Math.floor(time / MINUTE)}`,
        by,
        reason,
        periodMs: MINUTE,
      });
      if (repeated) {
        throw appError('SWIPE_EXISTS', { field: 'at' });
      }
      await services.notifications
        .tell(learnerId, {
          key: `swipe-entered-${String(row._id)}`,
          kind: 'checkIn',
          title: '已为您补录考勤',
          lines: [
            project.name,
            `${courseNameOf(full, courseId)}，${DIRECTIONS[direction]}，${formatDateTime(time)}`,
            `原因：${reason}`,
          ],
          page: 'pages/credits/index',
        })
        .catch((err) => log.error({ err }, 'entered swipe notification'));
      return presentSwipe(full, row, (await peopleOf(services, [learnerId]))(learnerId));
    },
  };
}

import type { crediting, LecturerRow } from '@common/contract/crediting';
import type { ParsedInputOf } from '@common/contract/endpoint';
import { lecturerCredits } from '@common/rules/lecturerCredits';
import { appError } from '../../http/errors';
import { presentCourse } from '../activities/presenter';
import type { FullActivity } from '../activities/service';
import type { LearnerDoc } from '../learners/model';
import type { Services } from '../services';
import type { By } from './by';
import type { Granted, Granting } from './granting';

export interface Lecturers {
  /** 主讲人 of an activity's courses: what each taught and can be granted, or why not. */
  listLecturers(full: FullActivity): Promise<LecturerRow[]>;
  /** @throws AppError NOT_PRESENT for who cannot be granted, NOTHING_TO_CREDIT, ACTIVITY_NOT_APPROVED, INVALID_INPUT. */
  grantLecturers(
    full: FullActivity,
    given: Omit<ParsedInputOf<typeof crediting.grantLecturers>, 'activityId'>,
    by: By,
  ): Promise<Granted>;
}

/** Why a lecturer cannot be credited, and what to do about it. */
function obstacleOf(personnelNo: string | null, learner: LearnerDoc | null, credits: number): string | null {
  if (!personnelNo) {
    return '没有填写人员编号，请在课程信息中补充';
  }
  if (learner?.approval.state !== 'approved') {
    return '人员编号对应的人员还未注册或未通过审核';
  }
  return credits > 0 ? null : '授课学时不足，没有可授的学分';
}

export function createLecturers(
  services: Services,
  granting: Pick<Granting, 'grantTo' | 'insistGrantable'>,
): Lecturers {
  async function listLecturers({ activity, project, unit }: FullActivity): Promise<LecturerRow[]> {
    const { credit } = await services.regionsUnits.settings(unit.regionCode);
    const taught = lecturerCredits(activity.courses.map(presentCourse), credit, project.creditClass);
    const credited = await services.credits.creditedOf(String(activity._id), 'lecturer');
    return Promise.all(
      taught.map(async ({ lecturer, courses, minutes, credits }) => {
        const { name, personnelNo, title, unitName } = lecturer;
        const learner = personnelNo ? await services.learners.findByPersonnelNo(personnelNo) : null;
        const learnerId = learner && String(learner._id);
        return {
          learnerId,
          ...{ personnelNo, name, unitName, title, courses, minutes, credits },
          isCredited: learnerId !== null && credited.has(learnerId),
          obstacle: obstacleOf(personnelNo, learner, credits),
        };
      }),
    );
  }

  return {
    listLecturers,
    async grantLecturers(full, { learnerIds, activityDate }, by) {
      granting.insistGrantable(full, activityDate);
      const rows = new Map((await listLecturers(full)).map((row) => [row.learnerId, row]));
      const wanted = new Map(
        learnerIds.map((id) => {
          const row = rows.get(id);
          if (!row || row.obstacle) {
            throw appError('NOT_PRESENT', {
              message: row
                ? `${row.name}暂不能授分：${row.obstacle}`
                : '所选人员中有人不是该活动的主讲人，请刷新后重新选择',
              field: 'learnerIds',
            });
          }
          return [id, { credits: row.credits, minutes: row.minutes }] as const;
        }),
      );
      return granting.grantTo({ full, kind: 'lecturers', activityDate, wanted }, by);
    },
  };
}

import { dayOf, formatTime } from '@common/rules/shanghaiTime';
import { CHECK_IN_METHODS, DIRECTIONS } from '@common/terms';
import type { ServedFile } from '../../http/call';
import type { Platform } from '../../platform';
import { buildWorkbook } from '../../sheets/buildWorkbook';
import { XLSX } from '../../sheets/writeTemplate';
import { courseNameOf } from '../activities/presenter';
import type { FullActivity } from '../activities/service';
import type { LearnerDoc } from '../learners/model';
import { maskedIdNo, sealedTo } from '../learners/presenter';
import type { Services } from '../services';
import { peopleAmong } from './people';
import { metresOf } from './presenter';

export interface Exporting {
  /** 考勤明细 as Excel, in the order of time; `isUnmasked`: with the whole 身份证号. */
  exportSwipes(full: FullActivity, isUnmasked: boolean): Promise<ServedFile>;
}

export function createExporting({ cipher }: Platform, services: Services): Exporting {
  const idNoOf = (learner: LearnerDoc | undefined, isUnmasked: boolean) => {
    if (!learner) {
      return '';
    }
    return isUnmasked && !learner.closedAt
      ? cipher.open(sealedTo('idNo', learner._id), learner.idNo)
      : maskedIdNo(cipher, learner);
  };

  return {
    async exportSwipes(full, isUnmasked) {
      const swipes = await services.checkIns.ofActivity(String(full.activity._id));
      const learnerIds = [...new Set(swipes.map(({ learnerId }) => String(learnerId)))];
      const learners = await services.learners.many(learnerIds);
      const personOf = await peopleAmong(services, learners);
      // One number a person: opening them is what costs.
      const idNos = new Map(learnerIds.map((id) => [id, idNoOf(learners.get(id), isUnmasked)]));
      const rows = swipes.map((swipe, i) => {
        const id = String(swipe.learnerId);
        const { name, unitName, department } = personOf(id);
        const at = swipe.at.getTime();
        return [
          String(i + 1),
          name,
          idNos.get(id) ?? '',
          learners.get(id)?.personnelNo ?? '',
          unitName,
          department,
          courseNameOf(full, swipe.courseId),
          DIRECTIONS[swipe.direction],
          `${dayOf(at)} ${formatTime(at)}`,
          CHECK_IN_METHODS[swipe.method],
          String(metresOf(swipe) ?? ''),
          swipe.by ?? '',
          swipe.reason ?? '',
        ];
      });
      const body = await buildWorkbook([{ name: '考勤明细', columns: COLUMNS, rows }]);
      return { name: `考勤明细-${full.project.name}-第${full.activity.term}期.xlsx`, type: XLSX, body };
    },
  };
}

const COLUMNS: [string, number][] = [
  ['序号', 8],
  ['姓名', 14],
  ['身份证号', 22],
  ['人员编号', 14],
  ['单位', 30],
  ['科室', 18],
  ['课程', 30],
  ['签到或撤离', 12],
  ['时间', 22],
  ['方式', 16],
  ['距会场（米）', 14],
  ['补录或确认人', 16],
  ['原因', 30],
];

/** Papers of the credits of the tests, and why one is missing. All invented. */
import type { CertificateRow } from '../../common/contract/certificates';
import type { MissingCredit } from '../../common/contract/credits';
import { ATTENDED, CREDITS } from './fixtures';

/** Of the credits that are reviewed. */
export const CERTIFICATES: CertificateRow[] = CREDITS.items
  .filter(({ reviewed }) => reviewed)
  .map(({ id, activityName, projectNumber, unitName, activityDate, creditClass, credits, role }) => ({
    ...{ creditId: id, code: null, activityName, projectNumber, unitName, activityDate },
    ...{ creditClass, credits, role },
  }));

/** Why there is no credit of ATTENDED: the evaluation is missing, and one scan came too early. */
export const MISSING: MissingCredit = {
  activityId: ATTENDED.id,
  activityName: ATTENDED.name,
  projectNumber: ATTENDED.projectNumber,
  unitName: ATTENDED.unitName,
  from: ATTENDED.from,
  to: ATTENDED.to,
  answer: '还没有做项目评价。',
  advice: '完成项目评价后，由宜章县中医医院授分。',
  conditions: [
    { key: 'approval', label: '注册审核', state: 'done', words: '单位审核通过', waitingFor: null },
    { key: 'checkIn', label: '签到', state: 'done', words: '已签到1次', waitingFor: null },
    { key: 'evaluation', label: '项目评价', state: 'mine', words: '还没有做项目评价', waitingFor: '本人' },
    {
      ...{ key: 'granting', label: '授分', state: 'ahead' },
      ...{ words: '以上都完成后，由宜章县中医医院授分', waitingFor: null },
    },
    { key: 'review', label: '审核', state: 'ahead', words: '授分后，由卫生行政部门审核', waitingFor: null },
  ],
  refused: [{ at: ATTENDED.from, reason: '扫码时间不在项目举办周期内' }],
};

import type { CreditingPerson } from '@common/contract/crediting';
import { formatCredits, formatHours } from '@common/rules/credits';
import { CREDIT_CLASSES, DOUBT_KINDS, EXAM_OUTCOMES, TITLES } from '@common/terms';
import type { ServedFile } from '../../http/call';
import { buildWorkbook } from '../../sheets/buildWorkbook';
import { XLSX } from '../../sheets/writeTemplate';
import type { FullActivity } from '../activities/service';
import type { BatchDoc } from './states';

const STATES: Record<CreditingPerson['state'], string> = {
  granted: '已授分',
  revoked: '已撤销',
  excepted: '取消“有效”',
};

/** 授分人员名单, those unchecked and revoked at its end or in their place, each with the reason. */
export async function personsBook(
  { activity, project }: FullActivity,
  { activityDate, creditClass }: BatchDoc,
  rows: CreditingPerson[],
): Promise<ServedFile> {
  const body = await buildWorkbook([
    {
      name: '授分人员名单',
      columns: [
        ['序号', 8],
        ['姓名', 12],
        ['身份证号码', 22],
        ['人员编号', 14],
        ['单位', 32],
        ['科室', 18],
        ['职称', 14],
        ['活动日期', 12],
        ['学分类别', 12],
        ['学分', 8],
        ['学时', 8],
        ['各刷卡周期考勤次数', 20],
        ['考试', 10],
        ['项目评价', 10],
        ['疑点', 24],
        ['状态', 12],
        ['原因', 32],
        ['撤销人', 24],
      ],
      rows: rows.map((row, at) => [
        at + 1,
        row.name,
        row.idNoMasked,
        row.personnelNo,
        row.unitName,
        row.department,
        TITLES[row.title],
        activityDate,
        CREDIT_CLASSES[creditClass],
        formatCredits(row.credits),
        formatHours(row.minutes),
        row.swipes.join('、'),
        row.exam ? EXAM_OUTCOMES[row.exam] : '',
        row.isEvaluated ? '已评价' : '',
        row.doubts.map((kind) => DOUBT_KINDS[kind]).join('、'),
        STATES[row.state],
        row.reason ?? '',
        row.byName ?? '',
      ]),
    },
  ]);
  return { name: `授分人员名单-${project.name}-第${activity.term}期-${activityDate}.xlsx`, type: XLSX, body };
}

import type { AttendanceRow } from '@common/contract/crediting';
import { allRows } from '../../../api/allRows';
import { client } from '../../../api/session';

/** 是否必须参与评价或通过考试 (manual 001 §三(三)4): what the unit asks for beside what the authority demands. */
export const NEEDS = { exam: '须考试合格', evaluation: '须已评价' } as const;
export type Need = keyof typeof NEEDS;

const HAS: Record<Need, (row: AttendanceRow) => boolean> = {
  exam: ({ exam }) => exam === 'passed',
  evaluation: ({ isEvaluated }) => isEvaluated,
};
/** Whether somebody has all that is asked for. */
export const hasAll = (row: AttendanceRow, needs: readonly Need[]): boolean =>
  needs.every((need) => HAS[need](row));

/** What 全选有效 chooses, and how many it leaves to be looked into. */
export interface Grantable {
  ids: string[];
  doubted: number;
}

/**
 * Everyone who is effective, has what the unit asks for and is not yet credited, over all pages, to be unchecked one by one after. Who is in doubt is not
 * chosen: that is decided for each of them.
 */
export async function allGrantable(activityId: string, needs: readonly Need[]): Promise<Grantable> {
  const rows = await allRows((paging) =>
    client.crediting.attendance({ activityId, only: 'effective', ...paging }),
  );
  const grantable = rows.filter((row) => row.effective && !row.credited && hasAll(row, needs));
  const ids = grantable.filter(({ doubts }) => doubts.length === 0).map(({ learnerId }) => learnerId);
  return { ids, doubted: grantable.length - ids.length };
}

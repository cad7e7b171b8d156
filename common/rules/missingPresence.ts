/** 为什么查不到学分: was he approved, and was he there (manual 003 §九; manual 004: 刷卡时间不在项目举办周期内). */
import type { ApprovalState } from '../terms';
import { type Step, stepOf } from './missingSteps';
import { type Period, spanOf } from './periods';
import { formatDateTime } from './shanghaiTime';

export interface ApprovalFact {
  state: ApprovalState;
  /** Of an approval that was refused. */
  reason: string | null;
  /** His unit; null while it has not been added. */
  unitName: string | null;
}

export interface PresenceFacts {
  now: number;
  /** Who holds the activity. */
  holder: string;
  periods: readonly Period[];
  /** How many check-ins he has. */
  swipes: number;
  /** His latest scan that waits to be confirmed. */
  held: { words: string; waitingFor: string } | null;
  /** Why the latest scan that was refused was: 刷卡时间不在项目举办周期内. */
  refusedReason: string | null;
}

export function approvalStep({ state, reason, unitName }: ApprovalFact): Step {
  switch (state) {
    case 'approved':
      return stepOf('approval', 'done', '单位已审核通过您的注册信息');
    case 'rejected':
      return stepOf('approval', 'mine', `您的注册信息未通过单位审核${reason ? `：${reason}` : ''}`, {
        advice: '请到“我的”修改注册信息后重新提交。',
      });
    case 'pending':
      return stepOf('approval', 'theirs', '单位还没有审核您的注册信息', {
        waitingFor: unitName ?? '所在单位',
        advice: '请联系本单位继续教育管理员审核，审核通过后才能签到和授分。',
      });
    case 'draft':
      return stepOf('approval', 'theirs', '您申请新增的单位还没有添加，注册信息还没有提交单位审核', {
        waitingFor: '卫生行政部门',
        advice: '单位添加后，您的注册信息会自动提交审核。',
      });
  }
}

export function checkInStep({ now, holder, periods, swipes, held, refusedReason }: PresenceFacts): Step {
  if (swipes > 0) {
    return stepOf('checkIn', 'done', `已有${swipes}次考勤`);
  }
  if (held) {
    return stepOf('checkIn', 'theirs', held.words, {
      waitingFor: held.waitingFor,
      advice: `请联系${held.waitingFor}确认。`,
    });
  }
  const { from } = spanOf(periods);
  if (now < from) {
    return stepOf('checkIn', 'ahead', `活动还没有开始，${formatDateTime(from)}起举办`, {
      advice: '请按时到会场扫码签到。',
    });
  }
  if (periods.some(({ to }) => now <= to)) {
    return stepOf('checkIn', 'mine', refusedReason ? `扫码没有生效：${refusedReason}` : '您还没有签到', {
      advice: '请在举办周期内扫描会场大屏上的二维码签到。',
    });
  }
  return stepOf(
    'checkIn',
    'missed',
    refusedReason ? `扫码没有生效：${refusedReason}` : '举办周期内没有您的签到记录',
    {
      advice: `如您当时在场，请联系${holder}核对并补录考勤。`,
    },
  );
}

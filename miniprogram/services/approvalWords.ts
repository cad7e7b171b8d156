import type { LearnerSelf } from '@common/contract/learners';
import { APPROVAL_STATES } from '@common/terms';

/** Where a registration stands, in words, and whose turn it is. */
export interface ApprovalWords {
  tone: 'done' | 'waiting' | 'act';
  state: string;
  /** Who has it, or what was wrong. */
  turn: string;
  /** What leads on, where the learner can do something. */
  action: string | null;
}

type Standing = Pick<LearnerSelf, 'approval' | 'unit' | 'unitRequest'>;

/** 未提交 (waits for its unit to be added), 未审核, 审核通过, 审核不通过 (manual 003 §五). */
export function approvalWords({ approval, unit, unitRequest }: Standing): ApprovalWords {
  const state = APPROVAL_STATES[approval.state];
  switch (approval.state) {
    case 'approved':
      return { tone: 'done', state, turn: '', action: null };
    case 'pending':
      return {
        tone: 'waiting',
        state,
        turn: `等待 ${unit?.name ?? '所选单位'} 审核`,
        action: '修改注册信息',
      };
    case 'rejected':
      return {
        tone: 'act',
        state,
        turn: approval.reason ?? '单位没有写明原因，请核对信息',
        action: '修改后重新提交',
      };
    default:
      return draftWords(state, unitRequest);
  }
}

function draftWords(state: string, request: LearnerSelf['unitRequest']): ApprovalWords {
  if (request?.state === 'waiting') {
    const turn = `等待 ${request.authorityName ?? '卫生健康行政部门'} 新增单位“${request.name}”`;
    return { tone: 'waiting', state, turn, action: '修改注册信息' };
  }
  const turn = request
    ? `新增单位“${request.name}”未通过：${request.reason ?? '没有写明原因'}`
    : '还没有选择单位';
  return { tone: 'act', state, turn, action: '重新选择单位' };
}

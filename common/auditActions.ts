/** What the audit log's actions are called on a screen. Every action that the server appends is here (a test looks). */
export const AUDIT_ACTIONS = {
  'learner.registered': '学员注册',
  'learner.resubmitted': '修改后重新提交审核',
  'learner.claimed': '认领单位登记的信息',
  'learner.approved': '人员审核通过',
  'learner.rejected': '人员审核不通过',
  'learner.department-assigned': '调整人员科室',
  'learner.correction-requested': '申请更正信息',
  'learner.correction-accepted': '更正申请通过',
  'learner.correction-refused': '更正申请不通过',
  'learner.status-added': '登记人员状态',
  'learner.status-changed': '修改人员状态',
  'learner.status-removed': '撤销人员状态',
  'learner.phone-changed': '更换手机号',
  'learner.read': '查看人员资料',
  'learner.numbers-read': '查看完整身份证号码与手机号',
  'learner.looked-up': '调入前查询人员',
  'learner.exported': '导出本人全部数据',
  'learner.consented': '同意个人信息处理说明',
  'learner.closed': '注销账号',
  'transfer.requested': '申请调动',
  'transfer.withdrawn': '撤回调动申请',
  'transfer.released': '调出人员',
  'transfer.admitted': '调入人员',
  'transfer.cancelled': '取消调动',
  'staff.imported': '导入人员',
  'department.created': '新增科室',
  'department.renamed': '重命名科室',
  'department.merged': '合并科室',
  'department.removed': '删除科室',
  'unit.created': '新增单位',
  'unit.updated': '修改单位',
  'unit.password-reset': '重置单位密码',
  'units.imported': '导入单位',
  'unit-request.accepted': '新增单位申请通过',
  'unit-request.refused': '新增单位申请不通过',
  'authority.created': '新增行政部门',
  'authority.password-reset': '重置行政部门密码',
  'administrator.signed-in': '管理员登录',
  'administrator.added': '添加管理员',
  'administrator.updated': '修改管理员',
  'administrator.removed': '移除管理员',
  'display.opened': '打开签到大屏',
  'credit.granted': '授分',
  'credit.reviewed': '学分审核通过',
  'password.changed': '修改密码',
  'password.recovered': '找回密码',
  'recovery.asked': '申请找回密码',
  'recovery.limited': '找回密码次数超限',
  'recovery.codeSent': '发送找回密码验证码',
  'recovery.codeWrong': '找回密码验证码错误',
  'recovery.passwordIssued': '发放一次性密码',
} as const satisfies Record<string, string>;
export type AuditAction = keyof typeof AUDIT_ACTIONS;

/** The actions by which somebody gets to see a person's data: what 谁查阅过我的信息 lists (个人信息保护法 art. 44, 45). */
export const READING_ACTIONS: readonly AuditAction[] = [
  'learner.read',
  'learner.numbers-read',
  'learner.looked-up',
  'learner.exported',
];

/** An action in Chinese; one of an older version is not shown as a code. */
export function actionLabel(action: string): string {
  return (AUDIT_ACTIONS as Record<string, string>)[action] ?? '其他操作';
}

/** What reviewers of activities write most often. */
export const REASON_WORDS = [
  '会议通知没有红章',
  '会议日程与课程不符',
  '举办周期有误',
  '会场信息不完整',
  '课程学时安排不合理',
  '主讲人资质不符',
];

/** Of changes. */
export const CHANGE_WORDS = ['变更原因不充分', '时间与其他活动冲突', '会场不符合要求'];

/** What reviewers write most often. */
export const REASON_WORDS = [
  '项目内容不完整',
  '课程学时安排不合理',
  '主讲人资质不符',
  '负责人信息有误',
  '与已有项目重复',
  '不属于本级受理范围',
];

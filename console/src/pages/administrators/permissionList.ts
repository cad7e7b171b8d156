import type { Permission } from '@common/terms';

/** What each 权限 opens, in a line. */
export const PERMISSION_NOTES: Record<Permission, string> = {
  approveLearners: '审核注册、调出调入、登记人员状态、处理更正、导入人员',
  holdActivities: '举办活动、打开会场大屏、查看现场',
  credit: '给考勤有效的人员授分',
  review: '审核下属单位提交的授分',
  approveProjects: '单位科教部门确认本单位的申报与举办申请；行政部门审核、公布项目，审核举办申请',
  readPersonalData: '查看完整的身份证号码和手机号，每次都有记录，本人可见',
  publish: '发布通知、常见问题和学分审核标准，向本地区学员推送',
  manageAccount: '管理单位与科室、登记管理员、开通权限',
};

/** A unit holds activities and credits, an authority reviews: neither is offered what it can never use. */
export const PERMISSIONS_OF: Record<'unit' | 'authority', Permission[]> = {
  unit: [
    'approveLearners',
    'holdActivities',
    'approveProjects',
    'credit',
    'readPersonalData',
    'manageAccount',
  ],
  authority: ['review', 'approveProjects', 'publish', 'readPersonalData', 'manageAccount'],
};

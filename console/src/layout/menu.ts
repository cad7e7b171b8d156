import type { IconName } from '../components/icon';
import type { Counts } from './counts';

export interface MenuItem {
  to: string;
  label: string;
  icon: IconName;
  /** What waits for this account there. */
  badge?: keyof Counts;
  /** Only for those who run the system: an authority with none above it. */
  isForOperator?: true;
}
export interface MenuGroup {
  /** Empty for what stands above all groups. */
  name: string;
  items: MenuItem[];
}

const HOME: MenuGroup = { name: '', items: [{ to: '/', label: '工作台', icon: 'home' }] };
const STATISTICS: MenuGroup = {
  name: '统计查询',
  items: [
    { to: '/statistics/projects', label: '项目明细查询', icon: 'search' },
    { to: '/statistics/credits', label: '学分统计', icon: 'layers' },
    { to: '/exports', label: '导出文件', icon: 'copy' },
  ],
};
const SETTINGS: MenuGroup = {
  name: '设置',
  items: [
    { to: '/administrators', label: '管理员与权限', icon: 'shield' },
    { to: '/sessions', label: '登录设备', icon: 'device' },
  ],
};

/** The side navigation of a kind of account. */
export const MENU: Record<'unit' | 'authority', MenuGroup[]> = {
  unit: [
    HOME,
    {
      name: '人员',
      items: [
        { to: '/learners', label: '人员信息审核', icon: 'people', badge: 'waitingLearners' },
        { to: '/corrections', label: '更正申请', icon: 'edit', badge: 'waitingCorrections' },
        { to: '/transfers', label: '调动管理', icon: 'move', badge: 'waitingTransfers' },
        { to: '/departments', label: '科室', icon: 'layers' },
        { to: '/staff-import', label: '人员导入', icon: 'upload' },
      ],
    },
    {
      name: '项目申报',
      items: [
        { to: '/windows', label: '申报时间', icon: 'clock' },
        { to: '/applications', label: '项目申报与备案', icon: 'edit' },
        { to: '/national-entry', label: '国家级项目录入', icon: 'add' },
        { to: '/application-reviews', label: '项目审核', icon: 'check', badge: 'waitingApplications' },
      ],
    },
    {
      name: '继教活动',
      items: [
        { to: '/activities', label: '项目管理', icon: 'calendar' },
        { to: '/question-bank', label: '题库', icon: 'layers' },
        { to: '/activity-reviews', label: '举办申请审核', icon: 'check', badge: 'waitingActivities' },
        { to: '/terminals', label: '刷卡考勤机', icon: 'device' },
        { to: '/reports', label: '执行情况反馈', icon: 'log', badge: 'waitingReports' },
      ],
    },
    {
      name: '学分管理',
      items: [
        { to: '/creditable', label: '项目参加者授分', icon: 'medal' },
        { to: '/creditings', label: '授分记录', icon: 'copy' },
      ],
    },
    STATISTICS,
    { name: '通知', items: [{ to: '/bulletin', label: '通知', icon: 'bell' }] },
    SETTINGS,
  ],
  authority: [
    HOME,
    {
      name: '单位',
      items: [
        { to: '/units', label: '单位', icon: 'building' },
        { to: '/unit-requests', label: '新增单位申请', icon: 'add', badge: 'waitingUnitRequests' },
        { to: '/unit-import', label: '单位导入', icon: 'upload' },
        { to: '/authorities', label: '行政部门', icon: 'tree' },
      ],
    },
    {
      name: '项目',
      items: [
        { to: '/windows', label: '申报时间', icon: 'clock' },
        { to: '/application-reviews', label: '项目审核', icon: 'check', badge: 'waitingApplications' },
        { to: '/projects', label: '项目库', icon: 'copy' },
        { to: '/project-settings', label: '项目设置', icon: 'layers' },
      ],
    },
    {
      name: '继教活动',
      items: [
        { to: '/activity-reviews', label: '举办申请审核', icon: 'calendar', badge: 'waitingActivities' },
        { to: '/check-in-settings', label: '考勤设置', icon: 'clock' },
        { to: '/exam-settings', label: '考试与评价设置', icon: 'edit' },
        { to: '/reports', label: '执行情况反馈', icon: 'log', badge: 'waitingReports' },
      ],
    },
    {
      name: '学分管理',
      items: [
        { to: '/creditings', label: '学分审核', icon: 'medal', badge: 'waitingCreditings' },
        { to: '/credit-settings', label: '授分设置', icon: 'layers' },
      ],
    },
    {
      name: '通知',
      items: [
        { to: '/publishing/notices', label: '通知管理', icon: 'bell' },
        { to: '/publishing/standards', label: '学分审核标准', icon: 'book' },
      ],
    },
    STATISTICS,
    {
      name: '设置',
      items: [
        ...SETTINGS.items,
        { to: '/official-accounts', label: '公众号', icon: 'chat', isForOperator: true },
        { to: '/deliveries', label: '消息投递', icon: 'send', isForOperator: true },
        { to: '/audit', label: '审计日志', icon: 'log' },
      ],
    },
  ],
};

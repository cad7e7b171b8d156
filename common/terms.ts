/**
 * The code lists of the field with their Chinese labels: what is stored and sent is the code, what is shown is the label.
 * Sources: manuals 000–004; titles after 卫生专业技术资格 (卫人发〔2001〕164号).
 */

/** 职称: technical titles, by grade. */
export const TITLES = {
  chiefPhysician: '主任医师',
  associateChiefPhysician: '副主任医师',
  attendingPhysician: '主治医师',
  physician: '医师',
  assistantPhysician: '助理医师',
  chiefNurse: '主任护师',
  associateChiefNurse: '副主任护师',
  supervisorNurse: '主管护师',
  seniorNurse: '护师',
  nurse: '护士',
  chiefPharmacist: '主任药师',
  associateChiefPharmacist: '副主任药师',
  supervisorPharmacist: '主管药师',
  pharmacist: '药师',
  chiefTechnician: '主任技师',
  associateChiefTechnician: '副主任技师',
  supervisorTechnician: '主管技师',
  technician: '技师',
  villageDoctor: '乡村医生',
  other: '其他',
} as const;
export type Title = keyof typeof TITLES;

/** 审核状态 of a learner (manual 003 §五). A draft waits for its unit to be added; no unit's list shows it. */
export const APPROVAL_STATES = {
  draft: '未提交',
  pending: '未审核',
  approved: '审核通过',
  rejected: '审核不通过',
} as const;
export type ApprovalState = keyof typeof APPROVAL_STATES;

/** 学分类别 (manual 004 学分认定标准). */
export const CREDIT_CLASSES = { classI: 'I类学分', classII: 'II类学分', other: '其他学分' } as const;
export type CreditClass = keyof typeof CREDIT_CLASSES;

/** 项目级别. */
export const PROJECT_LEVELS = { national: '国家级', province: '省级', city: '市级', county: '县级' } as const;
export type ProjectLevel = keyof typeof PROJECT_LEVELS;

/** The direction of a check-in: 签到 on arrival, 撤离 at departure (manual 002 §2.1). */
export const DIRECTIONS = { in: '签到', out: '撤离' } as const;
export type Direction = keyof typeof DIRECTIONS;

/** How a check-in was made. `code` is the typed short code under the QR. */
export const CHECK_IN_METHODS = {
  qr: '扫码',
  code: '输入签到码',
  form: '现场登记',
  face: '扫码和人脸核身',
  card: 'IC卡刷卡',
  online: '在线学习',
  manual: '管理员补录',
} as const;
export type CheckInMethod = keyof typeof CHECK_IN_METHODS;

/** Why a scan does not count yet. */
export const HELD_KINDS = { unapproved: '等待注册审核', late: '补传的扫码', place: '位置待确认' } as const;
export type HeldKind = keyof typeof HELD_KINDS;

/** What became of a scan that did not count at once. */
export const HELD_STATES = { waiting: '待确认', accepted: '已生效', refused: '未予确认' } as const;
export type HeldState = keyof typeof HELD_STATES;

/** What speaks against an attendance (DESIGN, "A check-in"): told with its evidence, decided by people. */
export const DOUBT_KINDS = {
  sharedDevice: '同一手机为多人签到',
  twoVenues: '同一时段在两处签到',
  manyNetworks: '同一二维码在多处网络扫描',
  burst: '短时间内成批扫码',
  far: '位置距会场较远',
  spotCheckMissed: '点名未应答',
  otherWechat: '由他人微信登记',
} as const;
export type DoubtKind = keyof typeof DOUBT_KINDS;

/** Whether somebody who is expected is at the venue today. */
export const PRESENCE_STATES = { here: '在场', left: '已撤离', missing: '未到' } as const;
export type PresenceState = keyof typeof PRESENCE_STATES;

/**
 * Where something that is reviewed stands: an application, an activity, a change of one (manual 002 §1: 未上报, 退回修改, 审核通过).
 * Only applications are published.
 */
export const REVIEW_STATES = {
  draft: '未上报',
  waiting: '待审核',
  returned: '退回修改',
  rejected: '审核不通过',
  approved: '审核通过',
  published: '已公布',
} as const;
export type ReviewState = keyof typeof REVIEW_STATES;

/** 活动状态: where an activity stands on its way to being held. */
export const ACTIVITY_STATES = {
  draft: REVIEW_STATES.draft,
  waiting: REVIEW_STATES.waiting,
  returned: REVIEW_STATES.returned,
  rejected: REVIEW_STATES.rejected,
  approved: REVIEW_STATES.approved,
} as const;
export type ActivityState = keyof typeof ACTIVITY_STATES;

/** A step of the review chain: the unit's 科教 department, then an authority of a level (manual 002 §1.2). */
export const REVIEW_STEPS = {
  unit: '单位科教部门确认',
  county: '县（区）级审核',
  city: '市级审核',
  province: '省级审核',
  nation: '国家级审核',
} as const;
export type ReviewStep = keyof typeof REVIEW_STEPS;

/** What is done to something that is reviewed. */
export const REVIEW_MOVES = {
  submit: '提交上报',
  withdraw: '撤回',
  pass: '审核通过',
  return: '退回修改',
  reject: '审核不通过',
  publish: '公布',
  remove: '删除',
} as const;
export type ReviewMove = keyof typeof REVIEW_MOVES;

/** What a project comes from: 申报项目, 备案项目, 国家级项目录入 (manual 002 §1). */
export const PROJECT_NATURES = { applied: '申报项目', filed: '备案项目', entered: '国家级项目录入' } as const;
export type ProjectNature = keyof typeof PROJECT_NATURES;

/** What is handed in with an activity (manual 002 §1.2): 会议通知 is the scan with the red stamp. */
export const DOCUMENT_KINDS = { notice: '会议通知', schedule: '会议日程', other: '其他资料' } as const;
export type DocumentKind = keyof typeof DOCUMENT_KINDS;

/** State of a learner's 报名. */
export const ENROLMENT_STATES = { enrolled: '已报名', waiting: '候补', left: '已取消' } as const;
export type EnrolmentState = keyof typeof ENROLMENT_STATES;

/** What an expert concludes about an application. */
export const CONCLUSIONS = { agree: '同意立项', change: '修改后再审', disagree: '不同意立项' } as const;
export type Conclusion = keyof typeof CONCLUSIONS;

/** 申报时间, 备案时间 (manual 001 §二). */
export const WINDOW_KINDS = { application: '申报时间', filing: '备案时间' } as const;
export type WindowKind = keyof typeof WINDOW_KINDS;

/** 举办方式. */
export const PROJECT_FORMS = { onSite: '面授', remote: '远程', mixed: '线上线下结合' } as const;
export type ProjectForm = keyof typeof PROJECT_FORMS;

/** 在线考试: kinds of questions (manual 000 §二.2). */
export const EXAM_QUESTION_KINDS = { single: '单选题', multiple: '多选题' } as const;
export type ExamQuestionKind = keyof typeof EXAM_QUESTION_KINDS;

/** A paper: 启用 makes it available, and with it the code on the venue screen (manual 000 §二). */
export const PAPER_STATES = { draft: '未启用', published: '已启用', closed: '已关闭' } as const;
export type PaperState = keyof typeof PAPER_STATES;

/** From when an exam may be taken by who has signed in. */
export const EXAM_OPENINGS = { onSite: '签到后即可考试', afterClass: '培训结束后考试' } as const;
export type ExamOpening = keyof typeof EXAM_OPENINGS;

/** When a learner is shown the right answers with their explanations. */
export const ANSWERS_SHOWN = {
  never: '不公布',
  whenOver: '合格或次数用完后公布',
  always: '每次交卷后公布',
} as const;
export type AnswersShown = keyof typeof ANSWERS_SHOWN;

/** Where a learner stands with an exam. */
export const EXAM_STATES = {
  notAttended: '未签到',
  ahead: '未开始',
  open: '可以考试',
  started: '考试中',
  passed: '已合格',
  failed: '未合格',
  over: '已结束',
} as const;
export type ExamState = keyof typeof EXAM_STATES;

/** Where a learner stands with a 项目评价. */
export const EVALUATION_STATES = {
  notAttended: '未签到',
  ahead: '未开始',
  open: '待评价',
  done: '已评价',
  over: '已结束',
} as const;
export type EvaluationState = keyof typeof EVALUATION_STATES;

/** The forms that an authority writes: 项目评价 (manual 000 §二), 调查问卷 at departure (manual 002 §2.1). */
export const FORM_KINDS = { evaluation: '项目评价', survey: '调查问卷' } as const;
export type FormKind = keyof typeof FORM_KINDS;

export const FORM_QUESTION_KINDS = { choice: '选择题', stars: '星级评分', text: '文字意见' } as const;
export type FormQuestionKind = keyof typeof FORM_QUESTION_KINDS;

/** What an attended activity still wants of its learner (manual 000 §二, 002 §2.1). */
export const TASK_KINDS = { departure: '撤离', exam: '参加考试', evaluation: '项目评价' } as const;
export type TaskKind = keyof typeof TASK_KINDS;

export const TASK_STATES = { ahead: '未开始', open: '待完成', done: '已完成', missed: '未完成' } as const;
export type TaskState = keyof typeof TASK_STATES;

/** What came of somebody's exam, for 授分 (manual 000 §四.3); 未完成 while he still may take it. */
export const EXAM_OUTCOMES = { passed: '合格', failed: '不合格', none: '未完成' } as const;
export type ExamOutcome = keyof typeof EXAM_OUTCOMES;

/** State of a crediting batch: the credits of a waiting one show as pending. */
export const CREDITING_STATES = {
  writing: '授分中',
  waiting: '待审核',
  returned: '退回修改',
  approved: '审核通过',
} as const;
export type CreditingState = keyof typeof CREDITING_STATES;

/** What a batch grants for: 签到, 授课, or by hand what could not be scanned (manual 001 §三(三)1: 线上培训可采用手工授分方式). */
export const CREDITING_KINDS = {
  participants: '项目参加者授分',
  lecturers: '主讲人授分',
  manual: '手工授分',
} as const;
export type CreditingKind = keyof typeof CREDITING_KINDS;

/** 授分策略 (manual 001 §三(三)4). */
export const CREDITING_STRATEGIES = {
  everyWindow: '每个刷卡周期都有考勤，授予全部学分',
  anyCourse: '任意课程考勤有效授予全部学分',
  perCourse: '按课程考勤授予各课程学分',
} as const;
export type CreditingStrategy = keyof typeof CREDITING_STRATEGIES;

/** Why an analysis leaves somebody out. */
export const EXCLUSIONS = {
  windows: '刷卡周期内没有考勤',
  departure: '没有撤离',
  paper: '没有启用考试',
  exam: '考试未合格',
  evaluation: '未做项目评价',
} as const;
export type Exclusion = keyof typeof EXCLUSIONS;

/** As whom somebody has a credit. */
export const CREDIT_ROLES = { participant: '参加者', lecturer: '主讲人' } as const;
export type CreditRole = keyof typeof CREDIT_ROLES;

/** 审核状态 of a credit (manual 004, 学分情况查询). */
export const CREDIT_STATES = {
  pending: '未审核',
  returned: '退回修改',
  reviewed: '已审核',
  revoked: '已撤销',
} as const;
export type CreditState = keyof typeof CREDIT_STATES;

/** What can be printed of credits, each with a code to verify it by. */
export const PRINT_KINDS = {
  certificate: '电子学分证书',
  statement: '学分记录明细表',
  booklet: '学分登记手册',
} as const;
export type PrintKind = keyof typeof PRINT_KINDS;

/** By what 学分统计 counts. */
export const STATISTIC_GROUPS = {
  unit: '单位',
  department: '科室',
  discipline: '学科',
  creditClass: '学分类别',
  year: '年度',
} as const;
export type StatisticGroup = keyof typeof STATISTIC_GROUPS;

/** What is exported in the background. */
export const EXPORT_KINDS = {
  projects: '项目明细',
  activityPersons: '人员明细',
  personCredits: '学分明细',
  creditStatistics: '学分统计',
} as const;
export type ExportKind = keyof typeof EXPORT_KINDS;
export const EXPORT_STATES = {
  waiting: '排队中',
  running: '生成中',
  done: '已完成',
  failed: '未完成',
} as const;
export type ExportState = keyof typeof EXPORT_STATES;

/** 行政级别 of an authority or region. */
export const REGION_LEVELS = { nation: '国家', province: '省', city: '市', county: '县（区）' } as const;
export type RegionLevel = keyof typeof REGION_LEVELS;

/** 性别, as the idNo tells it. */
export const SEXES = { male: '男', female: '女' } as const;
export type Sex = keyof typeof SEXES;

/** 权限 of a named administrator. `approveProjects` is the 科教 department's at a unit, the reviewer's at an authority. `manageAccount`: other administrators and their 权限. */
export const PERMISSIONS = {
  approveLearners: '人员审核与调动',
  holdActivities: '举办活动',
  credit: '授分',
  review: '审核学分',
  approveProjects: '审核项目与活动',
  readPersonalData: '查看完整个人信息',
  publish: '发布通知与学分标准',
  manageAccount: '管理单位、账号与权限',
} as const;
export type Permission = keyof typeof PERMISSIONS;

/** 人员状态 (manual 004). `active` is the state of who has no other period now. */
export const PERSONNEL_STATUSES = {
  active: '正常',
  maternityLeave: '产假',
  exempt: '不计达标',
  cancelled: '注销',
} as const;
export type PersonnelStatus = keyof typeof PERSONNEL_STATUSES;

/** State of a 调动: asked for by the learner, released by the old unit, admitted by the new one, or withdrawn. */
export const TRANSFER_STATES = {
  requested: '待调出',
  released: '已调出，待调入',
  admitted: '已调入',
  cancelled: '已取消',
} as const;
export type TransferState = keyof typeof TRANSFER_STATES;

/** State of something asked of an administrator: a correction, a unit to be added. */
export const REQUEST_STATES = { waiting: '待处理', accepted: '已通过', refused: '未通过' } as const;
export type RequestState = keyof typeof REQUEST_STATES;

/** What a learner may ask his unit to correct once he is approved. */
export const CORRECTION_KINDS = { title: '职称变更', name: '姓名更正' } as const;
export type CorrectionKind = keyof typeof CORRECTION_KINDS;

/** 学历 (GB/T 4658, its first level). */
export const EDUCATION_LEVELS = {
  doctor: '博士研究生',
  master: '硕士研究生',
  bachelor: '大学本科',
  college: '大学专科',
  secondary: '中等专科',
  highSchool: '高中及以下',
} as const;
export type EducationLevel = keyof typeof EDUCATION_LEVELS;

/** 民族 (GB/T 3304), in the standard's order. Stored by name: the standard's own letters say nothing to a reader. */
export const ETHNICITIES =
  '汉族 蒙古族 回族 藏族 维吾尔族 苗族 彝族 壮族 布依族 朝鲜族 满族 侗族 瑶族 白族 土家族 哈尼族 哈萨克族 傣族 黎族 傈僳族 佤族 畲族 高山族 拉祜族 水族 东乡族 纳西族 景颇族 柯尔克孜族 土族 达斡尔族 仫佬族 羌族 布朗族 撒拉族 毛南族 仡佬族 锡伯族 阿昌族 普米族 塔吉克族 怒族 乌孜别克族 俄罗斯族 鄂温克族 德昂族 保安族 裕固族 京族 塔塔尔族 独龙族 鄂伦春族 赫哲族 门巴族 珞巴族 基诺族'.split(
    ' ',
  );

/** The codes of a list, as the tuple that zod's enum wants. */
export function codesOf<T extends Record<string, string>>(
  list: T,
): [keyof T & string, ...(keyof T & string)[]] {
  return Object.keys(list) as [keyof T & string, ...(keyof T & string)[]];
}

/** What a learner is told of, as he chooses it. 账号安全 cannot be switched off. */
export const MESSAGE_KINDS = {
  credit: '学分变动',
  approval: '审核结果',
  task: '考试与评价',
  course: '上课提醒',
  deadline: '截止提醒',
  activity: '报名与活动变更',
  checkIn: '签到与点名',
  notice: '通知公告',
  account: '账号安全',
} as const;
export type MessageKind = keyof typeof MESSAGE_KINDS;

/** By what a message reaches a learner. Whatever comes of it, it stands in the mini-program's 消息. */
export const MESSAGE_CHANNELS = {
  subscribe: '小程序订阅消息',
  officialAccount: '公众号消息',
  sms: '短信',
} as const;
export type MessageChannel = keyof typeof MESSAGE_CHANNELS;

/** Where the sending of a message stands. `failed` was given up after all tries: an operator can send it again. */
export const MESSAGE_STATES = {
  waiting: '待发送',
  sent: '已发送',
  delivered: '已送达',
  unreachable: '仅在消息中可见',
  failed: '发送失败',
} as const;
export type MessageState = keyof typeof MESSAGE_STATES;

/** What authorities publish (manual 004: 全市继续教育活动通知, 常见问题解答). */
export const NOTICE_KINDS = { notice: '通知', faq: '常见问题' } as const;
export type NoticeKind = keyof typeof NOTICE_KINDS;

export const NOTICE_STATES = { draft: '未发布', published: '已发布', withdrawn: '已撤回' } as const;
export type NoticeState = keyof typeof NOTICE_STATES;

/** What a credit can be granted for: the rows of 学分审核标准 (manual 004 学分类别). */
export const STANDARD_CATEGORIES = {
  project: '继续医学教育项目',
  remote: '远程教育',
  paper: '论文与综述',
  research: '科研项目',
  book: '医学著作',
  report: '考察、调研报告',
  translation: '医学译文',
  aid: '援藏、援疆、支农、援外',
  degree: '学历教育',
  study: '进修',
  lecture: '授课与带教',
  other: '其他',
} as const;
export type StandardCategory = keyof typeof STANDARD_CATEGORIES;

/** 明文, 兼容, 安全: how an official account's messages come in. Where an AES key is set, plaintext is refused. */
export const MESSAGE_MODES = { plain: '明文模式', safe: '安全模式' } as const;
export type MessageMode = keyof typeof MESSAGE_MODES;

/** Where a binding of WeChat and learner stands that was begun in the mini-program. */
export const BINDING_STATES = {
  waiting: '等待微信确认',
  bound: '已绑定',
  refused: '未能绑定',
  expired: '已过期',
} as const;
export type BindingState = keyof typeof BINDING_STATES;

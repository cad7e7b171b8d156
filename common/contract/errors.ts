/**
 * Every error that the API can answer: a stable code, its HTTP status and the Chinese message shown when the thrower gives
 * none. Clients branch on the code, people read the message.
 */
export const ERRORS = {
  INVALID_INPUT: [400, '填写的内容有误，请检查后重新提交'],
  NOT_SIGNED_IN: [401, '登录已失效，请重新登录'],
  WRONG_CREDENTIALS: [401, '账号或密码不正确'],
  WECHAT_CODE_INVALID: [401, '微信登录凭证已失效，请重试'],
  FORBIDDEN: [403, '您没有权限进行此操作'],
  PASSWORD_CHANGE_REQUIRED: [403, '请先修改一次性密码'],
  ADMINISTRATOR_REQUIRED: [403, '请先选择姓名并用短信验证码确认身份'],
  PERMISSION_REQUIRED: [403, '您没有此项权限，请联系本单位有“管理单位、账号与权限”权限的管理员开通'],
  NOT_FOUND: [404, '没有找到相应的内容，可能已被删除'],
  METHOD_NOT_ALLOWED: [405, '不支持此操作'],
  BODY_TOO_LARGE: [413, '提交的内容过大'],
  TOO_MANY_REQUESTS: [429, '操作过于频繁，请稍后再试'],
  ACCOUNT_LOCKED: [423, '密码错误次数过多，账号已临时锁定，请稍后再试'],
  CAPTCHA_REQUIRED: [400, '请先完成安全验证'],
  INTERNAL: [500, '系统出现故障，请稍后再试'],
  WECHAT_UNAVAILABLE: [502, '微信服务暂时不可用，请稍后再试'],
  STORE_UNAVAILABLE: [503, '系统繁忙，请稍后再试；如在提交，请重新提交'],

  /** The words are Hunan's own (manual 003 §三). */
  IDNO_TAKEN: [409, '此证件号码已被使用，请重新输入'],
  IDENTITY_HAS_LEARNER: [409, '当前微信已绑定其他人员，一个微信只能绑定一名学员'],
  UNIT_UNKNOWN: [400, '没有找到所选单位，请输入关键字重新选择'],
  SMS_CODE_INVALID: [400, '短信验证码不正确或已过期，请重新获取'],
  PHONE_CODE_INVALID: [400, '获取手机号失败，请重试或改用短信验证'],
  WRONG_PASSWORD: [400, '原密码不正确'],
  WEAK_PASSWORD: [400, '新密码过于简单'],
  REASON_REQUIRED: [400, '请填写审核不通过的原因'],
  LEARNER_NOT_EDITABLE: [409, '审核通过的信息不能自行修改，请联系单位管理员'],

  PRIVACY_CHANGED: [409, '个人信息处理说明已更新，请重新阅读并同意'],
  PHOTO_INVALID: [400, '请选择5KB至3MB的JPEG或PNG照片'],
  /** The words are the same whatever was wrong: nobody learns who is registered. */
  RECOVERY_INVALID: [400, '填写的信息或验证码不正确，请核对后重试'],
  ADMINISTRATOR_EXISTS: [409, '该手机号已登记为本账号的管理员，请直接选择姓名'],
  LAST_MANAGER: [409, '至少要保留一名有“管理单位、账号与权限”权限的管理员'],

  UNIT_EXISTS: [409, '该单位名称在本地区已存在'],
  AUTHORITY_EXISTS: [409, '该地区的行政部门已存在'],
  REQUEST_DECIDED: [409, '该申请已处理，请刷新后查看'],
  DEPARTMENT_EXISTS: [409, '该科室名称已存在'],
  DEPARTMENT_IN_USE: [409, '该科室还有人员，请先合并到其他科室'],
  FILE_INVALID: [400, '文件无法读取，请使用下载的模板填写后重新上传'],
  IMPORT_EXPIRED: [410, '本次导入已过期，请重新上传文件'],

  /** The same for one who is not registered: the new unit is told this and only this. */
  NOT_RELEASED: [409, '未查询到该人员的调出记录：须原单位先办理调出，现单位才能调入'],
  TRANSFER_OPEN: [409, '该人员已有未完成的调动'],
  TRANSFER_CLOSED: [409, '该调动已完成或已取消，请刷新后查看'],
  ALREADY_IN_UNIT: [409, '该人员已在本单位'],
  STATUS_OVERLAP: [409, '该时间段与已有的人员状态重叠'],
  CORRECTION_OPEN: [409, '已有一项更正申请正在等待单位审核'],

  REVIEW_MOVED: [409, '刚刚有人处理过，请刷新后查看'],
  MOVE_REFUSED: [409, '现在不能进行这一步，请刷新后查看当前状态'],
  NO_REVIEWER: [409, '所在地区还没有开通行政部门，暂不能上报，请联系上级卫生健康行政部门'],
  WINDOW_CLOSED: [409, '现在不在申报时间内'],
  PROJECT_EXISTS: [409, '该项目编号已存在'],
  PROJECT_NOT_YOURS: [409, '只能选择本单位的I类学分项目，没有找到请联系上级部门'],
  HOURS_DIFFER: [400, '各门课程的学时之和必须等于项目的总学时'],
  LECTURER_UNKNOWN: [400, '没有找到这个人员编号，请逐位核对'],
  DOCUMENTS_MISSING: [400, '请先上传会议通知和会议日程'],
  ENROLMENT_CLOSED: [409, '该活动已结束或未通过审核，不能报名'],
  UPLOAD_EXPIRED: [410, '本次上传已失效，请重新选择文件'],

  QR_UNKNOWN: [400, '不是有效的签到二维码，请扫描会场大屏上的二维码'],
  QR_EXPIRED: [410, '二维码已更新，请重新扫描大屏上的二维码'],
  QR_NOT_CAMERA: [400, '请用摄像头扫描大屏上的二维码，不支持相册图片或长按识别'],
  CODE_UNKNOWN: [400, '签到码不正确或已更新，请输入大屏上当前的签到码'],
  CLAIM_EXPIRED: [410, '本次扫码已超时，请重新扫描大屏上的二维码'],
  CLAIM_NOT_YOURS: [403, '该扫码凭证属于其他微信，请用本人微信重新扫码'],
  LEARNER_NOT_APPROVED: [403, '单位尚未审核通过您的注册信息，暂不能签到'],
  LEARNER_REJECTED: [403, '您的注册信息未通过单位审核，请修改后重新提交'],
  ACTIVITY_NOT_APPROVED: [409, '该活动尚未审核通过，不能签到'],
  OUTSIDE_HOLDING_PERIOD: [409, '当前不在活动举办周期内，不能签到'],

  CODE_HOURS: [409, '现在不是签到（撤离）时间'],
  CODE_FIRST_COURSE: [409, '本地区规定全程使用第一门课程考勤'],
  PLACE_REQUIRED: [400, '需要确认您在会场，请允许使用位置信息后重试'],
  FACE_REQUIRED: [403, '该活动签到须先通过人脸核身'],
  FACE_CHECK_FAILED: [400, '人脸核身未通过，请本人正对手机重试'],
  LEARNER_UNKNOWN: [404, '没有找到这名学员，请核对人员编号或身份证号'],
  SWIPE_EXISTS: [409, '该学员在这一时间已有考勤记录'],
  WALK_IN_CLOSED: [409, '该活动不使用现场登记表，请注册后签到'],
  WALK_IN_DIFFERS: [409, '该身份证号已登记，姓名不一致，请核对'],
  NOT_SIGNED_IN_HERE: [404, '没有找到该手机号今天在本活动的签到，请核对签到时填写的手机号'],
  SURVEY_INCOMPLETE: [400, '请完成调查问卷后再提交'],
  CARD_TAKEN: [409, '该IC卡已登记给其他人员'],
  NOBODY_PRESENT: [409, '现场还没有人签到，暂不能点名'],
  SPOT_CHECK_RUNNING: [409, '上一次点名还没有结束'],
  SPOT_CHECK_OVER: [410, '点名时间已过'],
  ENROLMENT_REQUIRED: [403, '请先报名，再参加线上学习'],
  CLASS_ELSEWHERE: [409, '您正在另一台手机上学习这门课程'],
  PROMPT_OVER: [410, '提问已过时，请继续学习，稍后会再次提问'],

  QUESTION_INVALID: [400, '试题有误，请检查正确答案'],
  QUESTION_EXISTS: [409, '题库中已有题干和选项相同的试题'],
  PICTURE_INVALID: [400, '请选择3MB以内的PNG或JPEG图片'],
  PAPER_FULL: [409, '一份试卷最多500道试题'],
  PAPER_INCOMPLETE: [409, '试卷还不能启用：至少要有五道试题，每题都有正确答案'],
  BANK_TOO_SMALL: [409, '题库中没有这么多试题'],
  EXAM_PAPER_REQUIRED: [409, '本地区规定须有在线考试：启用至少五道试题的试卷后，二维码自动显示'],
  EXAM_NONE: [404, '该活动没有启用的在线考试'],
  EXAM_NOT_ATTENDED: [403, '您没有参加该活动的签到，不能考试'],
  EXAM_HOURS: [409, '现在不是考试时间'],
  EXAM_NO_TRIES: [409, '考试次数已用完'],
  EXAM_PASSED: [409, '您已考试合格，不用再考'],
  EXAM_SUBMITTED: [409, '本次考试已交卷'],
  EXAM_NOT_SUBMITTED: [409, '本次考试还没有交卷'],
  EXAM_TIME_OVER: [410, '考试时间已到，时间内保存的答案已交卷'],
  NOT_DRAWN: [400, '答案中有不属于本次考试的试题，请重新打开考试'],
  EVALUATION_CLOSED: [409, '现在不能评价该活动'],
  FORM_INCOMPLETE: [400, '请完成必答题后再提交'],

  NOT_PRESENT: [409, '所选人员中有人没有有效考勤记录，或没有完成所要求的考试、评价，不能授分'],
  NOTHING_TO_CREDIT: [409, '所选人员都已授分'],
  ANALYSIS_OUTDATED: [409, '行政部门的授分要求已变更，请重新进行考勤分析'],
  CREDITING_NOT_ANALYSED: [409, '未经考勤分析所授学分，一律审核不通过，请退回举办单位'],
  MANUAL_UNCHECKED: [409, '请逐一核对手工授分的人员和原因后，再审核通过'],
  REPORT_REQUIRED: [409, '举办单位还没有提交执行情况反馈，按本地区规定不能审核通过'],
  CREDIT_NOT_REVIEWED: [409, '学分还没有审核通过，暂没有证书'],
  CERTIFICATE_UNKNOWN: [404, '没有找到该验证码对应的证书，请逐位核对'],
  EXPORT_NOT_READY: [409, '文件还没有生成完，请稍候'],
  EXPORT_EXPIRED: [410, '文件已过期，请重新导出'],

  BINDING_NEEDS_PROOF: [409, '您已用另一个微信绑定了该公众号，请先用短信验证码确认是您本人'],
  NOTICE_EMPTY: [400, '请填写标题和正文后再发布'],
  NOTICE_PUBLISHED: [409, '已发布的内容须先撤回'],
  STANDARD_EXISTS: [409, '本地区该年度的学分审核标准已存在，请直接修改'],
} as const satisfies Record<string, readonly [number, string]>;

export type ErrorCode = keyof typeof ERRORS;

/** The body of every error answer. */
export interface ErrorBody {
  code: ErrorCode;
  /** Chinese, ready to show. */
  message: string;
  /** The input at fault, by its name in the endpoint's input (`idNo`, `courses.0.hours`). */
  field?: string;
  /** Quote it to support: the log line carries the same. */
  requestId: string;
  /** Seconds to wait, with TOO_MANY_REQUESTS and ACCOUNT_LOCKED. */
  retryAfter?: number;
}

/** An error answer as the clients throw it. `code` is `NETWORK` when no answer came. */
export class ApiError extends Error {
  readonly code: ErrorCode | 'NETWORK';
  readonly field?: string;
  readonly requestId?: string;
  /** Seconds to wait before trying again. */
  readonly retryAfter?: number;

  constructor(body: Omit<Partial<ErrorBody>, 'code'> & { code: ErrorCode | 'NETWORK'; message: string }) {
    super(body.message);
    this.name = 'ApiError';
    this.code = body.code;
    this.field = body.field;
    this.requestId = body.requestId;
    this.retryAfter = body.retryAfter;
  }
}

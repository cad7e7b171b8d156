import type { LearnerProfile } from '@common/contract/profile';
import { formatCredits, formatHours } from '@common/rules/credits';
import { dayOf, formatDateTime } from '@common/rules/shanghaiTime';
import {
  APPROVAL_STATES,
  CORRECTION_KINDS,
  CREDIT_CLASSES,
  CREDIT_ROLES,
  CREDIT_STATES,
  EDUCATION_LEVELS,
  ENROLMENT_STATES,
  PERSONNEL_STATUSES,
  PROJECT_LEVELS,
  REQUEST_STATES,
  SEXES,
  TITLES,
  TRANSFER_STATES,
} from '@common/terms';
import type { ServedFile } from '../../http/call';
import type { Platform } from '../../platform';
import { buildWorkbook, type Sheet } from '../../sheets/buildWorkbook';
import { XLSX } from '../../sheets/writeTemplate';
import type { Services } from '../services';
import type { CardHistory } from '../terminals/cards';
import { attemptRows, checkInRows, evaluationRows, readerRows, time, walkInRows } from './attendanceRows';
import { ownNumbers } from './numbers';

/** All that is kept about a learner, for himself (个人信息保护法 art. 45): his own numbers are not masked. */
export async function exportMine(
  platform: Platform,
  services: Services,
  learnerId: string,
): Promise<ServedFile> {
  const [profile, numbers, consents, enrolments, credits, transfers, corrections, cards, accounts] =
    await Promise.all([
      services.learners.profile(learnerId),
      ownNumbers(platform, services, learnerId),
      services.learners.consents(learnerId),
      services.enrolments.ofLearner(learnerId),
      services.credits.allOf(learnerId),
      services.transfers.ofLearner(learnerId),
      services.learners.corrections.ofLearner(learnerId),
      services.terminals.cardHistory(learnerId),
      services.bindings.mine(learnerId),
    ]);
  const sheets: Sheet[] = [
    {
      name: '基本资料',
      columns: columns('项目 内容', 20, 50),
      rows: [...basics(profile, numbers), ...cards.map(cardRow), ...accounts.filter(isBound).map(accountRow)],
    },
    {
      name: '教育经历',
      columns: columns('学校 学历 专业 入学 毕业', 30, 14, 24, 12, 12),
      rows: profile.educations.map(({ school, level, major, from, to }) => [
        school,
        EDUCATION_LEVELS[level],
        major,
        from ?? '',
        to ?? '',
      ]),
    },
    {
      name: '同意记录',
      columns: columns('个人信息处理说明版本 同意时间', 24, 20),
      rows: consents.map(({ version, at }) => [version, formatDateTime(at.getTime())]),
    },
    {
      name: '活动报名',
      columns: columns('活动 举办单位 报名时间 状态', 36, 30, 20, 12),
      rows: enrolments.map(({ enrolment, full }) => [
        full.project.name,
        full.unit.name,
        formatDateTime(enrolment.enrolledAt.getTime()),
        ENROLMENT_STATES[enrolment.state],
      ]),
    },
    {
      name: '签到记录',
      columns: columns('活动 课程 签到或撤离 时间 方式', 36, 30, 12, 20, 14),
      rows: await checkInRows(services, learnerId),
    },
    {
      name: '现场登记',
      columns: columns(
        '活动 登记时间 手机号 单位 科室 单位所在地 来自基层 职称 职务 学历',
        36,
        20,
        16,
        30,
        18,
        24,
        10,
        14,
        14,
        14,
      ),
      rows: await walkInRows(services, learnerId),
    },
    {
      name: '在线考试',
      columns: columns('活动 第几次 开始时间 交卷时间 成绩 结果', 36, 10, 20, 20, 8, 10),
      rows: await attemptRows(services, learnerId),
    },
    {
      name: '项目评价',
      columns: columns('活动 举办单位', 36, 30),
      rows: await evaluationRows(services, learnerId),
    },
    {
      name: '学分',
      columns: columns(
        '活动日期 起始日期 截止日期 项目编号 项目名称 举办单位 项目级别 学科 学分类别 身份 学分 学时 审核状态 等待 审核意见',
        14,
        14,
        14,
        22,
        36,
        26,
        10,
        24,
        12,
        10,
        8,
        8,
        12,
        26,
        36,
      ),
      rows: credits.map((row) => [
        row.activityDate,
        row.startedOn,
        row.endedOn,
        row.projectNumber,
        row.activityName,
        row.unitName,
        PROJECT_LEVELS[row.level],
        row.discipline,
        CREDIT_CLASSES[row.creditClass],
        CREDIT_ROLES[row.role],
        formatCredits(row.credits),
        formatHours(row.minutes),
        CREDIT_STATES[row.state],
        row.waitingFor ?? '',
        row.opinion ?? '',
      ]),
    },
    {
      name: '调动',
      columns: columns('原单位 现单位 状态 发起 调出 调入 说明', 26, 26, 16, 20, 20, 20, 30),
      rows: transfers.map((each) => [
        each.fromUnitName,
        each.toUnitName ?? '',
        TRANSFER_STATES[each.state],
        time(each.startedAt),
        time(each.releasedAt),
        time(each.admittedAt),
        each.note,
      ]),
    },
    {
      name: '更正申请',
      columns: columns('类别 更正前 更正后 说明 状态 申请时间 处理时间', 12, 20, 20, 30, 12, 20, 20),
      rows: corrections.map(({ kind, before, after, note, state, submittedAt, decidedAt }) => [
        CORRECTION_KINDS[kind],
        titleOr(before),
        titleOr(after),
        note,
        REQUEST_STATES[state],
        time(submittedAt),
        time(decidedAt),
      ]),
    },
    {
      name: '查阅记录',
      columns: columns('时间 查阅人 内容', 20, 36, 30),
      rows: await readerRows(services, learnerId),
    },
  ];
  return {
    name: `继教通-本人数据-${dayOf(platform.clock.now())}.xlsx`,
    type: XLSX,
    body: await buildWorkbook(sheets),
  };
}

/** A correction is of a title, kept by its code, or of a name. */
const titleOr = (text: string) => (TITLES as Record<string, string>)[text] ?? text;

function columns(headings: string, ...widths: number[]): Sheet['columns'] {
  return headings.split(' ').map((heading, i) => [heading, widths[i] ?? 12]);
}

function basics(profile: LearnerProfile, { idNo, phone }: { idNo: string; phone: string }): string[][] {
  const title = ({ title: code, since }: LearnerProfile['titles'][number]) =>
    TITLES[code] + (since ? `（${since}起）` : '');
  return [
    ['姓名', profile.name],
    ['身份证号码', idNo],
    ['性别', SEXES[profile.sex]],
    ['出生日期', profile.birthDate],
    ['民族', profile.ethnicity ?? ''],
    ['手机号', phone],
    ['电子邮箱', profile.email],
    ['通讯地址', profile.address],
    ['医通卡号', profile.personnelNo ?? ''],
    [
      '所在单位',
      profile.unit?.name ?? (profile.unitRequest ? `${profile.unitRequest.name}（申请新增）` : ''),
    ],
    ['科室', profile.department],
    ['职称', profile.titles.map(title).join('；')],
    ['职务', profile.position],
    ['参加工作时间', profile.workStartedOn ?? ''],
    ['执业证书编号', profile.certificateNo],
    ['专业特长', profile.expertise],
    ['学术任职', profile.socialPositions],
    ['备注', profile.remark],
    ['审核状态', APPROVAL_STATES[profile.approval.state]],
    ['提交时间', time(profile.approval.submittedAt)],
    ['审核时间', time(profile.approval.decidedAt)],
    ...profile.units.map(({ name, from, to }) => [
      '工作单位经历',
      `${name}：${time(from)} 至 ${time(to) || '今'}`,
    ]),
    ...profile.statusPeriods.map(({ status, from, to, reason }) => [
      '人员状态',
      `${PERSONNEL_STATUSES[status]}：${from} 至 ${to ?? '今'}${reason && `，${reason}`}`,
    ]),
  ];
}

type OfficialAccount = Awaited<ReturnType<Services['bindings']['mine']>>[number];
const isBound = (account: OfficialAccount) => account.isBound;
const accountRow = ({ name, boundAt }: OfficialAccount) => [
  '绑定的公众号',
  boundAt ? `${name}：${formatDateTime(Date.parse(boundAt))} 起` : name,
];

const cardRow = ({ cardNo, boundAt, endedAt }: CardHistory) => [
  'IC卡',
  `${cardNo}：${formatDateTime(boundAt.getTime())} 至 ${endedAt ? formatDateTime(endedAt.getTime()) : '今'}`,
];

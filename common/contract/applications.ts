import { z } from 'zod';
import { CONCLUSIONS, codesOf, PROJECT_FORMS, PROJECT_LEVELS, WINDOW_KINDS } from '../terms';
import { endpoint } from './endpoint';
import { decisionAnswer, decisionInput, reviewBrief, reviewHistory } from './reviews';
import { day, done, file, hundredths, id, instant, minutes, nothing, pageOf, paging, title } from './shapes';

const level = z.enum(codesOf(PROJECT_LEVELS), '请选择项目级别');
const windowKind = z.enum(codesOf(WINDOW_KINDS));
const year = z.coerce.number().int().min(2000, '年份不正确').max(2100, '年份不正确');
const text = (most: number) => z.string().trim().max(most, `最多${most}字`);

/** 申报时间 or 备案时间 of a level and year, set by an authority for its region. Both days belong to it. */
export const windowRow = z.object({
  id,
  kind: windowKind,
  level,
  year: z.int(),
  from: day,
  to: day,
  note: z.string(),
  authorityName: z.string(),
  state: z.enum(['before', 'open', 'over']),
  /** Set by the caller itself: it may change it. */
  isOwn: z.boolean(),
});
export type WindowRow = z.output<typeof windowRow>;

const windowInput = {
  kind: windowKind,
  level,
  year,
  from: day,
  to: day,
  note: text(200).default(''),
};

const lecturer = z.object({
  name: text(40).default(''),
  /** 人员编号, where he has one: the rest follows from it. */
  personnelNo: text(20).default(''),
  title: title.nullable().default(null),
  unitName: text(100).default(''),
});
const course = z.object({
  name: text(200).default(''),
  minutes: minutes.min(0).max(100_000).default(0),
  lecturers: z.array(lecturer).max(10, '每门课程最多10位主讲人').default([]),
});

/**
 * The application form, page by page (manual 001 §二): everything may be empty in a draft; `common/rules/application.ts` says what
 * is missing before it is handed in.
 */
export const applicationForm = z.object({
  basics: z
    .object({
      name: text(200).default(''),
      /** Four digits of common/disciplines.ts. */
      discipline: text(4).default(''),
      form: z.enum(codesOf(PROJECT_FORMS)).default('onSite'),
      place: text(200).default(''),
      /** First and last day, 举办起止日期. */
      from: day.nullable().default(null),
      to: day.nullable().default(null),
      /** 期数. */
      terms: z.int().min(1).max(99).default(1),
      /** 拟招生人数. */
      persons: z.int().min(0).max(100_000).default(0),
      /** 教学对象. */
      audience: text(200).default(''),
      /** 总学时. */
      minutes: minutes.min(0).max(100_000).default(0),
    })
    .prefault({}),
  content: z
    .object({
      /** 目的意义, 主要内容, 国内外进展, 预期效果. */
      purpose: text(2000).default(''),
      outline: text(4000).default(''),
      background: text(2000).default(''),
      effect: text(2000).default(''),
    })
    .prefault({}),
  leader: z
    .object({
      name: text(40).default(''),
      /** 技术职务 and 从事专业 are required (manual 001: 第3页). */
      title: title.nullable().default(null),
      specialty: text(100).default(''),
      phone: text(20).default(''),
      department: text(100).default(''),
      education: text(100).default(''),
      experience: text(2000).default(''),
    })
    .prefault({}),
  courses: z.array(course).max(50, '最多50门课程').default([]),
  organiser: z
    .object({
      contact: text(40).default(''),
      phone: text(20).default(''),
      address: text(200).default(''),
      email: text(100).default(''),
      partners: text(500).default(''),
      remark: text(1000).default(''),
    })
    .prefault({}),
});
export type ApplicationForm = z.output<typeof applicationForm>;

export const applicationRow = z.object({
  id,
  kind: windowKind,
  level,
  year: z.int(),
  name: z.string(),
  /** 护理学/外科护理学. */
  discipline: z.string(),
  leader: z.string(),
  unitName: z.string(),
  minutes,
  credits: hundredths,
  /** Given when it is published. */
  projectNumber: z.string().nullable(),
  updatedAt: instant,
  ...reviewBrief,
});
export type ApplicationRow = z.output<typeof applicationRow>;

const opinion = z.object({
  expert: z.string(),
  expertTitle: z.string(),
  conclusion: z.enum(codesOf(CONCLUSIONS)),
  text: z.string(),
  at: instant,
  byName: z.string(),
});

export const applicationView = applicationRow.extend({
  form: applicationForm,
  /** What is missing or wrong before it can be handed in; empty for what is complete. */
  missing: z.array(z.object({ page: z.string(), field: z.string(), message: z.string() })),
  ...reviewHistory,
  /** 专家意见; the applicant sees them once it is decided. */
  opinions: z.array(opinion),
});
export type ApplicationView = z.output<typeof applicationView>;

const settings = z.object({
  reviewChains: z.record(z.enum(codesOf(PROJECT_LEVELS)), z.array(z.string())),
  minutesPerCredit: z.record(
    z.enum(codesOf(PROJECT_LEVELS)),
    z.record(z.enum(codesOf(PROJECT_FORMS)), z.int()),
  ),
  projectNumberPrefix: z.string(),
});
const settingsInForce = settings.extend({
  /** The levels that the caller may change; the others are set above it. */
  settableLevels: z.array(level).optional(),
});

const applicationId = { applicationId: id };
const version = z.int().min(0);

export const applications = {
  listWindows: endpoint({
    method: 'GET',
    path: '/api/windows',
    summary: '申报时间：上级和本级设置的申报时间与备案时间，正在开放的在前',
    who: ['unit', 'authority'],
    input: z.object({ year: year.optional() }),
    output: z.object({ items: z.array(windowRow) }),
  }),
  createWindow: endpoint({
    method: 'POST',
    path: '/api/authority/windows',
    summary: '设置申报时间或备案时间，对本辖区有效',
    who: ['authority'],
    permission: 'approveProjects',
    input: z.object(windowInput),
    output: windowRow,
  }),
  updateWindow: endpoint({
    method: 'PUT',
    path: '/api/authority/windows/:windowId',
    summary: '修改本部门设置的时间',
    who: ['authority'],
    permission: 'approveProjects',
    input: z.object({ windowId: id, ...windowInput }),
    output: windowRow,
  }),
  removeWindow: endpoint({
    method: 'DELETE',
    path: '/api/authority/windows/:windowId',
    summary: '删除本部门设置的时间',
    who: ['authority'],
    permission: 'approveProjects',
    input: z.object({ windowId: id }),
    output: done,
  }),
  projectSettings: endpoint({
    method: 'GET',
    path: '/api/authority/project-settings',
    summary: '审核流程、学时与学分的换算、项目编号：本辖区现行的设置',
    who: ['authority'],
    input: nothing,
    output: settingsInForce,
  }),
  setProjectSettings: endpoint({
    method: 'PUT',
    path: '/api/authority/project-settings',
    summary: '修改本辖区的设置；下级没有另行设置的随之改变，已上报的不变',
    who: ['authority'],
    permission: 'approveProjects',
    input: settings,
    output: settingsInForce,
  }),

  listApplications: endpoint({
    method: 'GET',
    path: '/api/unit/applications',
    summary: '项目申报与备案：本单位的，最近修改的在前',
    who: ['unit'],
    input: z.object({
      q: text(40).default(''),
      kind: z.enum(['all', ...codesOf(WINDOW_KINDS)]).default('all'),
      state: z
        .enum(['all', 'draft', 'waiting', 'returned', 'rejected', 'approved', 'published'])
        .default('all'),
      year: year.optional(),
      ...paging,
    }),
    output: pageOf(applicationRow),
  }),
  createApplication: endpoint({
    method: 'POST',
    path: '/api/unit/applications',
    summary: '申报新项目，或备案本单位以往公布的项目（内容取自原项目）；只在开放时间内',
    who: ['unit'],
    permission: 'holdActivities',
    input: z.object({
      kind: windowKind,
      level,
      year,
      /** The earlier project of the unit that is filed again; with kind filing. */
      projectId: id.optional(),
    }),
    output: applicationView,
    errors: ['WINDOW_CLOSED', 'NO_REVIEWER', 'PROJECT_NOT_YOURS', 'MOVE_REFUSED'],
  }),
  saveApplication: endpoint({
    method: 'PUT',
    path: '/api/unit/applications/:applicationId',
    summary: '保存草稿；填了多少存多少',
    who: ['unit'],
    permission: 'holdActivities',
    input: z.object({ ...applicationId, version, form: applicationForm }),
    output: applicationView,
    errors: ['REVIEW_MOVED', 'MOVE_REFUSED'],
  }),
  getApplication: endpoint({
    method: 'GET',
    path: '/api/applications/:applicationId',
    summary: '申报内容、审批步骤、现在由谁审核、每一步的记录',
    who: ['unit', 'authority'],
    input: z.object(applicationId),
    output: applicationView,
  }),
  submitApplication: endpoint({
    method: 'POST',
    path: '/api/unit/applications/:applicationId/submit',
    summary: '提交上报；退回修改后再次提交不受申报时间限制',
    who: ['unit'],
    permission: 'holdActivities',
    input: z.object({ ...applicationId, version }),
    output: applicationView,
    errors: ['REVIEW_MOVED', 'MOVE_REFUSED', 'WINDOW_CLOSED', 'NO_REVIEWER'],
  }),
  withdrawApplication: endpoint({
    method: 'POST',
    path: '/api/unit/applications/:applicationId/withdraw',
    summary: '撤回审核中的申报，可以修改后再提交',
    who: ['unit'],
    permission: 'holdActivities',
    input: z.object(applicationId),
    output: applicationView,
    errors: ['REVIEW_MOVED', 'MOVE_REFUSED'],
  }),
  removeApplication: endpoint({
    method: 'DELETE',
    path: '/api/unit/applications/:applicationId',
    summary: '删除未上报或退回的申报',
    who: ['unit'],
    permission: 'holdActivities',
    input: z.object(applicationId),
    output: done,
    errors: ['MOVE_REFUSED'],
  }),
  printApplication: endpoint({
    method: 'GET',
    path: '/api/applications/:applicationId/form.pdf',
    summary: '打印项目申报表（PDF，A4）',
    who: ['unit', 'authority'],
    input: z.object(applicationId),
    output: file,
    download: true,
  }),

  listApplicationReviews: endpoint({
    method: 'GET',
    path: '/api/reviews/applications',
    summary: '项目审核：等待本单位科教部门或本部门审核的，先提交的在前；审核过的，后提交的在前',
    who: ['unit', 'authority'],
    input: z.object({
      q: text(40).default(''),
      show: z.enum(['waiting', 'toPublish', 'published', 'decided', 'all']).default('waiting'),
      level: level.optional(),
      year: year.optional(),
      ...paging,
    }),
    output: pageOf(applicationRow),
  }),
  decideApplications: endpoint({
    method: 'POST',
    path: '/api/reviews/applications',
    summary: '审核通过、退回修改（按页写明原因）、审核不通过，一项或多项',
    who: ['unit', 'authority'],
    permission: 'approveProjects',
    input: decisionInput,
    output: decisionAnswer,
    errors: ['REASON_REQUIRED'],
  }),
  addOpinion: endpoint({
    method: 'POST',
    path: '/api/applications/:applicationId/opinions',
    summary: '登记专家意见',
    who: ['authority'],
    permission: 'approveProjects',
    input: z.object({
      ...applicationId,
      expert: text(40).min(1, '请填写专家姓名'),
      expertTitle: text(40).default(''),
      conclusion: z.enum(codesOf(CONCLUSIONS), '请选择结论'),
      text: text(2000).default(''),
    }),
    output: applicationView,
    errors: ['MOVE_REFUSED'],
  }),
  publishApplications: endpoint({
    method: 'POST',
    path: '/api/authority/applications/publish',
    summary: '公布审核通过的项目：编号，进入项目库，申报单位可以申请举办',
    who: ['authority'],
    permission: 'approveProjects',
    input: z.object({ applicationIds: z.array(id).min(1, '请先选择').max(500, '一次最多公布500项') }),
    output: z.object({
      results: z.array(
        z.object({ id, outcome: z.enum(['done', 'moved', 'refused']), projectNumber: z.string().nullable() }),
      ),
    }),
  }),
};

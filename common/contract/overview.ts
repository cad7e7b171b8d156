import { z } from 'zod';
import { activityRow } from './activities';
import { endpoint } from './endpoint';
import { nothing } from './shapes';

export const overviewArea = {
  unitOverview: endpoint({
    method: 'GET',
    path: '/api/unit/overview',
    summary: '单位工作台：待办与今天的活动',
    who: ['unit'],
    input: nothing,
    output: z.object({
      waitingLearners: z.int(),
      /** 调动 that wait for this unit: to release or to admit. */
      waitingTransfers: z.int(),
      /** 职称变更, 姓名更正. */
      waitingCorrections: z.int(),
      approvedLearners: z.int(),
      checkInsToday: z.int(),
      /** Batches of credits that wait for the authority, and those that it returned for change. */
      waitingCreditings: z.int(),
      returnedCreditings: z.int().default(0),
      /** 举办申请 that wait for this unit's 科教 department. */
      waitingActivities: z.int(),
      /** 执行情况反馈 that this unit has to hand in. */
      waitingReports: z.int().default(0),
      /** 举办申请 of this unit that were returned for change. */
      returnedActivities: z.int(),
      /** 项目申报与备案: of others for this unit's 科教 department, of its own returned for change. */
      waitingApplications: z.int(),
      returnedApplications: z.int(),
      activitiesNow: z.array(activityRow),
    }),
  }),
  authorityOverview: endpoint({
    method: 'GET',
    path: '/api/authority/overview',
    summary: '行政部门工作台',
    who: ['authority'],
    input: nothing,
    output: z.object({
      units: z.int(),
      approvedLearners: z.int(),
      /** Batches of credits that wait for this authority's review. */
      waitingCreditings: z.int(),
      /** 新增单位申请 that wait for this authority. */
      waitingUnitRequests: z.int(),
      /** 执行情况反馈 that wait for this authority's review. */
      waitingReports: z.int().default(0),
      /** 举办申请 and changes that wait for this authority. */
      waitingActivities: z.int(),
      /** 项目申报与备案 that wait for this authority. */
      waitingApplications: z.int(),
      activitiesNow: z.int(),
    }),
  }),
};

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
      approvedLearners: z.int(),
      checkInsToday: z.int(),
      waitingCreditings: z.int(),
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
      waitingCreditings: z.int(),
      activitiesNow: z.int(),
    }),
  }),
};

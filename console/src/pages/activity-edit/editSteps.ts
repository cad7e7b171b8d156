import { ACTIVITY_PAGES, type ActivityPageKey, pageOfField } from '../activity/activityPages';

/** The five steps: the pages to fill in, then 核对并提交申请. */
export const EDIT_STEPS = [...ACTIVITY_PAGES, { key: 'submit', label: '核对并提交申请' }] as const;
export type EditStepKey = ActivityPageKey | 'submit';

/** The address's step; the first where it names none. */
export const stepOf = (text: string | undefined): EditStepKey =>
  EDIT_STEPS.find(({ key }) => key === text)?.key ?? 'basics';

/** The address of a step. */
export const stepAddress = (activityId: string, key: EditStepKey) =>
  `/activities/${activityId}/edit${key === 'basics' ? '' : `/${key}`}`;

/** What is missing on a page. */
export const missingOn = <T extends { field: string }>(missing: readonly T[], page: ActivityPageKey): T[] =>
  missing.filter(({ field }) => pageOfField(field) === page);

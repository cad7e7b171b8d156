import type { ReviewPage } from '../../components/review/reviewTypes';

/** The pages on which an activity is filled in, in Hunan's order (manual 000 §一8–11); reasons of a 退回修改 name them. */
export const ACTIVITY_PAGES = [
  { key: 'basics', label: '基本信息' },
  { key: 'courses', label: '课程' },
  { key: 'periods', label: '举办周期' },
  { key: 'documents', label: '资料上传' },
] as const satisfies readonly ReviewPage[];
export type ActivityPageKey = (typeof ACTIVITY_PAGES)[number]['key'];

/** The page that has an input of `common/rules/activityPlan.ts`: `courses.0.minutes` is on 课程. */
export function pageOfField(field: string): ActivityPageKey {
  const [first] = field.split('.');
  return ACTIVITY_PAGES.find(({ key }) => key === first)?.key ?? 'basics';
}

/**
 * 个人信息完善 in five pages (manual 003 §三.6): the first three suffice for approval, a complete page shows a green ✓, fields
 * with a red star must be filled in.
 */

/** The pages in their order, each with its fields; the starred ones first. */
export const PROFILE_PAGES = {
  basics: { label: '基本资料', required: ['name', 'idNo'], optional: ['ethnicity', 'photoId'] },
  contact: { label: '联系信息', required: ['phone'], optional: ['email', 'address'] },
  work: {
    label: '工作信息',
    required: ['unit', 'title'],
    optional: ['department', 'titleSince', 'position', 'workStartedOn'],
  },
  education: { label: '教育经历', required: [], optional: ['educations'] },
  others: {
    label: '其他',
    required: [],
    optional: ['certificateNo', 'expertise', 'socialPositions', 'remark'],
  },
} as const;
export type ProfilePage = keyof typeof PROFILE_PAGES;
export type ProfileField =
  | (typeof PROFILE_PAGES)[ProfilePage]['required'][number]
  | (typeof PROFILE_PAGES)[ProfilePage]['optional'][number];

export const PROFILE_PAGE_ORDER = Object.keys(PROFILE_PAGES) as ProfilePage[];

/** Which page a field is on; null for what is on none (consent). */
export function pageOfField(field: string): ProfilePage | null {
  const on = (page: ProfilePage) =>
    ([...PROFILE_PAGES[page].required, ...PROFILE_PAGES[page].optional] as string[]).includes(field);
  return PROFILE_PAGE_ORDER.find(on) ?? null;
}

/**
 * The pages that are complete.
 * @param isGood Whether a field is filled in and has no fault.
 * @returns A page with starred fields is complete when all of them are good; one without, when any of its fields is.
 */
export function completePages(isGood: (field: ProfileField) => boolean): ProfilePage[] {
  return PROFILE_PAGE_ORDER.filter((page) => {
    const { required, optional } = PROFILE_PAGES[page];
    return required.length > 0 ? required.every(isGood) : optional.some(isGood);
  });
}

/** Whether what approval needs is there: the first three pages. */
export function isSubmittable(complete: readonly ProfilePage[]): boolean {
  return (['basics', 'contact', 'work'] as const).every((page) => complete.includes(page));
}

/** The fields of the five pages that hold days (`YYYY-MM-DD`) or months (`YYYY-MM`). */
interface ProfileDates {
  titleSince?: string | null;
  workStartedOn?: string | null;
  educations?: readonly { from?: string | null; to?: string | null }[];
}

/**
 * The first date that cannot be, with the field as the contract names it (`educations.0.to`); null where all can.
 * @param today The day in China, `YYYY-MM-DD`.
 */
export function profileDateFault(
  { titleSince, workStartedOn, educations }: ProfileDates,
  today: string,
): { field: string; message: string } | null {
  if (titleSince && titleSince > today) {
    return { field: 'titleSince', message: '职称取得时间不能晚于今天' };
  }
  if (workStartedOn && workStartedOn > today) {
    return { field: 'workStartedOn', message: '参加工作时间不能晚于今天' };
  }
  const at = (educations ?? []).findIndex(({ from, to }) => from && to && to < from);
  return at < 0 ? null : { field: `educations.${at}.to`, message: '毕业时间不能早于入学时间' };
}

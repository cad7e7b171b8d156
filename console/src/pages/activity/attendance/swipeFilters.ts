/** The filters of 考勤明细 as the address has them; what is empty does not narrow. */
export const NO_SWIPE_FILTERS = {
  q: '',
  courseId: '',
  direction: '',
  method: '',
  learnerId: '',
  page: 1,
  pageSize: 50,
};
export type SwipeFilters = typeof NO_SWIPE_FILTERS;

import { codesOf, MESSAGE_KINDS, MESSAGE_STATES } from '@common/terms';

/** What 消息投递 shows when its address says nothing. */
export const DEFAULTS = { state: '', kind: '', from: '', to: '', page: 1, pageSize: 50 };
export type DeliveryFilters = typeof DEFAULTS;

const dayIn = (text: string) => (/^\d{4}-\d\d-\d\d$/.test(text) ? text : undefined);

/** The address's filters as the API takes them. */
export const asQuery = ({ state, kind, from, to, page, pageSize }: DeliveryFilters) => ({
  state: codesOf(MESSAGE_STATES).find((code) => code === state),
  kind: codesOf(MESSAGE_KINDS).find((code) => code === kind),
  from: dayIn(from),
  to: dayIn(to),
  page,
  pageSize,
});

import { decodeOnce } from '@/services/launch';

/** As the contract's ids are. */
const ID = /^[0-9a-f]{24}$/;

/**
 * The activity that a page was opened for: by its `id`, or by a poster's whole address, which WeChat's scanner hands on as `q`.
 * Undefined for what is none.
 */
export function activityIdOf(params: Record<string, string | undefined>): string | undefined {
  const inAddress = /[?&]id=([^&]+)/.exec(decodeOnce(params.q ?? ''))?.[1];
  return [params.id, inAddress].find((each) => ID.test(each ?? ''));
}

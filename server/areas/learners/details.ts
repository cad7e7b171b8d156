import { type ProfileDetails, profileDetails } from '@common/contract/profile';
import { isPersonName, normaliseName } from '@common/rules/personName';
import { profileDateFault } from '@common/rules/profile';
import { appError } from '../../http/errors';

const KEYS = Object.keys(profileDetails.shape) as (keyof ProfileDetails)[];

/**
 * What an input gives of the five pages; a field that it does not give stays as it is.
 * @param today The day in China.
 * @throws AppError INVALID_INPUT where a date cannot be.
 */
export function givenDetails(input: Partial<ProfileDetails>, today: string): Partial<ProfileDetails> {
  const fault = profileDateFault(input, today);
  if (fault) {
    throw appError('INVALID_INPUT', fault);
  }
  return Object.fromEntries(KEYS.filter((key) => input[key] !== undefined).map((key) => [key, input[key]]));
}

/** The same as MongoDB's `$set` takes it, field by field. */
export const detailsToSet = (details: Partial<ProfileDetails>) =>
  Object.fromEntries(Object.entries(details).map(([key, value]) => [`details.${key}`, value]));

/** The one spelling of a name. @throws AppError INVALID_INPUT where it cannot be a person's. */
export function insistOnName(given: string): string {
  const name = normaliseName(given);
  if (!isPersonName(name)) {
    throw appError('INVALID_INPUT', { message: '请填写与身份证一致的姓名', field: 'name' });
  }
  return name;
}

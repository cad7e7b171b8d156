/** Who may do what to regions and units. What an authority does not govern does not exist for it: NOT_FOUND, never FORBIDDEN. */
import { appError } from '../../http/errors';
import type { AuthorityDoc } from './model';

type Region = Pick<AuthorityDoc, 'regionCode'>;

/** Units and requests: of its own region and all below. The nation's code is empty: everything. */
export const governs = (authority: Region, regionCode: string): boolean =>
  regionCode.startsWith(authority.regionCode);

/** Authorities: those below it, never itself or its equals. */
export const isAbove = (authority: Region, regionCode: string): boolean =>
  governs(authority, regionCode) && regionCode !== authority.regionCode;

/** Where it puts a unit or an authority. @throws AppError INVALID_INPUT at `regionCode`. */
export function mustLieIn(isAllowed: boolean, message = '请选择本部门辖区内的区县'): void {
  if (!isAllowed) {
    throw appError('INVALID_INPUT', { message, field: 'regionCode' });
  }
}

/** Its code and those of all above it, empty for the nation. */
export const codesOver = (regionCode: string): string[] => [
  ...new Set([regionCode, regionCode.slice(0, 4), regionCode.slice(0, 2), '']),
];

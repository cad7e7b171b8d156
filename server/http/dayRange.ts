import { appError } from './errors';

/** Refuses days the wrong way round; either may be open. @throws AppError INVALID_INPUT with the field `to`. */
export function insistInOrder(from: string | undefined, to: string | undefined): void {
  if (from && to && from > to) {
    throw appError('INVALID_INPUT', { message: '截止日期不能早于起始日期', field: 'to' });
  }
}

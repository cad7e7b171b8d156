import { disciplineName } from '@common/disciplines';
import { appError } from '../../http/errors';

/** @throws AppError INVALID_INPUT for a number that is no 三级学科. */
export function insistDiscipline(code: string): void {
  if (!disciplineName(code)) {
    throw appError('INVALID_INPUT', { message: '请选择学科', field: 'discipline' });
  }
}

import { isPhone, normalisePhone } from '@common/rules/phone';
import { appError } from './errors';

/** A mobile number as it was typed, in its one spelling. @throws AppError INVALID_INPUT at the field `phone`. */
export function typedPhone(text: string): string {
  const phone = normalisePhone(text);
  if (!isPhone(phone)) {
    throw appError('INVALID_INPUT', { message: '手机号格式不正确，请输入11位手机号', field: 'phone' });
  }
  return phone;
}

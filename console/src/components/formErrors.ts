import type { ApiError } from '@common/contract/errors';
import type { FormInstance } from 'antd';

/**
 * Shows an error at the field that the server names, for `useAction`'s `onError`. Errors that name none may be put to one by
 * `at`, e.g. `{ UNIT_EXISTS: 'name' }`.
 * @returns Whether the form has such a field, and so shows it.
 */
export function showAtField<T extends object>(
  form: FormInstance<T>,
  error: ApiError,
  at: Partial<Record<string, keyof T & string>> = {},
): boolean {
  const field = at[error.code] ?? error.field?.split('.')[0];
  if (!field || !(field in form.getFieldsValue())) {
    return false;
  }
  form.setFields([{ name: field, errors: [error.message] } as Parameters<typeof form.setFields>[0][number]]);
  return true;
}

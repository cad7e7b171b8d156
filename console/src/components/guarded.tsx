import type { Permission } from '@common/terms';
import { cloneElement, type ReactElement } from 'react';
import { usePermission } from '../hooks/usePermission';
import { Allowed } from './allowed';

interface Props {
  permission: Permission;
  /** A button, a select, a switch: whatever can be `disabled`. */
  children: ReactElement<{ disabled?: boolean }>;
}

/** A control that needs a 权限: for who lacks it disabled, with whom to ask. The server checks the same again. */
export function Guarded({ permission, children }: Props) {
  return (
    <Allowed reason={usePermission(permission)}>
      {(disabled) => (disabled ? cloneElement(children, { disabled }) : children)}
    </Allowed>
  );
}

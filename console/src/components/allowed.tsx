import { Tooltip } from 'antd';
import type { ReactNode } from 'react';

interface Props {
  /** Why it cannot be done now; null where it can. */
  reason: string | null;
  /** Draws the control, disabled or not. */
  children: (disabled: boolean) => ReactNode;
}

/** A control that may not be usable, and then says why: on hover, on focus and to a screen reader. */
export function Allowed({ reason, children }: Props) {
  if (reason === null) {
    return <>{children(false)}</>;
  }
  return (
    <Tooltip title={reason}>
      {/* A disabled control gets no events of its own, so what stands around it takes the focus. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the reason must be reachable by keyboard. */}
      <span className="allowed" tabIndex={0} role="note" aria-label={reason}>
        {children(true)}
      </span>
    </Tooltip>
  );
}

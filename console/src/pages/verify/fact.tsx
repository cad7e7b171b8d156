import type { ReactNode } from 'react';

/** A line of the list of facts. */
export function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="paper__fact">
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

import type { ReactNode } from 'react';

/** A name and its value; `key` where several have the same name. */
export interface Fact {
  name: string;
  value: ReactNode;
  key?: string;
}

interface Props {
  facts: readonly Fact[];
  /** Long values: one below the other. */
  isWide?: boolean;
}

/** Names and values in two columns; what was not given is said to be so. */
export function Facts({ facts, isWide }: Props) {
  return (
    <dl className={`person-facts${isWide ? ' person-facts--wide' : ''}`}>
      {facts.map(({ name, value, key }) => (
        <div key={key ?? name} className="person-facts__line">
          <dt>{name}</dt>
          <dd>{value || <span className="faint">未填写</span>}</dd>
        </div>
      ))}
    </dl>
  );
}

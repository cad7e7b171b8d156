import type { ReactNode } from 'react';

interface Props {
  /** Cut where it is long, and whole on hover; a dash where it is empty. */
  text: string;
  /** Small, under it. */
  sub: ReactNode;
}

/** A table's cell of two lines: 单位 with 科室, 课程 with 签到 or 撤离. */
export function TwoLines({ text, sub }: Props) {
  return (
    <>
      <div className="clip" title={text}>
        {text || '—'}
      </div>
      <div className="cell-sub">{sub}</div>
    </>
  );
}

import type { CreditingView } from '@common/contract/crediting';
import { DOUBT_KINDS } from '@common/terms';

/** 疑点: how many were granted to in spite of which doubt. */
export function DoubtsCard({ view: { doubts, kind } }: { view: CreditingView }) {
  if (kind !== 'participants') {
    return null;
  }
  return (
    <section className="card" aria-label="疑点统计">
      <div className="card__head">
        <h2>疑点</h2>
        <span className="faint">已授分人员中</span>
      </div>
      {doubts.length === 0 ? (
        <p className="card__empty">授分的人员都没有疑点</p>
      ) : (
        <ul className="crediting-doubts">
          {doubts.map((doubt) => (
            <li key={doubt.kind}>
              <span>{DOUBT_KINDS[doubt.kind]}</span>
              <b>{doubt.persons}人</b>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

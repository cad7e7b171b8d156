import type { Board } from './siteSection';

/** Why scans were refused today, so that the organiser can help on the spot. */
export function RefusedList({ refused }: { refused: Board['refused'] }) {
  if (refused.length === 0) {
    return null;
  }
  return (
    <section className="card">
      <div className="card__head">
        <h2>今天扫码未成功的原因</h2>
        <span className="faint">学员手机上已提示原因和办法，可以现场协助</span>
      </div>
      <ul className="refused">
        {refused.map(({ reason, count }) => (
          <li key={reason}>
            <span>{reason}</span>
            <b>{count} 次</b>
          </li>
        ))}
      </ul>
    </section>
  );
}

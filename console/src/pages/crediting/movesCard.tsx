import type { CreditingView } from '@common/contract/crediting';
import { showDateTime } from '../../format';
import '../../components/review/review.css';

type Move = CreditingView['moves'][number];
const MOVES: Record<Move['move'], string> = {
  granted: '授分，提交审核',
  returned: '退回修改',
  submitted: '重新提交',
  approved: '审核通过',
  revoked: '撤销学分',
};

/** 办理记录: every move, the latest first, with who, when and why. */
export function MovesCard({ moves }: { moves: readonly Move[] }) {
  return (
    <section className="card" aria-label="办理记录">
      <div className="card__head">
        <h2>办理记录</h2>
      </div>
      {moves.length === 0 ? (
        <p className="card__empty">授分完成后开始记录</p>
      ) : (
        <ol className="review-moves">
          {[...moves]
            .sort((a, b) => b.at.localeCompare(a.at))
            .map(({ at, byName, move, reason }) => (
              <li key={`${at} ${move}`}>
                <div className="review-moves__head">
                  <b>{MOVES[move]}</b>
                  <span className="faint mono">{showDateTime(at)}</span>
                </div>
                <p className="soft">{byName}</p>
                {reason && <p className="review-moves__reason">{reason}</p>}
              </li>
            ))}
        </ol>
      )}
    </section>
  );
}

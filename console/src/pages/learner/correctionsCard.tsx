import type { Correction } from '@common/contract/profile';
import { CORRECTION_KINDS, REQUEST_STATES } from '@common/terms';
import { Link } from 'react-router';
import { StatusTag, type Tone } from '../../components/statusTag';
import { showDate } from '../../format';
import { correctionText } from '../corrections/correctionText';

const TONES: Record<Correction['state'], Tone> = { waiting: 'act', accepted: 'done', refused: 'quiet' };

/** What the learner asked to have corrected; decided on the page of all corrections. */
export function CorrectionsCard({ corrections }: { corrections: Correction[] }) {
  if (corrections.length === 0) {
    return null;
  }
  return (
    <section className="card">
      <div className="card__head">
        <h2>更正申请</h2>
        {corrections.some(({ state }) => state === 'waiting') && <Link to="/corrections">去处理</Link>}
      </div>
      <ul className="status-periods">
        {corrections.map((one) => (
          <li key={one.id}>
            <b>{CORRECTION_KINDS[one.kind]}</b>
            <span>
              {correctionText(one.kind, one.before)} → {correctionText(one.kind, one.after)}
            </span>
            <span className="faint">{showDate(one.submittedAt)}</span>
            <StatusTag tone={TONES[one.state]}>{REQUEST_STATES[one.state]}</StatusTag>
            <span className="faint status-periods__reason">{one.reason}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

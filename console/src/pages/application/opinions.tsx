import type { ApplicationView } from '@common/contract/applications';
import { CONCLUSIONS, type Conclusion } from '@common/terms';
import { StatusTag, type Tone } from '../../components/statusTag';
import { showDateTime } from '../../format';

const TONES: Record<Conclusion, Tone> = { agree: 'done', change: 'waiting', disagree: 'quiet' };

/** 专家意见 as they were written down. */
export function Opinions({ opinions }: Pick<ApplicationView, 'opinions'>) {
  if (opinions.length === 0) {
    return <p className="card__empty">还没有登记专家意见</p>;
  }
  return (
    <ul className="opinions">
      {opinions.map(({ expert, expertTitle, conclusion, text, at, byName }) => (
        <li key={`${at} ${expert}`}>
          <div className="opinions__head">
            <b>{expert}</b>
            {expertTitle && <span className="faint">{expertTitle}</span>}
            <StatusTag tone={TONES[conclusion]}>{CONCLUSIONS[conclusion]}</StatusTag>
          </div>
          {text && <p className="opinions__text">{text}</p>}
          <p className="faint">
            {byName}登记，{showDateTime(at)}
          </p>
        </li>
      ))}
    </ul>
  );
}

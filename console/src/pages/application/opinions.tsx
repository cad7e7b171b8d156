import type { ApplicationView } from '@common/contract/applications';
import { StatusTag, type Tone } from '../../components/statusTag';
import { showDateTime } from '../../format';

type Conclusion = ApplicationView['opinions'][number]['conclusion'];
/** What an expert can come to. */
export const CONCLUSIONS: Record<Conclusion, { label: string; tone: Tone }> = {
  agree: { label: '同意立项', tone: 'done' },
  change: { label: '修改后再审', tone: 'waiting' },
  disagree: { label: '不同意立项', tone: 'quiet' },
};

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
            <StatusTag tone={CONCLUSIONS[conclusion].tone}>{CONCLUSIONS[conclusion].label}</StatusTag>
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

import type { Doubt, DoubtRow } from '@common/contract/attendance';
import { DOUBT_KINDS } from '@common/terms';
import { Button } from 'antd';
import { Link } from 'react-router';
import { Guarded } from '../../../components/guarded';
import { StatusTag } from '../../../components/statusTag';
import { showDateTime } from '../../../format';

interface Props {
  activityId: string;
  row: DoubtRow;
  onClear: (kind: Doubt['kind']) => void;
}

/** So many facts are seen at once; the rest on request. */
const AT_ONCE = 6;

/** One person's doubts, each with its facts and what was said of it. */
export function DoubtCard({ activityId, row, onClear }: Props) {
  return (
    <article className="card doubt-card" aria-label={row.name}>
      <header className="doubt-card__who">
        <b>{row.name}</b>
        <span className="soft">{row.unitName}</span>
        <Link to={`/activities/${activityId}/attendance?learnerId=${row.learnerId}`}>查看此人的考勤明细</Link>
      </header>
      <ul>
        {row.doubts.map((doubt) => (
          <li key={doubt.kind}>
            <div className="doubt-card__head">
              <StatusTag tone={doubt.cleared ? 'done' : 'waiting'}>{DOUBT_KINDS[doubt.kind]}</StatusTag>
              <b>{doubt.words}</b>
              {!doubt.cleared && (
                <Guarded permission="holdActivities">
                  <Button className="doubt-card__clear" onClick={() => onClear(doubt.kind)}>
                    排除疑点
                  </Button>
                </Guarded>
              )}
            </div>
            <Facts evidence={doubt.evidence} />
            {doubt.cleared && (
              <p className="doubt-card__cleared">
                {doubt.cleared.by}于{showDateTime(doubt.cleared.at)}核实后排除：{doubt.cleared.reason}
              </p>
            )}
          </li>
        ))}
      </ul>
    </article>
  );
}

function Facts({ evidence }: Pick<Doubt, 'evidence'>) {
  const [first, rest] = [evidence.slice(0, AT_ONCE), evidence.slice(AT_ONCE)];
  const lines = (some: string[]) => (
    <ul className="doubt-card__facts">
      {some.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
  return (
    <>
      {lines(first)}
      {rest.length > 0 && (
        <details>
          <summary>另外{rest.length}条依据</summary>
          {lines(rest)}
        </details>
      )}
    </>
  );
}

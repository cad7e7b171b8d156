import type { SpotCheckView } from '@common/contract/presence';
import { StatusTag } from '../../../../components/statusTag';
import { showTime } from '../../../../format';

interface Props extends Pick<SpotCheckView, 'people'> {
  isOver: boolean;
}

/** Who was drawn, and whether he answered; what speaks against an answer stands below it. */
export function Answers({ people, isOver }: Props) {
  return (
    <ul className="answers">
      {people.map(({ learnerId, name, unitName, department, confirmedAt, remark }) => (
        <li key={learnerId}>
          <span className="answers__who">
            <b>{name}</b>
            <span className="faint">{[unitName, department].filter(Boolean).join(' · ')}</span>
            {remark && <span className="answers__remark">{remark}，请现场核实</span>}
          </span>
          {confirmedAt ? (
            <>
              <time className="mono">{showTime(confirmedAt)}</time>
              <StatusTag tone="done">已应答</StatusTag>
            </>
          ) : (
            <StatusTag tone={isOver ? 'quiet' : 'waiting'}>{isOver ? '未应答' : '等待应答'}</StatusTag>
          )}
        </li>
      ))}
    </ul>
  );
}

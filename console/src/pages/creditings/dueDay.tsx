import { StatusTag } from '../../components/statusTag';
import { dueWords } from './creditingWords';

interface Props {
  /** `YYYY-MM-DD`; null where nothing is due. */
  dueOn: string | null;
  daysLeft: number | null;
  /** Whoever looks is the one who has to do it. */
  isMine: boolean;
}

/** 期限: the last day, and how far away it is. */
export function DueDay({ dueOn, daysLeft, isMine }: Props) {
  if (dueOn === null) {
    return <span className="faint">—</span>;
  }
  const words = daysLeft === null ? null : dueWords(daysLeft, isMine);
  return (
    <>
      <div className="mono nowrap">{dueOn}</div>
      {words && <StatusTag tone={words.tone}>{words.text}</StatusTag>}
    </>
  );
}

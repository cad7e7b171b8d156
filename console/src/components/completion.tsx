import { EXAM_OUTCOMES, type ExamOutcome } from '@common/terms';

interface Props {
  /** Null: no exam was published. */
  exam: ExamOutcome | null;
  isEvaluated: boolean;
  /** Said where it is asked for. */
  hasLeft?: boolean;
}

/** What somebody has done beside the attendance, in two lines of a table's cell. */
export function Completion({ exam, isEvaluated, hasLeft }: Props) {
  return (
    <span className="cell-sub nowrap">
      {exam === null ? '没有考试' : `考试${EXAM_OUTCOMES[exam]}`}
      <br />
      {isEvaluated ? '已评价' : '未评价'}
      {hasLeft && '，已撤离'}
    </span>
  );
}

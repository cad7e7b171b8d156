import type { PaperView } from '@common/contract/papers';
import { Alert, Button } from 'antd';

interface Props {
  view: PaperView;
  /** A question by its id and place. */
  onShow: (questionId: string, place: number) => void;
}

/** So many are told at once; the rest when these are mended. */
const AT_ONCE = 10;

/** What stands in the way of 启用, each with the way to its question. An empty paper says it in its own place. */
export function FaultList({ view: { faults, questions }, onShow }: Props) {
  if (faults.length === 0 || questions.length === 0) {
    return null;
  }
  const placeOf = (questionId: string) => questions.findIndex(({ id }) => id === questionId);
  return (
    <Alert
      className="notice"
      type="warning"
      showIcon
      title="改好以下问题后才能启用"
      description={
        <ul className="exam-faults">
          {faults.slice(0, AT_ONCE).map(({ questionId, message }) => (
            <li key={`${questionId} ${message}`}>
              {message}
              {questionId && (
                <Button
                  type="link"
                  className="inline-link"
                  onClick={() => onShow(questionId, placeOf(questionId))}
                >
                  查看试题
                </Button>
              )}
            </li>
          ))}
          {faults.length > AT_ONCE && <li>另有{faults.length - AT_ONCE}处问题</li>}
        </ul>
      }
    />
  );
}

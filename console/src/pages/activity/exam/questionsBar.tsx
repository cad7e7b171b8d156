import { Button } from 'antd';
import { BatchBar } from '../../../components/batchBar';
import { Guarded } from '../../../components/guarded';
import type { QuestionActions } from './useQuestions';

interface Props {
  chosen: string[];
  act: QuestionActions;
  onClear: () => void;
}

/** What is done with several questions at once. */
export function QuestionsBar({ chosen, act, onClear }: Props) {
  return (
    <BatchBar count={chosen.length} unit="道试题" onClear={onClear}>
      <Guarded permission="holdActivities">
        <Button
          danger
          disabled={act.busy}
          onClick={() => act.askRemove(chosen, `删除所选的${chosen.length}道试题？`)}
        >
          删除
        </Button>
      </Guarded>
      <Guarded permission="holdActivities">
        <Button
          type="primary"
          loading={act.copyToBank.busy}
          onClick={() => act.copyToBank.run(chosen, onClear)}
        >
          存入题库
        </Button>
      </Guarded>
    </BatchBar>
  );
}

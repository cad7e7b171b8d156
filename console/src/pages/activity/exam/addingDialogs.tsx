import type { ActivityView } from '@common/contract/activities';
import { ImportQuestions } from '../../../components/questions/importQuestions';
import type { Adding } from './addButtons';
import { BankPicker } from './bank/bankPicker';
import type { Paper } from './usePaper';

interface Props {
  paper: Paper;
  activity: ActivityView;
  adding: Adding | null;
  onClose: () => void;
}

/** 导入试题 and 从题库选题. */
export function AddingDialogs({ paper, activity, adding, onClose }: Props) {
  return (
    <>
      <ImportQuestions
        open={adding === 'import'}
        target={{ activityId: activity.id }}
        onClose={onClose}
        onImported={paper.reload}
      />
      <BankPicker open={adding === 'bank'} paper={paper} onClose={onClose} />
    </>
  );
}

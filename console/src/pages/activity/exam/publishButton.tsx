import type { ActivityView } from '@common/contract/activities';
import type { PaperView } from '@common/contract/papers';
import { App, Button } from 'antd';
import { client } from '../../../api/session';
import { Allowed } from '../../../components/allowed';
import { useAction } from '../../../hooks/useAction';
import { usePermission } from '../../../hooks/usePermission';
import { hoursWords } from './ruleWords';
import type { Paper } from './usePaper';

interface Props {
  paper: Paper;
  activity: ActivityView;
}

/** 启用 (manual 000 §二): says what it does before it is done; what stands in the way is said at the button. */
export function PublishButton({ paper, activity }: Props) {
  const { view } = paper;
  const { modal, message } = App.useApp();
  const forbidden = usePermission('holdActivities');
  const publish = useAction(
    async () => {
      const next = await client.papers.publishPaper({ activityId: activity.id, revision: view.revision });
      paper.take(next);
      message.success(`试卷已启用，为第${next.version}版`);
    },
    (error) => {
      if (error.code === 'PAPER_INCOMPLETE') {
        paper.reload();
        modal.error({ title: '还不能启用', content: error.message, okText: '知道了' });
        return true;
      }
      return paper.onMoved(error);
    },
  );
  const [fault] = view.faults;
  return (
    <Allowed reason={forbidden ?? (fault ? `还不能启用：${fault.message}` : null)}>
      {(disabled) => (
        <Button
          type="primary"
          disabled={disabled}
          loading={publish.busy}
          onClick={() =>
            modal.confirm({
              title: view.state === 'closed' && !view.isChanged ? '重新开放考试？' : '启用这份试卷？',
              content: consequence(view, activity),
              okText: '启用',
              icon: null,
              onOk: () => publish.run(),
            })
          }
        >
          启用
        </Button>
      )}
    </Allowed>
  );
}

function consequence(
  { version, isChanged, rules, isRequired }: PaperView,
  { periods }: ActivityView,
): string {
  const open = `签到的学员可以在 ${hoursWords(rules, periods)} 考试。`;
  if (version === 0) {
    return `启用后，${open}${isRequired ? '大屏可以展示考勤二维码。' : ''}`;
  }
  return isChanged
    ? `启用为第${version + 1}版，${open}已开始的考试仍用原来的试题，不受影响。`
    : `试卷没有修改，仍为第${version}版。${open}`;
}

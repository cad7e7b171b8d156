import { App } from 'antd';
import { client } from '../../../api/session';
import { type Action, useAction } from '../../../hooks/useAction';
import type { Paper } from './usePaper';

/** What can be done with questions that are there. */
export interface QuestionActions {
  busy: boolean;
  order: Action<[ids: string[]]>;
  /** `onDone` is called once they are stored. */
  copyToBank: Action<[ids: string[], onDone: () => void]>;
  /** Asks first. */
  askRemove: (ids: string[], title: string) => void;
}

/** Ordering, removing and keeping the questions of a paper. */
export function useQuestions(paper: Paper): QuestionActions {
  const { modal, message } = App.useApp();
  const { activityId, version } = paper.view;
  const order = useAction(async (questionIds: string[]) => {
    paper.take(await client.papers.orderQuestions({ activityId, questionIds }));
  }, paper.onMoved);
  const remove = useAction(async (questionIds: string[]) => {
    paper.take(await client.papers.removeQuestions({ activityId, questionIds }));
    message.success(`已删除${questionIds.length}道试题`);
  }, paper.onMoved);
  const copyToBank = useAction(async (questionIds: string[], onDone: () => void) => {
    const { added, repeated } = await client.questionBank.copyToBank({ activityId, questionIds });
    const rest = repeated > 0 ? `${repeated}道已在题库中，没有重复保存` : '';
    onDone();
    message.success([added > 0 && `已存入题库${added}道`, rest].filter(Boolean).join('，'));
  }, paper.onMoved);
  return {
    busy: order.busy || remove.busy || copyToBank.busy,
    order,
    copyToBank,
    askRemove: (ids, title) =>
      modal.confirm({
        title,
        content:
          version > 0
            ? '重新启用后，新的考试不再有；已开始的考试和已有的成绩不受影响。'
            : '删除后不能恢复。需要留用的，可以先存入题库。',
        okText: '删除',
        okButtonProps: { danger: true },
        icon: null,
        onOk: () => remove.run(ids),
      }),
  };
}

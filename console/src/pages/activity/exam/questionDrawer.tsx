import type { ExamQuestion, ExamQuestionInput } from '@common/contract/papers';
import { App } from 'antd';
import { useState } from 'react';
import { client } from '../../../api/session';
import { QuestionEditor } from '../../../components/questions/questionEditor';
import { asApiError } from '../../../hooks/useLoad';
import type { Paper } from './usePaper';

interface Props {
  paper: Paper;
  /** The question to be changed; null where there is none. */
  edited: ExamQuestion | null;
  isAdding: boolean;
  /** Another wording of the same question is to be changed. */
  onEdit: (question: ExamQuestion) => void;
  onClose: () => void;
  /** A new one is there, at this place (from 0). */
  onAdded: (questionId: string, place: number) => void;
}

/** Adds a question, or changes one: of two who change the same, the second is asked which wording stays. */
export function QuestionDrawer({ paper, edited, isAdding, onEdit, onClose, onAdded }: Props) {
  const { modal, message } = App.useApp();
  const { activityId } = paper.view;
  // The editor begins anew with what was loaded.
  const [turn, setTurn] = useState(0);

  const add = async (question: ExamQuestionInput) => {
    const next = await client.papers.addQuestion({ activityId, ...question });
    paper.take(next);
    const last = next.questions.at(-1);
    if (last) {
      onAdded(last.id, next.questions.length - 1);
    }
    message.success(`已添加第${next.questions.length}题`);
  };
  const store = async (question: ExamQuestionInput, { id, revision }: ExamQuestion) => {
    paper.take(await client.papers.saveQuestion({ activityId, questionId: id, revision, ...question }));
    message.success('试题已保存');
  };
  const change = async (question: ExamQuestionInput, from: ExamQuestion) => {
    try {
      await store(question, from);
    } catch (thrown) {
      const error = asApiError(thrown);
      if (error.code === 'NOT_FOUND') {
        paper.reload();
      }
      if (error.code !== 'REVIEW_MOVED') {
        throw error;
      }
      const now = await client.papers.getPaper({ activityId });
      paper.take(now);
      const latest = now.questions.find(({ id }) => id === from.id);
      if (!latest) {
        throw error;
      }
      const isOverwritten = await modal.confirm({
        title: '这道试题刚刚在别处修改过，本页的修改还没有保存',
        content: '可能是同事，或您在另一个窗口修改了它。请选择保留哪一份。',
        okText: '以本页为准保存',
        cancelText: '载入最新的内容',
        keyboard: false,
        icon: null,
      });
      if (isOverwritten) {
        await store(question, latest);
        return;
      }
      onEdit(latest);
      setTurn(turn + 1);
      // Keeps the editor open.
      throw error;
    }
  };
  return (
    <QuestionEditor
      key={turn}
      open={isAdding || edited !== null}
      initial={edited ?? undefined}
      onSave={(question) => (edited ? change(question, edited) : add(question))}
      onClose={onClose}
    />
  );
}

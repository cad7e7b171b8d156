import { ApiError } from '@common/contract/errors';
import type { ExamQuestionInput } from '@common/contract/papers';
import type { BankQuestion } from '@common/contract/questionBank';
import { useEffect, useState } from 'react';
import { client } from '../../api/session';
import { DisciplineCascader } from '../../components/disciplineCascader';
import { QuestionEditor } from '../../components/questions/questionEditor';

interface Props {
  /** `new`, one to be changed, or null while closed. */
  editing: BankQuestion | 'new' | null;
  /** The discipline that the list is narrowed to: what a new one most likely belongs to. */
  discipline: string;
  onSaved: () => void;
  onClose: () => void;
}

/** 添加 and 修改 of a question of the bank: with its 学科. */
export function BankEditor({ editing, discipline, onSaved, onClose }: Props) {
  const [code, setCode] = useState('');
  const changed = editing === 'new' || editing === null ? null : editing;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what it begins with is read when it opens.
  useEffect(() => {
    if (editing) {
      setCode(changed?.disciplineCode ?? (discipline.length === 4 ? discipline : ''));
    }
  }, [editing]);

  const save = async (question: ExamQuestionInput) => {
    if (code.length !== 4) {
      throw new ApiError({ code: 'INVALID_INPUT', message: '请选择学科', field: 'discipline' });
    }
    if (changed) {
      const { id: questionId, revision } = changed;
      await client.questionBank
        .saveInBank({ questionId, revision, discipline: code, ...question })
        .catch((error: unknown) => {
          if (error instanceof ApiError && error.code === 'REVIEW_MOVED') {
            onSaved();
            throw new ApiError({ ...error, message: '这道题刚刚在别处修改过，请关闭后重新打开再修改' });
          }
          throw error;
        });
    } else {
      await client.questionBank.addToBank({ discipline: code, ...question });
    }
    onSaved();
  };
  return (
    <QuestionEditor
      open={editing !== null}
      initial={changed ?? undefined}
      onSave={save}
      onClose={onClose}
      extra={{
        field: 'discipline',
        label: '学科',
        control: (
          <DisciplineCascader value={code} placeholder="选择，或输入学科名称查找" onChange={setCode} />
        ),
      }}
    />
  );
}

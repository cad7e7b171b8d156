import { LEAST_QUESTIONS } from '@common/rules/examQuestion';
import { EmptyState } from '../../../components/states';
import { AddButtons, type Adding } from './addButtons';

/** A paper without questions: three ways to begin. */
export function QuestionsEmpty({ onAdd }: { onAdd: (how: Adding) => void }) {
  return (
    <EmptyState
      isSmall
      icon="edit"
      title="还没有试题"
      hint={
        <>
          逐题添加；或者下载试题模板填写后导入，也可以直接粘贴Word里的试题；或者从本单位的题库里选。
          <br />
          至少{LEAST_QUESTIONS}道试题才能启用。
        </>
      }
      action={<AddButtons onAdd={onAdd} />}
    />
  );
}

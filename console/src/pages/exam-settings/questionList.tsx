import type { FormQuestion } from '@common/contract/forms';
import { codesOf, FORM_QUESTION_KINDS } from '@common/terms';
import { App, Button } from 'antd';
import { Icon } from '../../components/icon';
import { EmptyState } from '../../components/states';
import { moved } from '../departments/moved';
import { emptyQuestion, MOST_QUESTIONS } from './draft';
import { QuestionItem } from './questionItem';

interface Props {
  questions: FormQuestion[];
  faults: Record<string, string>;
  isReadOnly: boolean;
  onChange: (questions: FormQuestion[]) => void;
}

/** The questions in their order, and 添加题目 under them. */
export function QuestionList({ questions, faults, isReadOnly, onChange }: Props) {
  const { modal } = App.useApp();
  const remove = (at: number) => {
    const question = questions[at];
    const without = () => onChange(questions.filter((_, index) => index !== at));
    // Nothing is lost with a question that has no words yet.
    if (question?.text.trim() === '') {
      without();
      return;
    }
    modal.confirm({
      title: `删除第${at + 1}题？`,
      content: question?.text,
      okText: '删除',
      okButtonProps: { danger: true },
      cancelText: '返回',
      icon: null,
      onOk: without,
    });
  };
  return (
    <>
      <ol className="form-questions">
        {questions.map((question, at) => (
          <QuestionItem
            key={question.key}
            at={at}
            question={question}
            isFirst={at === 0}
            isLast={at === questions.length - 1}
            faultOf={(field) => faults[`questions.${at}.${field}`]}
            isReadOnly={isReadOnly}
            onChange={(next) => onChange(questions.map((one, index) => (index === at ? next : one)))}
            onMove={(by) => onChange(moved(questions, at, at + by))}
            onRemove={() => remove(at)}
          />
        ))}
      </ol>
      {questions.length === 0 && (
        <EmptyState isSmall icon="log" title="还没有题目" hint="请在下面添加，至少要有一道题" />
      )}
      {!isReadOnly && (
        <div className="form-questions__add">
          <span className="soft">添加题目</span>
          {codesOf(FORM_QUESTION_KINDS).map((kind) => (
            <Button
              key={kind}
              icon={<Icon name="add" size={16} />}
              disabled={questions.length >= MOST_QUESTIONS}
              onClick={() => onChange([...questions, emptyQuestion(kind)])}
            >
              {FORM_QUESTION_KINDS[kind]}
            </Button>
          ))}
          {questions.length >= MOST_QUESTIONS && <span className="faint">最多{MOST_QUESTIONS}道题</span>}
        </div>
      )}
    </>
  );
}

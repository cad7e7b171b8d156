import type { FormQuestion } from '@common/contract/forms';
import { chooseWords } from '@common/rules/forms';

interface Props {
  title: string;
  questions: readonly FormQuestion[];
}

/** What a learner's phone shows of the form as it stands here. */
export function PhonePreview({ title, questions }: Props) {
  return (
    <section className="card phone-preview" aria-label="手机预览">
      <div className="card__head">
        <h2>手机预览</h2>
        <span className="faint">学员看到的样子</span>
      </div>
      <div className="phone">
        <p className="phone__title">{title}</p>
        {questions.map((question, at) => (
          <div key={question.key} className="phone__question">
            <p>
              {question.isRequired && <i title="必答">*</i>}
              {at + 1}. {question.text || <span className="faint">（题目）</span>}
              {chooseWords(question)}
            </p>
            <Answer question={question} />
          </div>
        ))}
      </div>
    </section>
  );
}

function Answer({ question: { kind, options, choose } }: { question: FormQuestion }) {
  if (kind === 'stars') {
    return (
      <div className="phone__stars" role="img" aria-label="1至5颗星">
        ☆☆☆☆☆
      </div>
    );
  }
  if (kind === 'text') {
    return <div className="phone__text faint">请填写</div>;
  }
  return (
    <ul>
      {options.map(({ key, text }) => (
        <li key={key} className={choose === 1 ? 'phone__option phone__option--one' : 'phone__option'}>
          {text || <span className="faint">（选项）</span>}
        </li>
      ))}
    </ul>
  );
}

import type { ExamQuestionInput } from '@common/contract/papers';
import { letterOf } from '@common/rules/examQuestion';
import { EXAM_QUESTION_KINDS } from '@common/terms';
import { Image } from 'antd';
import type { ReactNode } from 'react';
import { Icon } from '../icon';
import './questions.css';

interface Props {
  question: Pick<ExamQuestionInput, 'kind' | 'stem' | 'options' | 'explanation'> & {
    pictureUrl: string | null;
  };
  /** Its place in the paper, from 1. */
  number?: number;
  /** Beside the kind: where it belongs to, what is wrong with it. */
  tags?: ReactNode;
  /** On the right: what can be done with it. */
  actions?: ReactNode;
  /** Before everything: a box to choose it. */
  lead?: ReactNode;
}

/** A question to be read by its unit, right answers marked. */
export function QuestionView({ question, number, tags, actions, lead }: Props) {
  const { kind, stem, pictureUrl, options, explanation } = question;
  return (
    <article className="question">
      <div className="question__head">
        {lead}
        {number !== undefined && <span className="question__number">{number}</span>}
        <span className={`pill${kind === 'multiple' ? ' pill--brand' : ''}`}>
          {EXAM_QUESTION_KINDS[kind]}
        </span>
        {tags}
        {actions && <span className="question__actions">{actions}</span>}
      </div>
      <p className="question__stem">{stem}</p>
      {pictureUrl && <Image src={pictureUrl} alt="题干图片" className="question-picture__shown" />}
      <ol className="question__options">
        {options.map(({ text, isRight }, place) => (
          <li key={letterOf(place)} className={isRight ? 'question__right' : undefined}>
            <span>{letterOf(place)}.</span>
            <span>{text}</span>
            {isRight && (
              <em>
                <Icon name="check" size={15} />
                正确答案
              </em>
            )}
          </li>
        ))}
      </ol>
      {explanation && (
        <p className="question__explanation">
          <b>解析</b>
          {explanation}
        </p>
      )}
    </article>
  );
}

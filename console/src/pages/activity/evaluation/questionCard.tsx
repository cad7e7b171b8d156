import type { QuestionResult } from '@common/contract/forms';
import { FORM_QUESTION_KINDS } from '@common/terms';
import { Rate } from 'antd';
import { BarChart } from '../../../components/chart/barChart';
import { TextList } from './textList';

interface Props {
  /** From 1. */
  no: number;
  question: QuestionResult;
}

/** What came of one question. */
export function QuestionCard({ no, question }: Props) {
  const { kind, text, answered } = question;
  return (
    <li className="card" aria-label={`第${no}题`}>
      <div className="card__head">
        <h2>
          {no}. {text}
        </h2>
        <span className="pill">{FORM_QUESTION_KINDS[kind]}</span>
        <span className="faint nowrap">{answered}人回答</span>
      </div>
      <div className="evaluation-question">
        {answered === 0 ? <p className="faint">没有人回答这道题</p> : <Answers question={question} />}
      </div>
    </li>
  );
}

function Answers({ question }: { question: QuestionResult }) {
  const { kind, text, options, stars, average, answered, texts } = question;
  if (kind === 'text') {
    return <TextList texts={texts} answered={answered} />;
  }
  if (kind === 'choice') {
    const bars = options.map((option) => ({ name: option.text, value: option.count }));
    return <BarChart label={text} unit="人" direction="rows" bars={bars} total={answered} />;
  }
  // The best first, as people read it.
  const bars = stars.map((value, at) => ({ name: `${at + 1}星`, value })).reverse();
  return (
    <>
      {average !== null && (
        <div className="evaluation-average">
          <b>{average.toFixed(1)}</b>
          <span aria-hidden="true">
            <Rate disabled allowHalf value={Math.round(average * 2) / 2} />
          </span>
          <span className="faint">平均分，满分5分</span>
        </div>
      )}
      <BarChart label={text} unit="人" direction="rows" bars={bars} total={answered} />
    </>
  );
}

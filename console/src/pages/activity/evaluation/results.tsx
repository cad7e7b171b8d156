import type { FormResults } from '@common/contract/forms';
import type { FileAnswer } from '@common/contract/shapes';
import { LEAST_SHEETS } from '@common/rules/forms';
import { Alert, Button } from 'antd';
import type { ReactNode } from 'react';
import { Figure } from '../../../components/figure';
import { Loaded } from '../../../components/loaded';
import { EmptyState } from '../../../components/states';
import { useAction } from '../../../hooks/useAction';
import { useLoad } from '../../../hooks/useLoad';
import { QuestionCard } from './questionCard';
import './evaluation.css';

interface Props {
  load: () => Promise<FormResults>;
  download: () => Promise<FileAnswer>;
  words: {
    /** 已评价 and 应评价, over the numbers. */
    done: string;
    expected: string;
    /** Who could have. */
    note: string;
    none: string;
    hint: string;
  };
  /** What brings more of them. */
  action?: ReactNode;
  /** The next step while there are none. */
  next?: ReactNode;
}

/** How many of whom have filled in a form, and what they said, question by question. */
export function Results({ load, download, words, action, next }: Props) {
  const results = useLoad(load, []);
  const save = useAction(async () => {
    const file = await download();
    await file.save();
  });
  return (
    <Loaded load={results}>
      {({ persons, expected, isTooFew, questions }) => (
        <>
          <section className="card evaluation-head">
            <div className="figures">
              <Figure
                label={words.done}
                value={persons}
                unit="人"
                tone={persons > 0 ? 'done' : undefined}
                note="不显示填写人"
              />
              <Figure label={words.expected} value={expected} unit="人" note={words.note} />
              <Figure
                label="完成率"
                value={expected > 0 ? `${Math.floor((Math.min(persons, expected) / expected) * 100)}%` : '—'}
              />
            </div>
            <div className="cell-actions">
              {action}
              <Button disabled={persons === 0 || isTooFew} loading={save.busy} onClick={() => save.run()}>
                导出Excel
              </Button>
            </div>
          </section>
          {persons === 0 ? (
            <section className="card">
              <EmptyState icon="log" title={words.none} hint={words.hint} action={next} />
            </section>
          ) : isTooFew ? (
            <Alert
              className="notice"
              type="info"
              showIcon
              title={`少于${LEAST_SHEETS}份时不显示内容，避免猜出填写人`}
              description={words.hint}
            />
          ) : (
            <ol className="evaluation-questions">
              {questions.map((question, at) => (
                <QuestionCard key={question.key} no={at + 1} question={question} />
              ))}
            </ol>
          )}
        </>
      )}
    </Loaded>
  );
}

import type { ActivityView } from '@common/contract/activities';
import type { ExamQuestion } from '@common/contract/papers';
import { Checkbox, Pagination } from 'antd';
import { useEffect, useState } from 'react';
import { scrollToTop } from '../../../hooks/scrollToTop';
import { moved } from '../../departments/moved';
import { AddButtons, type Adding } from './addButtons';
import { AddingDialogs } from './addingDialogs';
import { MoveModal } from './moveModal';
import { PAGE_SIZE, questionsOnPage } from './pages';
import { QuestionDrawer } from './questionDrawer';
import { QuestionItem } from './questionItem';
import { QuestionsBar } from './questionsBar';
import { QuestionsEmpty } from './questionsEmpty';
import type { Paper } from './usePaper';
import { useQuestions } from './useQuestions';

interface Props {
  paper: Paper;
  activity: ActivityView;
  /** As the address has it. */
  page: number;
  /** A question that somebody looks for. */
  sought: { id: string } | null;
  onPage: (page: number) => void;
  onShow: (questionId: string, place: number) => void;
}

/** The questions of the paper in their order, twenty at once, and whatever adds to them, changes, moves or takes them away. */
export function QuestionsCard({ paper, activity, page: wanted, sought, onPage, onShow }: Props) {
  const { questions } = paper.view;
  const ids = questions.map(({ id }) => id);
  const { page, shown } = questionsOnPage(questions, wanted);
  const [adding, setAdding] = useState<Adding | null>(null);
  const [edited, setEdited] = useState<ExamQuestion | null>(null);
  const [moving, setMoving] = useState<number | null>(null);
  const [marked, setMarked] = useState<string[]>([]);
  // What was removed meanwhile is no longer chosen.
  const chosen = marked.filter((id) => ids.includes(id));
  const act = useQuestions(paper);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the page that it is on may still have to be drawn
  useEffect(() => {
    if (sought) {
      document
        .getElementById(`question-${sought.id}`)
        ?.scrollIntoView?.({ block: 'center', behavior: 'smooth' });
    }
  }, [sought, page]);
  const move = (from: number, to: number) => act.order.run(moved(ids, from, to));
  const idsOnPage = shown.map(({ question }) => question.id);
  const isWholePage = idsOnPage.every((id) => chosen.includes(id));

  return (
    <div>
      <section className="card" aria-label="试题">
        <div className="card__head">
          <h2>试题</h2>
          {questions.length > 0 && <AddButtons onAdd={setAdding} />}
        </div>
        {questions.length === 0 ? (
          <QuestionsEmpty onAdd={setAdding} />
        ) : (
          <>
            <Checkbox
              className="exam-questions__all"
              checked={isWholePage}
              indeterminate={!isWholePage && idsOnPage.some((id) => chosen.includes(id))}
              onChange={({ target }) =>
                setMarked([
                  ...chosen.filter((id) => !idsOnPage.includes(id)),
                  ...(target.checked ? idsOnPage : []),
                ])
              }
            >
              本页全选
            </Checkbox>
            <ol className="exam-questions">
              {shown.map(({ question, number }) => (
                <QuestionItem
                  key={question.id}
                  question={question}
                  number={number}
                  count={questions.length}
                  isSought={question.id === sought?.id}
                  isChosen={chosen.includes(question.id)}
                  busy={act.busy}
                  onChoose={(isOn) =>
                    setMarked(isOn ? [...chosen, question.id] : chosen.filter((id) => id !== question.id))
                  }
                  onEdit={() => setEdited(question)}
                  onRemove={() => act.askRemove([question.id], `删除第${number}题？`)}
                  onMove={(to) => move(number - 1, to)}
                  onMoveFar={() => setMoving(number - 1)}
                />
              ))}
            </ol>
            {questions.length > PAGE_SIZE && (
              <Pagination
                className="exam-questions__pages"
                current={page}
                pageSize={PAGE_SIZE}
                total={questions.length}
                showSizeChanger={false}
                showTotal={(count) => `共 ${count} 道试题`}
                onChange={(next) => {
                  scrollToTop();
                  onPage(next);
                }}
              />
            )}
          </>
        )}
      </section>
      <QuestionsBar chosen={chosen} act={act} onClear={() => setMarked([])} />
      <QuestionDrawer
        paper={paper}
        edited={edited}
        isAdding={adding === 'question'}
        onClose={() => {
          setEdited(null);
          setAdding(null);
        }}
        onEdit={setEdited}
        onAdded={onShow}
      />
      <AddingDialogs paper={paper} activity={activity} adding={adding} onClose={() => setAdding(null)} />
      <MoveModal
        from={moving}
        count={questions.length}
        busy={act.busy}
        onClose={() => setMoving(null)}
        onMove={async (from, to) => {
          await move(from, to);
          setMoving(null);
          const id = ids[from];
          if (id) {
            onShow(id, to);
          }
        }}
      />
    </div>
  );
}

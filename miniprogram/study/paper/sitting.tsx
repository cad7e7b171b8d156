import type { AttemptView } from '@common/contract/exams';
import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Page } from '@/components/page/page';
import { chosenOf, type KeptAttempt } from '@/services/examAttempt';
import { exams } from '@/services/exams';
import { ask } from '@/services/feedback';
import { submitWords, tapped, unanswered } from '../services/paperWords';
import { AnswerSheet } from './answerSheet';
import { PaperHead } from './paperHead';
import { QuestionCard } from './questionCard';

interface SittingProps {
  paper: AttemptView;
  kept: KeptAttempt;
  /** A picture did not come: its address may be too old. */
  onReload: () => Promise<void>;
}

/** One question at a time, with the way to all of them. */
export function Sitting({ paper, kept, onReload }: SittingProps) {
  const { id: attemptId, questions } = paper;
  const [isSheetOpen, setSheetOpen] = useState(false);
  const at = Math.min(kept.at, questions.length - 1);
  const question = questions[at];
  const turnTo = (place: number) => {
    setSheetOpen(false);
    exams.turnTo(attemptId, place);
    void Taro.pageScrollTo({ scrollTop: 0, duration: 0 });
  };
  const submit = async () => {
    const [title, text] = submitWords(unanswered(paper, kept.answers), kept.marked.length);
    if (await ask(title, text, '交卷', '继续答题')) {
      setSheetOpen(false);
      await exams.submit(attemptId);
    }
  };
  if (!question) {
    return null;
  }
  const chosen = chosenOf(kept.answers, question.id);
  const isLast = at === questions.length - 1;
  return (
    <Page
      className="paper"
      footer={
        <View className="paper__steps">
          <Step>
            <Button id="paper-back" kind="secondary" disabled={at === 0} onPress={() => turnTo(at - 1)}>
              上一题
            </Button>
          </Step>
          <Step>
            <Button id="paper-sheet" kind="quiet" onPress={() => setSheetOpen(true)}>
              答题卡
            </Button>
          </Step>
          <Step>
            {isLast ? (
              <Button id="paper-submit" onPress={submit}>
                交卷
              </Button>
            ) : (
              <Button id="paper-next" onPress={() => turnTo(at + 1)}>
                下一题
              </Button>
            )}
          </Step>
        </View>
      }
    >
      <PaperHead paper={paper} kept={kept} at={at} />
      <QuestionCard
        key={question.id}
        question={question}
        chosen={chosen}
        isMarked={kept.marked.includes(question.id)}
        onTap={(place) => exams.answer(attemptId, question.id, tapped(question.kind, chosen, place))}
        onMark={() => exams.mark(attemptId, question.id)}
        onReload={onReload}
      />
      <AnswerSheet
        isOpen={isSheetOpen}
        paper={paper}
        kept={kept}
        at={at}
        onClose={() => setSheetOpen(false)}
        onTurn={turnTo}
        onSubmit={submit}
      />
    </Page>
  );
}

function Step({ children }: { children: JSX.Element }) {
  return <View className="paper__step">{children}</View>;
}

import { ApiError } from '@common/contract/errors';
import type { EvaluationView } from '@common/contract/evaluations';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { FormQuestions } from '@/components/form-questions/formQuestions';
import { useFormSheet } from '@/components/form-questions/useFormSheet';
import { Notice } from '@/components/notice/notice';
import { Page } from '@/components/page/page';
import { evaluationDraft } from '@/services/evaluationDraft';
import { tell } from '@/services/feedback';
import { api } from '@/services/session';
import { HeadCard } from './headCard';

interface EvaluationFormProps {
  evaluation: EvaluationView;
  learnerId: string;
  onSent: () => void;
  /** The form was changed, or its time is over. */
  onMoved: () => Promise<void>;
}

/** What is asked, kept on the phone while it is filled in. */
export function EvaluationForm({ evaluation, learnerId, onSent, onMoved }: EvaluationFormProps) {
  const { activityId, questions } = evaluation;
  const owner = { activityId, learnerId };
  const [begun] = useState(() => evaluationDraft.get(owner));
  const sheet = useFormSheet(questions, begun, (given) => evaluationDraft.keep(owner, given));

  async function submit(): Promise<void> {
    if (!sheet.check()) {
      return;
    }
    try {
      await api.evaluations.evaluate({ activityId, answers: sheet.answers });
    } catch (error) {
      if (!(error instanceof ApiError)) {
        throw error;
      }
      if (error.code !== 'FORM_INCOMPLETE' && error.code !== 'EVALUATION_CLOSED') {
        throw error;
      }
      // What passed here is refused there: it has been changed, or closed, since it was opened.
      tell(error.message);
      await onMoved();
      return;
    }
    evaluationDraft.drop();
    onSent();
  }

  return (
    <Page
      footer={
        <>
          <View className="evaluation__count">
            已答 {sheet.answered} 题，共 {questions.length} 题
          </View>
          <Button id="evaluation-submit" onPress={submit}>
            提交评价
          </Button>
        </>
      }
    >
      <HeadCard evaluation={evaluation} />
      <Notice tone="info" id="evaluation-anonymous">
        匿名填写：举办单位只能看到汇总结果和文字意见，看不到是谁写的。提交后不能修改。
      </Notice>
      {begun ? (
        <Notice tone="done" id="evaluation-draft">
          已恢复您上次填写的内容
        </Notice>
      ) : null}
      <View className="gap-m">
        <FormQuestions sheet={sheet} />
      </View>
    </Page>
  );
}

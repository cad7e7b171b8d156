import type { FormQuestion } from '@common/contract/forms';
import { chooseWords } from '@common/rules/forms';
import { theme } from '@common/theme';
import { Text, View } from '@tarojs/components';
import { Card } from '@/components/card/card';
import { Icon } from '@/components/icon/icon';
import { ChoiceAnswer } from './choiceAnswer';
import type { Given } from './formSheet';
import { StarsAnswer } from './starsAnswer';
import { TextAnswer } from './textAnswer';
import type { FormSheet } from './useFormSheet';
import './formQuestions.scss';

/** The questions of a 项目评价 or 调查问卷, each on its card; `field-KEY` is what a fault scrolls to. */
export function FormQuestions({ sheet }: { sheet: FormSheet }) {
  const { questions, given, fault, give } = sheet;
  return (
    <>
      {questions.map((question, at) => (
        <Question
          key={question.key}
          no={at + 1}
          question={question}
          given={given[question.key] ?? {}}
          fault={fault?.question === question.key ? fault.message : undefined}
          onGive={(answer) => give(question.key, answer)}
        />
      ))}
    </>
  );
}

/** How one question is answered. */
export interface AnswerProps {
  question: FormQuestion;
  given: Given[string];
  onGive: (answer: Given[string]) => void;
}

const ANSWERS = { choice: ChoiceAnswer, stars: StarsAnswer, text: TextAnswer } as const;

function Question({ no, fault, ...props }: AnswerProps & { no: number; fault: string | undefined }) {
  const { question } = props;
  const Answer = ANSWERS[question.kind];
  return (
    <Card id={`field-${question.key}`} className={fault ? 'question question--wrong' : 'question'}>
      <View className="question__text">
        {no}. {question.text}
        {chooseWords(question)}
        {question.isRequired ? (
          <Text className="question__star">*</Text>
        ) : (
          <Text className="question__optional">选填</Text>
        )}
      </View>
      <Answer {...props} />
      {fault ? (
        <View className="question__fault">
          <Icon name="alert" size={16} color={theme.color.act} />
          <Text className="question__message">{fault}</Text>
        </View>
      ) : null}
    </Card>
  );
}

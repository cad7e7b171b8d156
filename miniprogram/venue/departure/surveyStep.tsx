import type { SurveyQuestion } from '@common/contract/surveys';
import { chooseWords } from '@common/rules/survey';
import { theme } from '@common/theme';
import { View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Icon } from '@/components/icon/icon';
import { Page } from '@/components/page/page';
import { Pressable } from '@/components/pressable/pressable';
import type { Departure, Person } from './useDeparture';

/** 请先完成下面的调查问卷然后再提交您的确认信息 (manual 002 §2.1). */
export function SurveyStep({ departure, person }: { departure: Departure; person: Person }) {
  const { chosen, fault, choose, submit } = departure;
  const answered = person.survey.filter((question) => chosen[question.key]?.length === question.choose);
  return (
    <Page
      footer={
        <>
          <View className="departure__count">
            已答 {answered.length} 题，共 {person.survey.length} 题
          </View>
          <Button id="departure-submit" onPress={submit}>
            提交并确认离场
          </Button>
        </>
      }
    >
      <View className="t-soft departure__lead">
        请先完成下面的调查问卷，再确认离场。答案不与您的姓名一起保存。
      </View>
      {person.survey.map((question, at) => (
        <Question
          key={question.key}
          no={at + 1}
          question={question}
          chosen={chosen[question.key] ?? []}
          fault={fault?.question === question.key ? fault.message : undefined}
          onChoose={(options) => choose(question.key, options)}
        />
      ))}
    </Page>
  );
}

interface QuestionProps {
  no: number;
  question: SurveyQuestion;
  chosen: string[];
  fault: string | undefined;
  onChoose: (options: string[]) => void;
}

function Question({ no, question, chosen, fault, onChoose }: QuestionProps) {
  const isOne = question.choose === 1;
  const press = (key: string) => {
    if (isOne) {
      onChoose([key]);
    } else if (chosen.includes(key)) {
      onChoose(chosen.filter((each) => each !== key));
    } else {
      // One more than asked for takes the place of the one chosen last.
      onChoose([...chosen.slice(0, question.choose - 1), key]);
    }
  };
  return (
    <Card id={`field-${question.key}`} className={fault ? 'survey survey--wrong' : 'survey'}>
      <View className="survey__text">
        {no}. {question.text}
        {chooseWords(question)}
      </View>
      {question.options.map(({ key, text }) => {
        const isOn = chosen.includes(key);
        return (
          <Pressable
            key={key}
            className={`survey__option ${isOn ? 'survey__option--on' : ''}`}
            role={isOne ? 'radio' : 'checkbox'}
            isChecked={isOn}
            onPress={() => press(key)}
          >
            <View className={`survey__mark ${isOne ? 'survey__mark--round' : ''}`}>
              {isOn ? <Icon name="check" size={14} color={theme.color.surface} /> : null}
            </View>
            <View className="grow">{text}</View>
          </Pressable>
        );
      })}
      {fault ? <View className="survey__fault">{fault}</View> : null}
    </Card>
  );
}

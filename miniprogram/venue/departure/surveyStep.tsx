import { View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { FormQuestions } from '@/components/form-questions/formQuestions';
import { Page } from '@/components/page/page';
import type { Departure } from './useDeparture';

/** 请先完成下面的调查问卷然后再提交您的确认信息 (manual 002 §2.1). */
export function SurveyStep({ departure }: { departure: Departure }) {
  const { survey, submit } = departure;
  return (
    <Page
      footer={
        <>
          <View className="departure__count">
            已答 {survey.answered} 题，共 {survey.questions.length} 题
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
      <FormQuestions sheet={survey} />
    </Page>
  );
}

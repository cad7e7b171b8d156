import { SEXES } from '@common/terms';
import { View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Page } from '@/components/page/page';
import { clock } from '@/services/words';
import type { Departure, Person } from './useDeparture';

const factsOf = (person: Person): [string, string][] => [
  ['姓名', person.name],
  ['性别', SEXES[person.sex]],
  ['手机号', person.phoneMasked],
  ['单位', person.unitName],
  ['科室', person.department],
  ['职称', person.title],
  ['今天签到', clock(person.signedInAt)],
];

/** 确认个人信息无误 (manual 002 §2.1); part of name and number stay hidden, since a phone alone was asked for. */
export function ConfirmStep({ departure, person }: { departure: Departure; person: Person }) {
  const hasSurvey = person.survey.length > 0;
  return (
    <Page
      footer={
        <>
          <Button id="departure-confirm" onPress={departure.confirm}>
            {hasSurvey ? '信息无误，下一步' : '信息无误，确认离场'}
          </Button>
          <View className="gap-s">
            <Button id="departure-deny" kind="quiet" onPress={departure.deny}>
              不是我，重新输入手机号
            </Button>
          </View>
        </>
      }
    >
      <Card title="请核对您的信息" id="departure-person">
        <View className="t-soft">{person.activityName}</View>
        {factsOf(person)
          .filter(([, value]) => value)
          .map(([name, value]) => (
            <View key={name} className="departure__fact">
              <View className="departure__name">{name}</View>
              <View className="departure__value">{value}</View>
            </View>
          ))}
      </Card>
      {hasSurvey ? <View className="t-soft departure__next">下一步填写调查问卷，约1分钟。</View> : null}
    </Page>
  );
}

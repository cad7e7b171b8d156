import type { OpenActivityView } from '@common/contract/enrolments';
import { formatHours } from '@common/rules/credits';
import { PROJECT_FORMS, PROJECT_LEVELS } from '@common/terms';
import { View } from '@tarojs/components';
import { Card } from '@/components/card/card';
import { EnrolmentTag } from '@/components/enrolment-tag/enrolmentTag';
import { creditWords, isFull, seatWords } from '../services/activityWords';

/** What it is, what it brings, and whether there is room. */
export function HeadCard({ activity }: { activity: OpenActivityView }) {
  const { name, projectNumber, term, level, discipline, form, minutes, mine } = activity;
  const facts = [
    ['学分', creditWords(activity)],
    ['学时', `${formatHours(minutes)} 学时`],
    ['级别', PROJECT_LEVELS[level]],
    ['方式', PROJECT_FORMS[form]],
  ];
  return (
    <Card id="activity-head">
      <View className="activity__name">{name}</View>
      <View className="t-small t-number">
        {projectNumber} · 第{term}期
      </View>
      <View className="t-small">{discipline}</View>
      <View className="activity__facts">
        {facts.map(([label, value]) => (
          <View key={label} className="activity__fact">
            <View className="t-small">{label}</View>
            <View className="activity__value">{value}</View>
          </View>
        ))}
      </View>
      <View className="activity__seats">
        <View className={isFull(activity) ? 'activity__room activity__room--full' : 'activity__room'}>
          {seatWords(activity)}
        </View>
        <EnrolmentTag mine={mine} />
      </View>
      <View className="t-small t-number">{enrolledWords(activity)}</View>
    </Card>
  );
}

/** 已报名 188 人，共 200 个名额；候补 3 人. */
function enrolledWords({ enrolled, capacity, waiting }: OpenActivityView): string {
  const seats = capacity > 0 ? `，共 ${capacity} 个名额` : '';
  return `已报名 ${enrolled} 人${seats}${waiting > 0 ? `；候补 ${waiting} 人` : ''}`;
}

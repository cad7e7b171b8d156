import type { LearnerActivity } from '@common/contract/activities';
import { theme } from '@common/theme';
import { View } from '@tarojs/components';
import { Icon } from '@/components/icon/icon';
import type { IconName } from '@/components/icon/icons';
import { span } from '@/services/words';
import './activityFacts.scss';

type Facts = Pick<LearnerActivity, 'name' | 'projectNumber' | 'from' | 'to' | 'venue' | 'unitName'>;

/** What, when, where and by whom: the same lines wherever an activity is shown. */
export function ActivityFacts({ activity }: { activity: Facts }) {
  const lines: [IconName, string][] = [
    ['clock', span(activity.from, activity.to)],
    ['place', activity.venue],
    ['unit', activity.unitName],
  ];
  return (
    <View className="facts">
      <View className="facts__name">{activity.name}</View>
      <View className="facts__number">{activity.projectNumber}</View>
      {lines.map(([icon, words]) => (
        <View key={icon} className="facts__line">
          <Icon name={icon} size={17} color={theme.color.inkFaint} />
          <View className="facts__words">{words}</View>
        </View>
      ))}
    </View>
  );
}

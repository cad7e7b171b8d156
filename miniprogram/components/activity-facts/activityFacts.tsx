import type { LearnerActivity } from '@common/contract/activities';
import { theme } from '@common/theme';
import { View } from '@tarojs/components';
import { Icon } from '@/components/icon/icon';
import type { IconName } from '@/components/icon/icons';
import { span } from '@/services/words';
import './activityFacts.scss';

type Facts = Pick<LearnerActivity, 'name' | 'projectNumber' | 'venue' | 'unitName'> & {
  /** Null while it has no holding periods. */
  from: string | null;
  to: string | null;
};

/** What, when, where and by whom: the same lines wherever an activity is shown. */
export function ActivityFacts({ activity }: { activity: Facts }) {
  const lines: [IconName, string][] = [
    ['clock', activity.from && activity.to ? span(activity.from, activity.to) : '时间待定'],
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

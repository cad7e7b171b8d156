import type { OpenActivity } from '@common/contract/enrolments';
import { PROJECT_LEVELS } from '@common/terms';
import { theme } from '@common/theme';
import { View } from '@tarojs/components';
import { EnrolmentTag } from '@/components/enrolment-tag/enrolmentTag';
import { Icon } from '@/components/icon/icon';
import { Pressable } from '@/components/pressable/pressable';
import { open } from '@/services/navigate';
import { ms, span } from '@/services/words';
import { creditWords, distanceWords, isFull, seatWords } from '../services/activityWords';
import './activityCard.scss';

/** One activity of a list: enough to decide whether to look closer. */
export function ActivityCard({ activity, nowMs }: { activity: OpenActivity; nowMs?: number }) {
  const { id, name, level, discipline, venue, unitName, from, to, distance, mine } = activity;
  const isOver = nowMs !== undefined && ms(to) <= nowMs;
  return (
    <Pressable
      className={`card open-activity ${isOver ? 'open-activity--over' : ''}`}
      onPress={() => open('activity', { id })}
    >
      <View className="open-activity__marks">
        <View className="open-activity__credits">{creditWords(activity)}</View>
        <View className="open-activity__level">
          {PROJECT_LEVELS[level]} · {discipline.split('/').slice(-1)}
        </View>
      </View>
      <View className="open-activity__name">{name}</View>
      <View className="open-activity__line">
        <Icon name="clock" size={17} color={theme.color.inkFaint} />
        <View className="open-activity__words">{span(from, to)}</View>
      </View>
      <View className="open-activity__line">
        <Icon name="place" size={17} color={theme.color.inkFaint} />
        <View className="open-activity__words">{venue}</View>
        {distance === null ? null : (
          <View className="open-activity__distance">{distanceWords(distance)}</View>
        )}
      </View>
      <View className="open-activity__line">
        <Icon name="unit" size={17} color={theme.color.inkFaint} />
        <View className="open-activity__words">{unitName}</View>
      </View>
      <View className="open-activity__foot">
        <View className={isFull(activity) ? 'open-activity__seats--full' : 'open-activity__seats'}>
          {isOver ? '已结束' : seatWords(activity)}
        </View>
        <EnrolmentTag mine={mine} />
      </View>
    </Pressable>
  );
}

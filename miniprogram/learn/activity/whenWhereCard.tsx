import type { OpenActivityView } from '@common/contract/enrolments';
import { View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { openMap } from '@/services/openMap';
import { daysOf } from '../services/activityWords';

/** Every day with its sessions, and the way there. */
export function WhenWhereCard({ activity }: { activity: OpenActivityView }) {
  const { periods, venue, address, regionName, unitName, point } = activity;
  return (
    <>
      <Card title="时间" aside={<View className="t-small">每次都要签到</View>} id="activity-days">
        {daysOf(periods).map(({ name, times }) => (
          <View key={name} className="activity__day">
            <View className="activity__day-name">{name}</View>
            <View className="activity__times">{times.join('、')}</View>
          </View>
        ))}
      </Card>
      <Card title="地点" id="activity-place">
        <View className="t-body">{venue}</View>
        <View className="t-soft gap-s">{[regionName, address].filter(Boolean).join(' ')}</View>
        <View className="t-small gap-s">举办单位：{unitName}</View>
        {point ? (
          <View className="gap-m">
            <Button id="open-map" kind="secondary" size="small" onPress={() => openMap(activity)}>
              打开地图
            </Button>
          </View>
        ) : null}
      </Card>
    </>
  );
}

import type { LearnerActivity } from '@common/contract/activities';
import { dayOf } from '@common/rules/shanghaiTime';
import { View } from '@tarojs/components';
import { ActivityFacts } from '@/components/activity-facts/activityFacts';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { DueCard, type DueToday, HeldLines } from '@/components/due-card/dueCard';
import { DueLines } from '@/components/due-lines/dueLines';
import { Empty } from '@/components/empty/empty';
import { StatusTag } from '@/components/status-tag/statusTag';
import { open } from '@/services/navigate';
import { clock, directionName, ms } from '@/services/words';

interface TodayCardsProps {
  activities: readonly LearnerActivity[];
  /** What is still to be scanned today; undefined while it is not known. */
  due: readonly DueToday[] | undefined;
}

/** Today's classes with what has been signed, what is still due, and one tap to sign in. */
export function TodayCards({ activities, due = [] }: TodayCardsProps) {
  const today = activities.filter((activity) => activity.today);
  const others = due.filter(({ activityId }) => !today.some(({ id }) => id === activityId));
  if (today.length === 0 && others.length === 0) {
    return (
      <Card title="今天的活动">
        <Empty
          isCompact
          icon="clock"
          title="今天没有安排"
          detail="本单位今天举办的继教活动会显示在这里；参加外单位的活动，到场直接扫码即可"
        >
          <Button kind="secondary" size="small" onPress={() => open('scan')}>
            去扫码签到
          </Button>
        </Empty>
      </Card>
    );
  }
  return (
    <>
      {today.map((activity) => (
        <TodayCard
          key={activity.id}
          activity={activity}
          today={due.find(({ activityId }) => activityId === activity.id)}
        />
      ))}
      {others.map((item) => (
        <DueCard key={item.activityId} item={item} />
      ))}
    </>
  );
}

function TodayCard({ activity, today }: { activity: LearnerActivity; today: DueToday | undefined }) {
  const todayIs = dayOf(Date.now());
  const signed = activity.checkIns.filter((checkIn) => dayOf(ms(checkIn.at)) === todayIs);
  const isIn = signed.some((checkIn) => checkIn.direction === 'in');
  return (
    <Card
      title="今天的活动"
      aside={<StatusTag tone={isIn ? 'done' : 'act'}>{isIn ? '已签到' : '待签到'}</StatusTag>}
    >
      <ActivityFacts activity={activity} />
      {signed.map((checkIn) => (
        <View key={`${checkIn.direction}${checkIn.at}`} className="today__signed">
          <View className="grow">
            {directionName(checkIn.direction)} · {checkIn.courseName}
          </View>
          <View className="t-number">{clock(checkIn.at)}</View>
        </View>
      ))}
      {today ? (
        <>
          <DueLines due={today.due} />
          <HeldLines held={today.held} />
        </>
      ) : null}
      <View className="gap-m">
        <Button kind={isIn ? 'secondary' : 'primary'} onPress={() => open('scan')}>
          {isIn ? '继续签到或撤离' : '去签到'}
        </Button>
      </View>
    </Card>
  );
}

import type { Receipt } from '@common/contract/checkIns';
import { formatDay, formatTime } from '@common/rules/shanghaiTime';
import { theme } from '@common/theme';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Card } from '@/components/card/card';
import { DueLines } from '@/components/due-lines/dueLines';
import { Icon } from '@/components/icon/icon';
import { ms } from '@/services/words';
import './parts.scss';

interface DoneViewProps {
  receipt: Receipt;
  title: string;
  /** What comes next. */
  children: ReactNode;
}

/** The tick behind a form: who, when, where, and what the day still asks for. */
export function DoneView({ receipt, title, children }: DoneViewProps) {
  const { learnerName, at, courseName, activityName, venue, due } = receipt;
  return (
    <View className="venue-done" id="venue-done">
      <View className="venue-done__disc">
        <Icon name="check" size={56} color={theme.color.done} />
      </View>
      <View className="venue-done__title">{title}</View>
      <View className="venue-done__name">{learnerName}</View>
      <View className="venue-done__time">
        {formatDay(ms(at))} {formatTime(ms(at))}
      </View>
      <Card className="venue-done__card">
        <View className="t-head">{courseName}</View>
        {activityName === courseName ? null : <View className="t-soft">{activityName}</View>}
        <View className="t-soft">{venue}</View>
        {due.length > 0 ? (
          <View className="gap-m">
            <DueLines due={due} />
          </View>
        ) : null}
      </Card>
      <View className="venue-done__steps">{children}</View>
    </View>
  );
}

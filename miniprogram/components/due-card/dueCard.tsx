import type { OutputOf } from '@common/contract/endpoint';
import type { Contract } from '@common/contract/index';
import { View } from '@tarojs/components';
import { Card } from '@/components/card/card';
import { DueLines } from '@/components/due-lines/dueLines';
import { Notice } from '@/components/notice/notice';
import { StatusTag } from '@/components/status-tag/statusTag';
import { moment, span } from '@/services/words';
import './dueCard.scss';

export type DueToday = OutputOf<Contract['checkIns']['dueToday']>['items'][number];

/** One of today's activities: what is signed, what is still due, and which scans wait for somebody. */
export function DueCard({ item }: { item: DueToday }) {
  const isDone = item.due.length > 0 && item.due.every(({ done, of }) => done >= of);
  return (
    <Card
      title={item.due.length > 0 ? '今天要签到的' : '等待确认的扫码'}
      className="due-card"
      aside={isDone ? <StatusTag tone="done">已完成</StatusTag> : null}
    >
      <View className="t-head">{item.activityName}</View>
      <View className="t-small">
        {span(item.from, item.to)} · {item.venue}
      </View>
      <DueLines due={item.due} />
      <HeldLines held={item.held} />
    </Card>
  );
}

/** Scans that do not count yet, and who has them. */
export function HeldLines({ held }: Pick<DueToday, 'held'>) {
  return (
    <>
      {held.map(({ at, courseName, words }) => (
        <View key={`${at}${courseName}`} className="due-card__held">
          <Notice tone="waiting">
            <View>
              {moment(at)} 扫码 · {courseName}
            </View>
            <View className="t-small">{words}</View>
          </Notice>
        </View>
      ))}
    </>
  );
}

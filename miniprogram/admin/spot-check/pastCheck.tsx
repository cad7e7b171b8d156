import type { SpotCheckView } from '@common/contract/presence';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Card } from '@/components/card/card';
import { Pressable } from '@/components/pressable/pressable';
import { StatusTag } from '@/components/status-tag/statusTag';
import { moment } from '@/services/words';
import { Answers } from './answers';

/** One that is over: how many answered, and on a tap who. */
export function PastCheck({ check, isOpen: isOpenFirst }: { check: SpotCheckView; isOpen: boolean }) {
  const [isOpen, setOpen] = useState(isOpenFirst);
  const { asked, confirmed, people, startedAt, startedBy } = check;
  const isAll = confirmed === asked;
  const words = isAll ? '全部应答' : `${asked - confirmed} 人未应答`;
  return (
    <Card>
      <Pressable
        className="spot__past"
        onPress={() => setOpen(!isOpen)}
        label={`${moment(startedAt)}的点名，${words}，${isOpen ? '收起' : '查看'}名单`}
      >
        <View className="row">
          <View className="grow">
            <View className="spot__when">{moment(startedAt)}</View>
            <View className="t-small">
              {startedBy} 抽取 {asked} 人，{confirmed} 人应答
            </View>
          </View>
          <StatusTag tone={isAll ? 'done' : 'waiting'}>{words}</StatusTag>
        </View>
      </Pressable>
      {isOpen ? <Answers people={people} isOver /> : null}
    </Card>
  );
}

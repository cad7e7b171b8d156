import { PERSONNEL_STATUSES } from '@common/terms';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { StatusTag } from '@/components/status-tag/statusTag';
import type { PersonDetail } from '../parts/personHead';
import { EndSheet } from './endSheet';
import { StatusSheet } from './statusSheet';

type Period = PersonDetail['statusPeriods'][number];

interface StatusCardProps {
  learner: PersonDetail;
  mayChange: boolean;
  onChanged: () => Promise<void>;
}

/** 人员状态 (manual 004): what compliance leaves out of account, by its days. */
export function StatusCard({ learner, mayChange, onChanged }: StatusCardProps) {
  const [isAdding, setAdding] = useState(false);
  const [ending, setEnding] = useState<Period | null>(null);
  const { status, statusPeriods } = learner;
  return (
    <Card
      title="人员状态"
      aside={
        <StatusTag tone={status === 'active' ? 'done' : 'waiting'}>{PERSONNEL_STATUSES[status]}</StatusTag>
      }
    >
      {statusPeriods.map((period) => (
        <View key={period.id} className="period">
          <View className="grow">
            <View className="period__name">{PERSONNEL_STATUSES[period.status]}</View>
            <View className="period__days">
              {period.from} 至 {period.to ?? '未定'}
            </View>
            {period.reason ? <View className="period__days">{period.reason}</View> : null}
          </View>
          {mayChange ? (
            <Button kind="secondary" size="small" inline onPress={() => setEnding(period)}>
              修改
            </Button>
          ) : null}
        </View>
      ))}
      {statusPeriods.length === 0 ? (
        <View className="t-soft">没有登记产假、不计达标或注销，按正常人员计算达标。</View>
      ) : null}
      {mayChange ? (
        <View className="gap-m">
          <Button id="status-add" kind="secondary" onPress={() => setAdding(true)}>
            登记人员状态
          </Button>
        </View>
      ) : null}
      <StatusSheet
        isOpen={isAdding}
        learnerId={learner.id}
        onClose={() => setAdding(false)}
        onChanged={onChanged}
      />
      <EndSheet
        learnerId={learner.id}
        period={ending}
        onClose={() => setEnding(null)}
        onChanged={onChanged}
      />
    </Card>
  );
}

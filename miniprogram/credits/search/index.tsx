import { yearOf } from '@common/rules/shanghaiTime';
import { CREDIT_CLASSES, CREDIT_STATES, type CreditClass, type CreditState } from '@common/terms';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Card } from '@/components/card/card';
import { Chips } from '@/components/chips/chips';
import { Page } from '@/components/page/page';
import { LearnerGate } from '@/components/session-gate/sessionGate';
import { type DayRange, isRange, RangeFields, yearRange } from '../parts/rangeFields';
import { Results } from './results';
import './index.scss';

const STATES = [
  { value: 'all' as const, label: '全部' },
  ...Object.entries(CREDIT_STATES).map(([value, label]) => ({ value: value as CreditState, label })),
];
const CLASSES = [
  { value: 'all' as const, label: '全部' },
  ...Object.entries(CREDIT_CLASSES).map(([value, label]) => ({ value: value as CreditClass, label })),
];

/** 学分情况查询 (manual 004): 起始日期, 截止日期, 审核状态, 学分类别, and the totals of what is found. */
export default function CreditSearchPage() {
  return (
    <Page>
      <LearnerGate>{() => <Search />}</LearnerGate>
    </Page>
  );
}

function Search() {
  const [range, setRange] = useState<DayRange>(() => yearRange(yearOf(Date.now())));
  const [state, setState] = useState<CreditState | 'all'>('all');
  const [creditClass, setClass] = useState<CreditClass | 'all'>('all');
  return (
    <>
      <Card>
        <RangeFields range={range} onChange={setRange} />
        <View className="credit-search__label">审核状态</View>
        <Chips isLine options={STATES} value={state} onChange={setState} />
        <View className="credit-search__label">学分类别</View>
        <Chips isLine options={CLASSES} value={creditClass} onChange={setClass} />
      </Card>
      {isRange(range) ? (
        <Results
          query={{
            from: range.from ?? undefined,
            to: range.to ?? undefined,
            state,
            creditClass: creditClass === 'all' ? undefined : creditClass,
          }}
          onEverything={() => {
            setRange({ from: null, to: null });
            setState('all');
            setClass('all');
          }}
        />
      ) : null}
    </>
  );
}

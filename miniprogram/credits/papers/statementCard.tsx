import { yearOf } from '@common/rules/shanghaiTime';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { isRange, RangeFields, yearRange } from '../parts/rangeFields';
import { openStatement } from '../services/papers';

/** 学分记录明细表 of a time that is chosen. */
export function StatementCard() {
  const [range, setRange] = useState(() => yearRange(yearOf(Date.now())));
  return (
    <Card title="学分记录明细表" id="statement">
      <RangeFields range={range} onChange={setRange} />
      <Button
        id="open-statement"
        kind="secondary"
        disabled={!isRange(range)}
        onPress={() => openStatement(range.from, range.to)}
      >
        查看学分记录明细表
      </Button>
    </Card>
  );
}

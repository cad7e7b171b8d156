import type { MissingCredit } from '@common/contract/credits';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { moment } from '@/services/words';

const SHOWN_AT_ONCE = 5;

/** The scans that did not count, each with its reason; nothing where there was none. */
export function RefusedCard({ refused }: Pick<MissingCredit, 'refused'>) {
  const [isAll, setAll] = useState(false);
  if (refused.length === 0) {
    return null;
  }
  const shown = isAll ? refused : refused.slice(0, SHOWN_AT_ONCE);
  return (
    <Card title="没有生效的扫码" id="why-refused">
      {shown.map(({ at, reason }) => (
        <View key={`${at} ${reason}`} className="why__refused">
          <View className="why__at">{moment(at)}</View>
          <View>{reason}</View>
        </View>
      ))}
      {shown.length < refused.length ? (
        <Button id="refused-all" kind="quiet" size="small" onPress={() => setAll(true)}>
          显示全部{refused.length}次
        </Button>
      ) : null}
    </Card>
  );
}

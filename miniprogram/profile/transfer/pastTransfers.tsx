import type { TransferSelf } from '@common/contract/transfers';
import { TRANSFER_STATES } from '@common/terms';
import { Card } from '@/components/card/card';
import { ListRow } from '@/components/list-row/listRow';
import { dayWordsOf } from '@/services/dayWords';

/** 调动记录: what is over. */
export function PastTransfers({ items }: { items: readonly TransferSelf[] }) {
  if (items.length === 0) {
    return null;
  }
  return (
    <Card title="调动记录">
      {items.map((item) => (
        <ListRow
          key={item.id}
          title={`${item.fromUnitName} → ${item.toUnitName ?? '未指定单位'}`}
          detail={dayWordsOf(item.admittedAt ?? item.releasedAt ?? item.startedAt)}
          value={TRANSFER_STATES[item.state]}
        />
      ))}
    </Card>
  );
}

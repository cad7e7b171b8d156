import type { OpenActivityView } from '@common/contract/enrolments';
import { Card } from '@/components/card/card';
import { ListRow } from '@/components/list-row/listRow';
import { open } from '@/services/navigate';
import { ms } from '@/services/words';

/** The way to 为什么查不到学分, once the activity has begun. */
export function CreditWhyCard({ activity: { id, from } }: { activity: OpenActivityView }) {
  if (ms(from) > Date.now()) {
    return null;
  }
  return (
    <Card className="activity__why">
      <ListRow
        id="go-credit-why"
        icon="search"
        title="为什么查不到学分？"
        detail="逐项说明条件、卡在哪一步、等谁处理"
        onPress={() => open('creditWhy', { activityId: id })}
      />
    </Card>
  );
}

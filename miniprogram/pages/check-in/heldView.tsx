import type { Receipt } from '@common/contract/checkIns';
import { formatDay, formatTime } from '@common/rules/shanghaiTime';
import type { HeldKind } from '@common/terms';
import { theme } from '@common/theme';
import { View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Icon } from '@/components/icon/icon';
import { useCountdown } from '@/hooks/useCountdown';
import { tell } from '@/services/feedback';
import { type KeptClaim, keptClaim } from '@/services/keptClaim';
import { locate } from '@/services/locate';
import { open } from '@/services/navigate';
import { ms } from '@/services/words';
import { ReceiptCard } from './receiptCard';
import type { CheckInRun } from './useCheckIn';

const TITLES: Record<HeldKind, string> = {
  unapproved: '已记录，等待审核',
  late: '已补传，等待确认',
  place: '已记录，等待确认',
};

interface HeldViewProps {
  receipt: Receipt;
  held: NonNullable<Receipt['held']>;
  kept: KeptClaim;
  run: CheckInRun;
}

/** In amber: the scan is on record, and somebody else has to say yes. */
export function HeldView({ receipt, held, kept, run }: HeldViewProps) {
  const seconds = useCountdown(kept.until);
  const locateAgain = async () => {
    const place = await locate(true);
    if (typeof place === 'string') {
      tell('没有取得您的位置，请稍后再试；扫码已保留，不会丢失');
      return;
    }
    await run.start({ kept: keptClaim.add(kept, { place }) });
  };
  return (
    <View className="done done--held" id="check-in-held">
      <View className="done__disc">
        <Icon name="hourglass" size={64} color={theme.color.waiting} />
      </View>
      <View className="done__title">{TITLES[held.kind]}</View>
      <View className="done__name">{receipt.learnerName}</View>
      <View className="done__time">{formatTime(ms(receipt.at))}</View>
      <View className="done__day">{formatDay(ms(receipt.at))}</View>
      <View className="done__held">{held.words}</View>
      <ReceiptCard receipt={receipt} />
      <View className="done__step">
        <Button id="check-in-next" onPress={() => open('home')}>
          {held.kind === 'unapproved' ? '查看审核状态' : '完成'}
        </Button>
      </View>
      {held.kind === 'place' && seconds > 0 ? (
        <View className="gap-s">
          <Button id="check-in-locate" kind="quiet" onPress={locateAgain}>
            我在会场，重新定位
          </Button>
        </View>
      ) : null}
    </View>
  );
}

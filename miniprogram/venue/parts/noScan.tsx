import type { Direction } from '@common/terms';
import { Button } from '@/components/button/button';
import { Empty } from '@/components/empty/empty';
import { open, replaceWith } from '@/services/navigate';
import { scan } from '@/services/scan';
import { directionName } from '@/services/words';

interface NoScanProps {
  /** What the code on the screen is for. */
  direction: Direction;
  /** Why there is no scan to go on with. */
  why: string;
}

/** Without a good scan nothing can be handed in: here is the camera. */
export function NoScan({ direction, why }: NoScanProps) {
  const again = async () => {
    const text = await scan();
    if (text !== null) {
      await replaceWith('checkIn', { text });
    }
  };
  return (
    <Empty icon="scan" title={`请扫描会场大屏上的${directionName(direction)}二维码`} detail={why}>
      <Button id="scan-again" onPress={again}>
        扫码
      </Button>
      <Button kind="quiet" onPress={() => open('home')}>
        返回首页
      </Button>
    </Empty>
  );
}

import { ApiError } from '@common/contract/errors';
import type { Direction } from '@common/terms';
import { Button } from '@/components/button/button';
import { Empty } from '@/components/empty/empty';
import { open, replaceWith } from '@/services/navigate';
import { scan } from '@/services/scan';
import { directionName } from '@/services/words';

/** After these nothing can be handed in with this scan. */
const ENDS: readonly ApiError['code'][] = [
  'CLAIM_EXPIRED',
  'CLAIM_NOT_YOURS',
  'WALK_IN_CLOSED',
  'FACE_REQUIRED',
];

/** Whether the scan is no good any more: the error says why, and here is the camera. */
export function isScanOver(error: unknown): error is ApiError {
  return error instanceof ApiError && ENDS.includes(error.code);
}

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

import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Notice } from '@/components/notice/notice';
import { type KeptClaim, keptClaim } from '@/services/keptClaim';
import { LOCATION_SETTING, locate } from '@/services/locate';
import { UNKNOWN_PLACE } from '@/services/located';
import { claimWords } from '@/services/words';
import { KeptTime } from './keptTime';
import { HomeStep, Middle } from './middle';
import type { CheckInRun } from './useCheckIn';

/** Where the phone is, asked for with its reason before WeChat asks; and the ways on where it was refused. */
export function PlaceView({ kept, run }: { kept: KeptClaim; run: CheckInRun }) {
  const [obstacle, setObstacle] = useState<'refused' | 'unknown'>();
  const find = async () => {
    const located = await locate(true);
    if (typeof located === 'string') {
      setObstacle(located);
      return;
    }
    await run.start({ kept: keptClaim.add(kept, { place: located }) });
  };
  const allow = async () => {
    await LOCATION_SETTING.open?.();
    await find();
  };
  const canOpen = obstacle === 'refused' && LOCATION_SETTING.open !== null;
  return (
    <Middle id="check-in-place" icon="place" tone="brand" title="请确认您在会场">
      <View className="check-in__detail">{claimWords(kept.claim)}</View>
      <View className="check-in__detail">
        主管部门要求在会场签到。继教通只在签到时取一次您的位置，用于核对与会场的距离，与本次签到一起保存
      </View>
      {obstacle ? (
        <View className="check-in__why">
          <Notice tone="act">{obstacle === 'refused' ? LOCATION_SETTING.checkInWords : UNKNOWN_PLACE}</Notice>
        </View>
      ) : null}
      <KeptTime until={kept.until} />
      <View className="check-in__steps">
        <Button id="check-in-locate" onPress={canOpen ? allow : find}>
          {obstacle ? (canOpen ? '去设置' : '重新定位') : '允许使用位置并签到'}
        </Button>
        {obstacle ? <View className="check-in__aside">仍然不行，请联系活动管理员补录</View> : null}
        <HomeStep />
      </View>
    </Middle>
  );
}

import { ApiError } from '@common/contract/errors';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Notice } from '@/components/notice/notice';
import { checkFace } from '@/services/faceCheck';
import { wordsOf } from '@/services/feedback';
import { type KeptClaim, keptClaim } from '@/services/keptClaim';
import { claimWords } from '@/services/words';
import { KeptTime } from './keptTime';
import { HomeStep, Middle } from './middle';
import type { CheckInRun } from './useCheckIn';

interface FaceViewProps {
  kept: KeptClaim;
  /** Why the last check did not do. */
  message?: string;
  run: CheckInRun;
}

/** 人脸核身 by WeChat itself, before the check-in counts. */
export function FaceView({ kept, message, run }: FaceViewProps) {
  const [why, setWhy] = useState(message);
  const [isOver, setOver] = useState(false);
  const check = async () => {
    setWhy(undefined);
    try {
      const faceCheckId = await checkFace(kept.claim.claimId);
      await run.start({ kept: keptClaim.add(kept, { faceCheckId }) });
    } catch (error) {
      setOver(error instanceof ApiError && error.code === 'CLAIM_EXPIRED');
      setWhy(wordsOf(error));
    }
  };
  return (
    <Middle id="check-in-face" icon="person" tone="brand" title="请完成人脸核身">
      <View className="check-in__detail">{claimWords(kept.claim)}</View>
      <View className="check-in__detail">
        主管部门要求本人签到。由微信核验您的姓名、身份证号码和人脸，继教通只得到是否通过，不保存人脸
      </View>
      {why ? (
        <View className="check-in__why">
          <Notice tone="act">{why}</Notice>
        </View>
      ) : null}
      <KeptTime until={kept.until} />
      <View className="check-in__steps">
        <Button id="check-in-face-start" onPress={isOver ? run.rescan : check}>
          {isOver ? '重新扫码' : why ? '重新核身' : '开始人脸核身'}
        </Button>
        {why ? <View className="check-in__aside">仍然不能通过，请联系活动管理员补录</View> : null}
        <HomeStep />
      </View>
    </Middle>
  );
}

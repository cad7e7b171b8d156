import type { OutputOf } from '@common/contract/endpoint';
import type { Contract } from '@common/contract/index';
import { Image, Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useMemo } from 'react';
import { Button } from '@/components/button/button';
import { Notice } from '@/components/notice/notice';
import { useCountdown } from '@/hooks/useCountdown';
import { remaining } from '@/services/words';
import { pictureFile } from '../services/pictureFile';
import { qrPng } from '../services/qrPng';

interface WaitingStepProps {
  name: string;
  started: OutputOf<Contract['bindings']['startBinding']>;
  /** By this phone's clock (ms). */
  until: number;
  onAgain: () => Promise<void>;
}

/** The two ways to confirm: the QR, or the code as a message. The page behind notices by itself. */
export function WaitingStep({ name, started: { code, qrText }, until, onAgain }: WaitingStepProps) {
  const seconds = useCountdown(until);
  const picture = useMemo(() => pictureOf(qrText, code), [qrText, code]);
  const message = `绑定 ${code}`;
  // WeChat itself says that it has copied.
  const copy = () => Taro.setClipboardData({ data: message });
  return (
    <View className="binding">
      {picture ? (
        <>
          <Image id="binding-qr" className="binding__qr" src={picture} showMenuByLongpress />
          <View className="binding__words">
            {process.env.TARO_ENV === 'weapp'
              ? `长按二维码，识别后关注“${name}”，即完成绑定`
              : `用微信“扫一扫”扫描二维码，关注“${name}”，即完成绑定`}
          </View>
          <View className="binding__or">或者</View>
        </>
      ) : null}
      <View className="binding__words">关注公众号“{name}”，向它发送：</View>
      <Text userSelect className="binding__code" id="binding-code">
        {message}
      </Text>
      <Button id="binding-copy" kind="secondary" size="small" inline onPress={copy}>
        复制
      </Button>
      <View className="gap-l binding__state">
        {seconds > 0 ? (
          <Notice tone="waiting" id="binding-waiting">
            等待您在微信中确认，{remaining(seconds)}内有效。确认后这里自动显示结果。
          </Notice>
        ) : (
          <Notice tone="act">
            <View>二维码和绑定码已过期</View>
            <View className="gap-s">
              <Button id="binding-again" kind="secondary" size="small" inline onPress={onAgain}>
                重新获取
              </Button>
            </View>
          </Notice>
        )}
      </View>
    </View>
  );
}

/** The address of the drawn QR; null where there is none to draw, or no room for it: the code is the way then. */
function pictureOf(qrText: string | null, code: string): string | null {
  try {
    return qrText && pictureFile(qrPng(qrText), `binding-${code}`);
  } catch {
    return null;
  }
}

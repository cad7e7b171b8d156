import { View } from '@tarojs/components';
import { Notice } from '@/components/notice/notice';
import { useLoad } from '@/hooks/useLoad';
import { api } from '@/services/session';
import './smsHint.scss';

/** Where no SMS is really sent, says where its words can be read. Draws nothing otherwise. */
export function SmsHint() {
  const { data } = useLoad(() => api.accounts.config({}));
  return data?.simulated ? (
    <View className="sms-hint">
      <Notice tone="info">演示环境不发送真实短信，验证码显示在“模拟微信”页面的“手机短信”中。</Notice>
    </View>
  ) : null;
}

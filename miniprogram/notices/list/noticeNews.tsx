import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { Button } from '@/components/button/button';
import { tell } from '@/services/feedback';
import { askSubscribe, prepareSubscribe } from '@/services/subscribe';

/** To be told of an important 通知, where WeChat can ask for it. */
export function NoticeNews() {
  const [canAsk, setCanAsk] = useState(false);
  useEffect(() => {
    void prepareSubscribe('notice').then(setCanAsk);
  }, []);
  if (!canAsk) {
    return null;
  }
  const subscribe = async () =>
    tell((await askSubscribe('notice')) ? '已订阅，有重要通知时会告诉您' : '没有订阅，可随时在这里查看通知');
  return (
    <View className="notices__news">
      <View className="grow t-small">有重要通知时，在微信中提醒我</View>
      <Button id="subscribe-notice" kind="secondary" size="small" inline onPress={subscribe}>
        订阅提醒
      </Button>
    </View>
  );
}

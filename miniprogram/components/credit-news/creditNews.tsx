import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { Button } from '@/components/button/button';
import { Notice } from '@/components/notice/notice';
import { tell } from '@/services/feedback';
import { askSubscribe, prepareSubscribe } from '@/services/subscribe';

/** Beside a credit that waits for its review: what comes with the review, and to be told of it where WeChat can. */
export function CreditNews({ words }: { words: string }) {
  const [canAsk, setCanAsk] = useState(false);
  useEffect(() => {
    void prepareSubscribe('credit').then(setCanAsk);
  }, []);
  const ask = async () => {
    tell(
      (await askSubscribe('credit')) ? '已订阅，学分审核后会通知您' : '没有订阅，可随时在这里查看审核进度',
    );
  };
  return (
    <Notice tone="waiting" id="credit-news">
      <View>{words}</View>
      {canAsk ? (
        <View className="gap-s">
          <Button id="subscribe-credit" kind="secondary" size="small" inline onPress={ask}>
            订阅学分变化通知
          </Button>
        </View>
      ) : null}
    </Notice>
  );
}

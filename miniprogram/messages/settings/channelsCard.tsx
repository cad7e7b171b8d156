import { MESSAGE_CHANNELS } from '@common/terms';
import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { StatusTag } from '@/components/status-tag/statusTag';
import { tell } from '@/services/feedback';
import { open } from '@/services/navigate';
import { askSubscribe, prepareSubscribe } from '@/services/subscribe';
import { CHANNELS } from './choices';
import type { Channels } from './useChoices';

interface ChannelsCardProps {
  channels: Channels;
  onAllowed: () => unknown;
}

/** 接收方式: whether the learner can be reached by each, and what he does where not. */
export function ChannelsCard({ channels, onAllowed }: ChannelsCardProps) {
  const shown = channels.filter(({ channel }) => CHANNELS.some((each) => each === channel));
  return (
    <Card title="接收方式" id="channels">
      {shown.map(({ channel, isReachable, words }) => (
        <View key={channel} id={`channel-${channel}`} className="channel">
          <View className="row row--between">
            <View className="t-body">{MESSAGE_CHANNELS[channel]}</View>
            <StatusTag tone={isReachable ? 'done' : 'plain'}>{isReachable ? '可接收' : '未开通'}</StatusTag>
          </View>
          {words ? <View className="channel__words">{words}</View> : null}
          {channel === 'subscribe' ? <Allow onAllowed={onAllowed} /> : null}
          {channel === 'officialAccount' && !isReachable ? (
            <Button
              id="go-official-account"
              kind="secondary"
              size="small"
              inline
              onPress={() => open('officialAccount')}
            >
              去绑定公众号
            </Button>
          ) : null}
        </View>
      ))}
    </Card>
  );
}

/** One yes in WeChat is one message, so it can be given again and again. Nothing where WeChat cannot ask. */
function Allow({ onAllowed }: { onAllowed: () => unknown }) {
  const [canAsk, setCanAsk] = useState(false);
  useEffect(() => {
    void prepareSubscribe().then(setCanAsk);
  }, []);
  const allow = async () => {
    const isAllowed = await askSubscribe();
    tell(isAllowed ? '已允许，有新消息时会通知您' : '没有允许，可随时在“消息”中查看');
    if (isAllowed) {
      await onAllowed();
    }
  };
  return canAsk ? (
    <Button id="allow-subscribe" kind="secondary" size="small" inline onPress={allow}>
      允许订阅消息
    </Button>
  ) : null;
}

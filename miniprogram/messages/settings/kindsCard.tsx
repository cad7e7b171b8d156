import type { MessageChoices } from '@common/contract/messages';
import { MESSAGE_CHANNELS, MESSAGE_KINDS } from '@common/terms';
import { View } from '@tarojs/components';
import { Card } from '@/components/card/card';
import { Toggle } from '../parts/toggle';
import { CHANNELS, isOn, KINDS, switched } from './choices';
import type { Change } from './useChoices';

interface KindsCardProps {
  choices: MessageChoices;
  onChange: (change: Change) => unknown;
}

/** A short head over each column of switches. */
const HEADS = { subscribe: '订阅消息', officialAccount: '公众号' } as const;

/** 接收哪些消息: a switch for each kind and channel; 账号安全 is always sent. */
export function KindsCard({ choices, onChange }: KindsCardProps) {
  return (
    <Card title="接收哪些消息" id="kinds">
      <View className="kinds__row kinds__row--head">
        <View className="grow" />
        {CHANNELS.map((channel) => (
          <View key={channel} className="kinds__head">
            {HEADS[channel]}
          </View>
        ))}
      </View>
      {KINDS.map((kind) => (
        <View key={kind} className="kinds__row">
          <View className="grow">{MESSAGE_KINDS[kind]}</View>
          {CHANNELS.map((channel) => (
            <View key={channel} className="kinds__cell">
              <Toggle
                id={`${kind}-${channel}`}
                isOn={isOn(choices, { kind, channel })}
                label={`${MESSAGE_KINDS[kind]}，${MESSAGE_CHANNELS[channel]}`}
                onChange={(on) => onChange((now) => switched(now, { kind, channel }, on))}
              />
            </View>
          ))}
        </View>
      ))}
      <View className="kinds__row kinds__row--fixed" id="kind-account">
        <View className="grow">
          {MESSAGE_KINDS.account}
          <View className="kinds__reason">
            找回密码、更换手机号、绑定微信等，为防他人冒用，始终通过微信和短信通知，不能关闭
          </View>
        </View>
        <View className="kinds__fixed">始终接收</View>
      </View>
    </Card>
  );
}

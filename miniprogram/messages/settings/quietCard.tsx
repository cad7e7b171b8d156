import type { MessageChoices } from '@common/contract/messages';
import { theme } from '@common/theme';
import { Picker, View } from '@tarojs/components';
import { Card } from '@/components/card/card';
import { Icon } from '@/components/icon/icon';
import { tell } from '@/services/feedback';
import { Toggle } from '../parts/toggle';
import { hourWords, quietWords, USUAL_NIGHT } from './choices';

type Quiet = MessageChoices['quiet'];
const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

interface QuietCardProps {
  quiet: Quiet;
  onChange: (quiet: Quiet) => unknown;
}

/** 免打扰: the hours in which nothing is sent. */
export function QuietCard({ quiet, onChange }: QuietCardProps) {
  const set = (part: Partial<NonNullable<Quiet>>) => {
    const next = { ...USUAL_NIGHT, ...quiet, ...part };
    if (next.from === next.to) {
      tell('开始和结束时间不能相同');
      return;
    }
    void onChange(next);
  };
  return (
    <Card id="quiet">
      <View className="kinds__row quiet__head">
        <View className="grow">
          <View className="t-head">免打扰</View>
          <View className="kinds__reason">
            {quiet ? `${quietWords(quiet)}不发送，之后再发；账号安全除外` : '随时发送'}
          </View>
        </View>
        <Toggle
          id="quiet-on"
          isOn={quiet !== null}
          label="免打扰"
          onChange={(on) => onChange(on ? USUAL_NIGHT : null)}
        />
      </View>
      {quiet ? (
        <>
          <Hour id="quiet-from" label="开始" hour={quiet.from} onChange={(from) => set({ from })} />
          <Hour id="quiet-to" label="结束" hour={quiet.to} onChange={(to) => set({ to })} />
        </>
      ) : null}
    </Card>
  );
}

interface HourProps {
  id: string;
  label: string;
  hour: number;
  onChange: (hour: number) => void;
}

function Hour({ id, label, hour, onChange }: HourProps) {
  // Midnight is called 24 by some and 0 by others.
  const value = hour % 24;
  return (
    <View id={id}>
      <Picker
        mode="selector"
        range={HOURS.map(hourWords)}
        value={value}
        onChange={(event) => onChange(Number(event.detail.value))}
      >
        <View className="kinds__row" aria-label={`${label}时间 ${hourWords(value)}`}>
          <View className="grow">{label}</View>
          <View className="quiet__hour t-number">{hourWords(value)}</View>
          <Icon name="chevron" size={18} color={theme.color.inkFaint} />
        </View>
      </Picker>
    </View>
  );
}

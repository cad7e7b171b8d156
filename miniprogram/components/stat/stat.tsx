import { View } from '@tarojs/components';
import './stat.scss';

interface StatProps {
  value: string | number;
  unit?: string;
  label: string;
  tone?: 'plain' | 'waiting' | 'done';
}

/** A number and what it counts. */
export function Stat({ value, unit, label, tone = 'plain' }: StatProps) {
  return (
    <View className={`stat stat--${tone}`}>
      <View className="stat__value">
        {value}
        {unit ? <View className="stat__unit">{unit}</View> : null}
      </View>
      <View className="stat__label">{label}</View>
    </View>
  );
}

import { View } from '@tarojs/components';
import { Pressable } from '@/components/pressable/pressable';
import './chips.scss';

interface ChipsProps<T extends string> {
  options: readonly { value: T; label: string }[];
  value: T | null;
  onChange: (value: T) => void;
  /** One line that is swiped instead of several. */
  isLine?: boolean;
}

/** A few things to choose one from. */
export function Chips<T extends string>({ options, value, onChange, isLine }: ChipsProps<T>) {
  return (
    <View className={`chips ${isLine ? 'chips--line' : ''}`}>
      {options.map((option) => (
        <Pressable
          key={option.value}
          className={`chip ${option.value === value ? 'chip--on' : ''}`}
          onPress={() => onChange(option.value)}
          role="tab"
          isChecked={option.value === value}
        >
          {option.label}
        </Pressable>
      ))}
    </View>
  );
}

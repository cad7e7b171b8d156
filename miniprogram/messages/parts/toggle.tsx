import { View } from '@tarojs/components';
import { Pressable } from '@/components/pressable/pressable';
import './toggle.scss';

interface ToggleProps {
  id: string;
  isOn: boolean;
  /** What it switches, for screen readers. */
  label: string;
  /** A tap switches it the other way. */
  onChange: (isOn: boolean) => unknown;
}

/** A switch, drawn by us so that it looks alike everywhere. */
export function Toggle({ id, isOn, label, onChange }: ToggleProps) {
  return (
    <Pressable
      id={id}
      className="toggle"
      role="checkbox"
      label={label}
      isChecked={isOn}
      // The saving is shown by the switch itself, which must stay alive for the next tap.
      onPress={() => void onChange(!isOn)}
    >
      <View className={isOn ? 'toggle__track toggle__track--on' : 'toggle__track'}>
        <View className="toggle__knob" />
      </View>
    </Pressable>
  );
}

import { theme } from '@common/theme';
import { View } from '@tarojs/components';
import { Icon } from '@/components/icon/icon';
import './parts.scss';

/** A round box, ticked or not. */
export function Tick({ isOn }: { isOn: boolean }) {
  return (
    <View className={`tick ${isOn ? 'tick--on' : ''}`}>
      {isOn ? <Icon name="check" size={16} color={theme.color.surface} /> : null}
    </View>
  );
}

import { theme } from '@common/theme';
import { Input, View } from '@tarojs/components';
import { Icon } from '@/components/icon/icon';
import { Pressable } from '@/components/pressable/pressable';
import './parts.scss';

interface SearchBoxProps {
  value: string;
  onChange: (value: string) => void;
}

/** Where people are looked for: part of a name, or a whole number (numbers are stored sealed and found only whole). */
export function SearchBox({ value, onChange }: SearchBoxProps) {
  return (
    <View className="search">
      <Icon name="search" size={20} color={theme.color.inkFaint} />
      <Input
        id="people-q"
        className="search__input"
        value={value}
        maxlength={40}
        placeholder="姓名，或完整的证件号、卡号"
        placeholderClass="field__placeholder"
        onInput={(event) => onChange(event.detail.value)}
        aria-label="查找人员"
      />
      {value ? (
        <Pressable className="search__clear" onPress={() => onChange('')} label="清除">
          <Icon name="close" size={18} color={theme.color.inkFaint} />
        </Pressable>
      ) : null}
    </View>
  );
}

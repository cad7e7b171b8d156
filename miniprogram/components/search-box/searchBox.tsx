import { theme } from '@common/theme';
import { Input, View } from '@tarojs/components';
import { Icon } from '@/components/icon/icon';
import { Pressable } from '@/components/pressable/pressable';
import './searchBox.scss';

interface SearchBoxProps {
  id: string;
  value: string;
  onChange: (value: string) => void;
  /** What is looked for, for screen readers. */
  label: string;
  /** What can be typed. */
  placeholder: string;
}

/** Where a list is searched while one types. */
export function SearchBox({ id, value, onChange, label, placeholder }: SearchBoxProps) {
  return (
    <View className="search">
      <Icon name="search" size={20} color={theme.color.inkFaint} />
      <Input
        id={id}
        className="search__input"
        value={value}
        maxlength={40}
        placeholder={placeholder}
        placeholderClass="field__placeholder"
        onInput={(event) => onChange(event.detail.value)}
        aria-label={label}
      />
      {value ? (
        <Pressable className="search__clear" onPress={() => onChange('')} label="清除">
          <Icon name="close" size={18} color={theme.color.inkFaint} />
        </Pressable>
      ) : null}
    </View>
  );
}

import { theme } from '@common/theme';
import { Picker, Text, View } from '@tarojs/components';
import { Icon } from '@/components/icon/icon';
import { Pressable } from '@/components/pressable/pressable';
import { Field, type FieldProps } from './field';

interface DateFieldProps extends Omit<FieldProps, 'children'> {
  /** `YYYY-MM-DD` or, of a month, `YYYY-MM`; null while not chosen. */
  value: string | null;
  onChange: (value: string | null) => void;
  placeholder: string;
  /** How far one chooses. */
  unit?: 'day' | 'month';
  /** The last day that can be chosen. */
  end?: string;
}

/** `2026年11月21日`, `2026年11月`. */
function words(value: string): string {
  const [year, month, date] = value.split('-').map(Number);
  return `${year}年${month}月${date ? `${date}日` : ''}`;
}

/** A day or a month, by the platform's own wheel; an optional one can be emptied again. */
export function DateField(props: DateFieldProps) {
  const { value, onChange, placeholder, unit = 'day', end, label, required } = props;
  return (
    <Field {...props}>
      <View className="field__box">
        <Picker
          className="field__picker"
          mode="date"
          fields={unit}
          value={value ?? ''}
          end={end}
          onChange={(event) => onChange(String(event.detail.value))}
        >
          <View className="field__picked" aria-label={`${label}：${value ? words(value) : placeholder}`}>
            <Text className={`field__value ${value ? '' : 'field__value--empty'}`}>
              {value ? words(value) : placeholder}
            </Text>
            {value && !required ? null : <Icon name="chevron" size={20} color={theme.color.inkFaint} />}
          </View>
        </Picker>
        {value && !required ? (
          <Pressable className="field__clear" onPress={() => onChange(null)} label={`清除${label}`}>
            <Icon name="close" size={18} color={theme.color.inkFaint} />
          </Pressable>
        ) : null}
      </View>
    </Field>
  );
}

import { theme } from '@common/theme';
import { Text } from '@tarojs/components';
import { Icon } from '@/components/icon/icon';
import { Pressable } from '@/components/pressable/pressable';
import { Field, type FieldProps } from './field';

interface SelectFieldProps extends Omit<FieldProps, 'children'> {
  /** What has been chosen, in words. */
  value: string;
  /** A second, smaller line: where the unit is. */
  detail?: string;
  placeholder: string;
  onOpen: () => void;
}

/** A place of a form that is filled by choosing: it opens a Sheet. */
export function SelectField(props: SelectFieldProps) {
  const { value, detail, placeholder, onOpen, label } = props;
  return (
    <Field {...props}>
      <Pressable className="field__box" onPress={onOpen} label={`${label}：${value || placeholder}`}>
        <Text className={`field__value ${value ? '' : 'field__value--empty'}`}>
          {value || placeholder}
          {detail ? <Text className="field__detail">{detail}</Text> : null}
        </Text>
        <Icon name="chevron" size={20} color={theme.color.inkFaint} />
      </Pressable>
    </Field>
  );
}

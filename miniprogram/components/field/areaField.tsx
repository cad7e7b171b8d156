import { Textarea, View } from '@tarojs/components';
import { Field, type FieldProps } from './field';

interface AreaFieldProps extends Omit<FieldProps, 'children'> {
  value: string;
  onChange: (value: string) => void;
  placeholder?: string;
  maxLength: number;
}

/** A few lines to type in. */
export function AreaField(props: AreaFieldProps) {
  const { value, onChange, placeholder, maxLength, label } = props;
  return (
    <Field {...props}>
      <View className="field__box field__box--area">
        <Textarea
          className="field__area"
          value={value}
          maxlength={maxLength}
          placeholder={placeholder}
          placeholderClass="field__placeholder"
          onInput={(event) => onChange(event.detail.value)}
          aria-label={label}
        />
      </View>
    </Field>
  );
}

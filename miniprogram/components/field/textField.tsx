import { Input, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Field, type FieldProps } from './field';

interface TextFieldProps extends Omit<FieldProps, 'children'> {
  value: string;
  onChange: (value: string) => void;
  /** When the typing is over: the time to check. */
  onBlur?: () => void;
  /** The keyboard's 完成 key. */
  onConfirm?: () => void;
  placeholder?: string;
  /** The keyboard that opens. */
  type?: 'text' | 'number' | 'idcard' | 'tel';
  isPassword?: boolean;
  maxLength?: number;
  /** At the right end of the box: a button, a sign. */
  aside?: ReactNode;
  isLocked?: boolean;
}

/** A line to type in. */
export function TextField(props: TextFieldProps) {
  const { value, onChange, placeholder, type = 'text', maxLength = 60, aside, isLocked, isPassword } = props;
  // WeChat has no `tel` keyboard of its own and calls it number.
  const keyboard = type === 'tel' && process.env.TARO_ENV === 'weapp' ? 'number' : type;
  return (
    <Field {...props}>
      <View className={`field__box ${isLocked ? 'field__box--locked' : ''}`}>
        {isLocked ? (
          <View className="field__input field__input--locked">{value}</View>
        ) : (
          <Input
            className="field__input"
            value={value}
            type={keyboard as 'text'}
            password={isPassword}
            maxlength={maxLength}
            placeholder={placeholder}
            placeholderClass="field__placeholder"
            onInput={(event) => onChange(event.detail.value)}
            onBlur={props.onBlur}
            onConfirm={props.onConfirm}
            aria-label={props.label}
          />
        )}
        {aside}
      </View>
    </Field>
  );
}

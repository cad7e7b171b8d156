import { theme } from '@common/theme';
import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Icon } from '@/components/icon/icon';
import './field.scss';

export interface FieldProps {
  /** `field-NAME` is what a form scrolls to. */
  id?: string;
  label: string;
  required?: boolean;
  /** What is wrong and what to do, under the field in red. */
  error?: string;
  /** What is good to know, in the place of an error. */
  hint?: ReactNode;
  children: ReactNode;
}

/** A labelled place of a form. */
export function Field({ id, label, required, error, hint, children }: FieldProps) {
  return (
    <View id={id} className={`field ${error ? 'field--wrong' : ''}`}>
      <View className="field__label">
        {label}
        {required ? <Text className="field__star">*</Text> : <Text className="field__optional">选填</Text>}
      </View>
      {children}
      {error ? (
        <View className="field__error">
          <Icon name="alert" size={16} color={theme.color.act} />
          <Text className="field__message">{error}</Text>
        </View>
      ) : hint ? (
        <View className="field__hint">{hint}</View>
      ) : null}
    </View>
  );
}

import { Button as TaroButton, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { usePress } from '@/hooks/usePress';
import './button.scss';

export interface ButtonProps {
  children: ReactNode;
  /** What a tap does. While its promise runs the button is busy and deaf; a rejection is told to the person. */
  onPress?: () => unknown;
  /** `primary`: the one next step. `secondary`: another way. `quiet`: like a link. `danger`: destroys. */
  kind?: 'primary' | 'secondary' | 'quiet' | 'danger';
  size?: 'large' | 'small';
  disabled?: boolean;
  /** As wide as its words. */
  inline?: boolean;
  id?: string;
  className?: string;
  /** WeChat's phone number button: its code goes here, null when the person refused. Takes the place of `onPress`. */
  onPhoneCode?: (code: string | null) => unknown;
}

/** Every button of the product: a double tap sends once. */
export function Button(props: ButtonProps) {
  const { children, onPress, kind = 'primary', size = 'large', disabled, inline, id, onPhoneCode } = props;
  const { isBusy, press } = usePress();
  const act = (action: (() => unknown) | undefined) => press(disabled ? undefined : action);
  const handlers = onPhoneCode
    ? {
        openType: 'getPhoneNumber' as const,
        onGetPhoneNumber: (event: { detail: { code?: string } }) =>
          act(() => onPhoneCode(event.detail.code ?? null)),
      }
    : { onClick: () => act(onPress) };
  const classes = [
    'button',
    `button--${kind}`,
    `button--${size}`,
    inline && 'button--inline',
    isBusy && 'button--busy',
    disabled && 'button--disabled',
    props.className,
  ];
  return (
    <TaroButton
      id={id}
      className={classes.filter(Boolean).join(' ')}
      hoverClass={disabled ? 'none' : 'button--pressed'}
      // On H5 a false attribute is still an attribute.
      disabled={disabled || undefined}
      {...handlers}
    >
      {isBusy ? <View className="button__spinner" /> : null}
      <View className="button__words">{children}</View>
    </TaroButton>
  );
}

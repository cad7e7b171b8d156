/** Stand-ins for @tarojs/components: plain elements with Taro's events. */
import { type ChangeEvent, createElement, type ReactElement, type ReactNode } from 'react';

interface Props {
  children?: ReactNode;
  [name: string]: unknown;
}

/** Properties that only WeChat knows: React would warn about them. */
const OURS = [
  'hoverClass',
  'placeholderClass',
  'catchMove',
  'openType',
  'onGetPhoneNumber',
  'onConfirm',
  'aria-role',
  'userSelect',
];

function known(props: Props): Props {
  return Object.fromEntries(Object.entries(props).filter(([name]) => !OURS.includes(name)));
}

function typed(tag: 'input' | 'textarea', props: Props): ReactElement {
  const { onInput, maxlength, password, type: _keyboard, ...rest } = props;
  return createElement(tag, {
    ...known(rest),
    maxLength: maxlength,
    ...(tag === 'input' ? { type: password ? 'password' : 'text' } : {}),
    onChange: (event: ChangeEvent<HTMLInputElement>) =>
      (onInput as ((event: object) => void) | undefined)?.({ detail: { value: event.target.value } }),
  });
}

export const View = (props: Props) => createElement('div', known(props));
export const Text = (props: Props) => createElement('span', known(props));
export const Input = (props: Props) => typed('input', props);
export const Textarea = (props: Props) => typed('textarea', props);

/** WeChat's phone button gives its code at a click. */
export function Button(props: Props) {
  const onGetPhoneNumber = props.onGetPhoneNumber as ((event: object) => void) | undefined;
  const onClick = onGetPhoneNumber
    ? () => onGetPhoneNumber({ detail: { code: 'phone-code' } })
    : props.onClick;
  return createElement('button', { ...known(props), type: 'button', onClick });
}

export const Image = ({ id, src, onError }: Props) =>
  createElement('img', { id, src, alt: '', onError: onError as (() => void) | undefined });

/** WeChat draws a text of tags; here it stands as it is. */
export const RichText = ({ nodes }: Props) => createElement('div', { 'data-rich': String(nodes) });

/** The platform's wheel: a test turns it by `fireEvent.change` on the input. */
export function Picker({ children, value, onChange }: Props) {
  return createElement(
    'label',
    null,
    children,
    createElement('input', {
      'data-picker': true,
      value: String(value ?? ''),
      onChange: (event: ChangeEvent<HTMLInputElement>) =>
        (onChange as ((event: object) => void) | undefined)?.({ detail: { value: event.target.value } }),
    }),
  );
}

/** A player whose events a test fires on the element: `play`, `pause`, `timeUpdate`, `ended`, `error`. */
export const Video = ({ id, src, onPlay, onPause, onTimeUpdate, onEnded, onError }: Props) =>
  createElement('video', { id, src, onPlay, onPause, onTimeUpdate, onEnded, onError });

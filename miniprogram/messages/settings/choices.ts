import type { MessageChoices } from '@common/contract/messages';
import { codesOf, MESSAGE_KINDS } from '@common/terms';

type Off = MessageChoices['off'][number];

/** What can be chosen. 账号安全 cannot, and SMS is for it alone. */
export const KINDS = codesOf(MESSAGE_KINDS).filter((kind): kind is Off['kind'] => kind !== 'account');
export const CHANNELS = ['subscribe', 'officialAccount'] as const satisfies readonly Off['channel'][];

/** At first: nobody wants to be woken for a credit. */
export const USUAL_NIGHT = { from: 22, to: 7 };

const isSame = (a: Off, b: Off) => a.kind === b.kind && a.channel === b.channel;

/** Whether a kind is sent by a channel. */
export const isOn = ({ off }: MessageChoices, what: Off): boolean => !off.some((each) => isSame(each, what));

/** The choices with a kind switched on or off for a channel. */
export function switched(choices: MessageChoices, what: Off, on: boolean): MessageChoices {
  const others = choices.off.filter((each) => !isSame(each, what));
  return { ...choices, off: on ? others : [...others, what] };
}

/** `22:00`. */
export const hourWords = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;

/** `22:00 至次日 07:00`. */
export const quietWords = ({ from, to }: { from: number; to: number }): string =>
  `${hourWords(from)} 至${to <= from ? '次日' : ''} ${hourWords(to)}`;

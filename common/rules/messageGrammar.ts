/** Understands what is written to the official account, by the table of messageRules.ts, which the help is made from too. */
import type { MessageCommand } from './messageCommands';
import { MESSAGE_RULES } from './messageRules';
import { plainText } from './plainText';

export type { MessageCommand } from './messageCommands';

const LONGEST = 100;
/** Fewer Han than these make no question. */
const LEAST_OF_A_QUESTION = 3;

const COURTESY_BEFORE =
  /^(?:您好|你好|老师好?|请问|请帮我|请|麻烦您?|劳驾|帮我|帮忙|我想知道|我想要?|我要|我需要|想要?|需要)+/;
const COURTESY_AFTER = /(?:谢谢[您你]?|多谢|感谢|好吗|可以吗|行吗|吗|呢|呀|啊|吧|哦|嘛|啦)+$/;

/** Half-width, lower case, letters, digits and Han only, without what is said for courtesy. */
export function compactWords(text: string): string {
  const compact = plainText(text)
    .toLowerCase()
    .replace(/[^a-z0-9\u3400-\u9fff]/g, '');
  return compact.replaceAll('一下', '').replace(COURTESY_BEFORE, '').replace(COURTESY_AFTER, '');
}

/**
 * Understands a text message. Forgiving: full-width letters, digits and spaces, any case, any punctuation or none, no space
 * between the command and what follows, courtesy before and after. Never throws; what nobody understands is `unknown`.
 */
export function parseMessage(text: string): MessageCommand {
  const plain = plainText(text);
  if (plain.length > LONGEST) {
    return { kind: 'unknown' };
  }
  if (/^\?+$/.test(plain)) {
    return { kind: 'help' };
  }
  const words = compactWords(plain);
  for (const { pattern, read } of MESSAGE_RULES) {
    const match = pattern.exec(words);
    if (match) {
      return read(match.slice(1));
    }
  }
  const hans = words.replace(/[^\u3400-\u9fff]/g, '').length;
  return hans >= LEAST_OF_A_QUESTION ? { kind: 'unknown', question: words } : { kind: 'unknown' };
}

/** The help, a line a command, short enough for one bubble. */
export function helpText(): string {
  const lines = MESSAGE_RULES.flatMap(({ help = [] }) =>
    help.map(({ shown, meaning }) => `【${shown}】${meaning}`),
  );
  return ['直接发送下面的文字即可：', ...lines].join('\n');
}

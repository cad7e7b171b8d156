/**
 * What can be said to the official account (manual 003 §四: send kj and the idNo; manual 004: password, credits). One table holds
 * every command with its words and its line in the help, so that the help never lags behind.
 */
import { normaliseIdNo } from './idNo';
import { plainText } from './plainText';

/** A message understood. `year` is missing for the current one. An idNo is normalised but not checked. */
export type MessageCommand =
  | { kind: 'recover'; idNo: string }
  | { kind: 'recoverByCard'; personnelNo: string; last4: string }
  | { kind: 'recoverHelp' }
  | { kind: 'code'; code: string }
  | { kind: 'credits'; year?: number }
  | { kind: 'help' }
  | { kind: 'idNoAlone'; idNo: string }
  | { kind: 'unknown' };

interface Rule {
  /** Against the compact text: half-width, lower case, only letters, digits and Han left. */
  pattern: RegExp;
  read: (groups: readonly (string | undefined)[]) => MessageCommand;
  /** Its line in the help: what to send, and what comes of it. */
  help?: readonly [sample: string, meaning: string];
}

const LONGEST = 100;
const WORDS_OF_NUMBERS = '(?:我的|您的)?(?:身份证|证件)(?:号码|号)?(?:是|为)?';

/** The first rule that fits wins. */
const RULES: readonly Rule[] = [
  {
    // 18 or 15 characters: an idNo. Words such as 身份证号 or a name around it do no harm.
    pattern: /^kj[\u3400-\u9fff]*(\d{17}[\dx]|\d{15})[\u3400-\u9fff]*$/,
    read: ([idNo = '']) => ({ kind: 'recover', idNo: normaliseIdNo(idNo) }),
    help: ['kj 身份证号码', '找回用户名和密码'],
  },
  {
    pattern: /^kj[\u3400-\u9fff]*(\d{10})[\u3400-\u9fff]*(\d{3}[\dx])$/,
    read: ([personnelNo = '', last4 = '']) => ({
      kind: 'recoverByCard',
      personnelNo,
      last4: last4.toUpperCase(),
    }),
    help: ['kj 医通卡号 证件后四位', '用卡号找回'],
  },
  { pattern: /^kj|^(?:忘记|忘了|找回|查询|查)?密码$/, read: () => ({ kind: 'recoverHelp' }) },
  {
    pattern: /^(?:短信)?(?:验证码)?(?:是|为)?(\d{6})$/,
    read: ([code = '']) => ({ kind: 'code', code }),
    help: ['6位短信验证码', '完成找回'],
  },
  {
    pattern:
      /^(?:我要)?(?:查询|查看|查)?(?:我的|今年)?(?:学分明细|学分|明细)(?:查询)?(?:((?:19|20)\d\d)年?度?)?$/,
    read: ([year]) => (year ? { kind: 'credits', year: Number(year) } : { kind: 'credits' }),
    help: ['学分', '查今年的学分'],
  },
  {
    pattern: /^(?:查询|查看|查)?((?:19|20)\d\d)年?度?的?(?:学分明细|学分|明细)$/,
    read: ([year]) => ({ kind: 'credits', year: Number(year) }),
    help: ['学分 2025', '查某一年的学分'],
  },
  {
    pattern: new RegExp(`^(?:${WORDS_OF_NUMBERS})?(\\d{17}[\\dx]|\\d{15})$`),
    read: ([idNo = '']) => ({ kind: 'idNoAlone', idNo: normaliseIdNo(idNo) }),
  },
  {
    pattern: /^(?:帮助|使用帮助|help|h|菜单|怎么用)$/,
    read: () => ({ kind: 'help' }),
    help: ['帮助', '显示本说明'],
  },
];

/**
 * Understands a text message. Forgiving: full-width letters, digits and spaces, any case, any punctuation or none, no space
 * between the command and what follows. Never throws; what nobody understands is `unknown`.
 */
export function parseMessage(text: string): MessageCommand {
  const plain = plainText(text).toLowerCase();
  if (plain.length > LONGEST) {
    return { kind: 'unknown' };
  }
  if (/^\?+$/.test(plain)) {
    return { kind: 'help' };
  }
  const compact = plain.replace(/[^a-z0-9\u3400-\u9fff]/g, '');
  for (const { pattern, read } of RULES) {
    const match = pattern.exec(compact);
    if (match) {
      return read(match.slice(1));
    }
  }
  return { kind: 'unknown' };
}

/** The help, a line a command, short enough for one bubble. */
export function helpText(): string {
  const lines = RULES.flatMap(({ help }) => (help ? [`【${help[0]}】${help[1]}`] : []));
  return ['直接发送下面的文字即可：', ...lines].join('\n');
}

/** Bytes of a text in UTF-8; half of a surrogate pair counts as the three bytes of its replacement. */
export function utf8Length(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return bytes;
}

/** A text within so many bytes of UTF-8 (WeChat's bounds are in bytes): cut between characters and ended by `…` when too long. */
export function truncateUtf8(text: string, maxBytes: number): string {
  if (utf8Length(text) <= maxBytes) {
    return text;
  }
  const ending = maxBytes >= 3 ? '…' : '';
  let room = maxBytes - utf8Length(ending);
  let kept = '';
  for (const character of text) {
    room -= utf8Length(character);
    if (room < 0) {
      break;
    }
    kept += character;
  }
  return kept + ending;
}

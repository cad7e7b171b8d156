/** What a message to the official account can ask for. */

/** A year as it was said: 2025, or 去年 as so many years before the present one. Neither: the present one. */
export interface YearAsked {
  year?: number;
  yearsAgo?: number;
}

/** A message understood. An idNo is normalised but not checked. */
export type MessageCommand =
  | { kind: 'recover'; idNo: string }
  | { kind: 'recoverByCard'; personnelNo: string; last4: string }
  | { kind: 'recoverHelp' }
  | { kind: 'code'; code: string }
  | ({ kind: 'credits' } & YearAsked)
  | ({ kind: 'entries' } & YearAsked)
  | { kind: 'why' }
  | { kind: 'attendance' }
  | { kind: 'tasks' }
  | ({ kind: 'standing' } & YearAsked)
  | { kind: 'notices' }
  /** `words` without spaces and punctuation; empty for all. */
  | { kind: 'faq'; words: string }
  | ({ kind: 'standards'; words: string } & YearAsked)
  | { kind: 'bind' }
  | { kind: 'bindCode'; code: string }
  | { kind: 'release' }
  | { kind: 'releaseConfirmed' }
  | { kind: 'next' }
  | { kind: 'help' }
  | { kind: 'idNoAlone'; idNo: string }
  /** The answer to a question that offered a choice. */
  | { kind: 'choice'; choice: 1 | 2 }
  /** `question`: the words, where there are enough to look for an answer. */
  | { kind: 'unknown'; question?: string };

export type MessageCommandKind = MessageCommand['kind'];

/** As those who run the system read them. */
export const COMMAND_LABELS: Readonly<Record<MessageCommandKind, string>> = {
  recover: '找回密码（身份证号码）',
  recoverByCard: '找回密码（医通卡号）',
  recoverHelp: '找回密码的说明',
  code: '短信验证码',
  credits: '学分',
  entries: '明细',
  why: '为什么查不到学分',
  attendance: '考勤',
  tasks: '考试与评价',
  standing: '达标',
  notices: '通知',
  faq: '常见问题',
  standards: '学分审核标准',
  bind: '绑定的说明',
  bindCode: '绑定',
  release: '解绑',
  releaseConfirmed: '确认解绑',
  next: '下一页',
  help: '帮助',
  idNoAlone: '只有证件号码',
  choice: '回复序号',
  unknown: '没有看懂',
};

/** Everything that the official account says, except credits and help. Made for a WeChat bubble: short lines, links to tap. */
import { helpText } from '@common/rules/messageGrammar';
import { dayOf, formatTime } from '@common/rules/shanghaiTime';
import { NUMBER_MINUTES } from './keptAnswers';
import { homeLink, type Links, pageLink, registerLink } from './links';
import { CODE_MINUTES, WRONG_CODES } from './pendingRecoveries';
import type { OneTimePassword } from './ports';

const MINUTE_MS = 60_000;
const HOW = '发送“kj 身份证号码”，例如：\nkj 11010519491231002X\n也可以发送“kj 医通卡号 证件后四位”。';

export const words = {
  welcome: (accountName: string, links: Links) =>
    [
      `欢迎关注${accountName}！在这里可以查学分、找回密码。`,
      `${homeLink(links, '登录')}　${registerLink(links, '注册')}`,
      '',
      helpText(),
    ].join('\n'),
  help: (links: Links) => [helpText(), '', homeLink(links, '打开首页')].join('\n'),
  unknown: () => '抱歉，没有看懂您的消息。\n发送“帮助”看看可以做什么。',
  busy: () => '系统繁忙，请稍后再试。',

  bindFirst: (links: Links) =>
    [
      '您的微信还没有绑定学员，暂时查不到您的记录。',
      `${homeLink(links, '点此登录')}，再到“我的”打开${pageLink(links, 'profile/official-account/index', '公众号绑定')}。`,
      `还没有账号？${registerLink(links, '点此注册')}`,
      '忘记密码？发送“kj 身份证号码”。',
    ].join('\n'),

  idNoAlone: (masked: string) =>
    [
      `收到证件号码 ${masked}，您想做什么？`,
      '回复1：找回用户名和密码',
      '回复2：查本人的学分',
      `${NUMBER_MINUTES}分钟内回复有效。`,
    ].join('\n'),

  lastPage: () => '已经是最后一页。\n发送“帮助”看看还可以做什么。',
  noPage: () => '没有可以继续显示的内容，可能已经过了10分钟。\n请重新发送要查的内容，例如：明细',

  recoverHelp: () => `找回用户名和密码：\n${HOW}`,
  wrongIdNo: (message: string) => `${message}，然后重新发送“kj 身份证号码”。`,

  /** To a sender bound to the learner, or after the right code. */
  password: ({ userName, password, minutes }: OneTimePassword, links: Links) =>
    [
      '已为您生成一次性密码',
      `用户名：${userName}`,
      `密码：${password}`,
      '',
      `${minutes}分钟内有效，只能用一次，登录后请设置新密码。`,
      homeLink(links, '点此登录'),
      '如非本人操作，请联系单位管理员。',
    ].join('\n'),

  /** To everybody else: the same whether the number is registered or not. */
  codeOnItsWay: (masked: string, links: Links) =>
    [
      `收到找回密码的申请（${masked}）。`,
      `如果该号码已注册，6位验证码将以短信发到登记的手机，请在${CODE_MINUTES}分钟内把验证码发送到这里。`,
      '',
      `没有收到短信？请核对号码，或请单位管理员核对登记的手机号。还没有注册，${registerLink(links, '点此注册')}。`,
    ].join('\n'),
  wrongCode: (left: number) =>
    left > 0
      ? `验证码不正确，还可以再试${left}次。`
      : `验证码已输错${WRONG_CODES}次，本次找回已取消。请重新发送“kj 身份证号码”。`,
  noCode: () => '没有等待验证的找回申请，或验证码已过期。\n请重新发送“kj 身份证号码”。',

  tooMany: (waitMs: number, now: number) => {
    // The full minute after it, so that who comes on time is let in.
    const at = Math.ceil((now + waitMs) / MINUTE_MS) * MINUTE_MS;
    const day = dayOf(at) === dayOf(now) ? '' : '明天';
    return `找回密码的次数过多，为了账号安全，请在${day}${formatTime(at).slice(0, 5)}以后再试。\n着急登录，请联系单位管理员重置密码。`;
  },
};

/** 故障演练: troubles of WeChat's interfaces on order, and how strict WeChat is. */
import { ask, byId, element, fillOptions } from './parts.js';

const PATHS = [
  ['/', '全部接口'],
  ['/cgi-bin/message/custom/send', '客服消息'],
  ['/cgi-bin/message/template/send', '模板消息'],
  ['/cgi-bin/message/subscribe/send', '订阅消息'],
  ['/cgi-bin/stable_token', '接口凭证'],
  ['/cgi-bin/user/info', '用户信息'],
  ['/cgi-bin/qrcode/create', '生成二维码'],
  ['/sns', '登录'],
  ['/wxa/business/getuserphonenumber', '手机号'],
  ['/sms', '短信网关'],
];
const KINDS = [
  ['busy', '系统繁忙（-1）', { kind: 'errcode', errcode: -1 }],
  ['quota', '超过频率限制（45009）', { kind: 'errcode', errcode: 45009 }],
  ['token', '凭证失效（40001）', { kind: 'errcode', errcode: 40001 }],
  ['template', '模板未通过（40037）', { kind: 'errcode', errcode: 40037 }],
  ['refused', '用户拒收（43101）', { kind: 'errcode', errcode: 43101 }],
  ['status', '服务器错误（502）', { kind: 'status' }],
  ['html', '返回网页', { kind: 'html' }],
  ['hang', '一直不应答', { kind: 'hang' }],
  ['delay', '3秒后才应答', { kind: 'delay', ms: 3000 }],
];
const ordersOf = ({ kind, errcode }) =>
  KINDS.find(([, , order]) => order.kind === kind && (kind !== 'errcode' || order.errcode === errcode));

async function show() {
  const { faults } = await ask('/faults');
  byId('ordered').replaceChildren(
    ...faults.map((fault) => {
      const [, where = fault.path] = PATHS.find(([path]) => path === fault.path) ?? [];
      const [, what = `错误 ${fault.errcode}`] = ordersOf(fault) ?? [];
      return element(
        'li',
        '',
        element('b', '', where),
        ` ${what}`,
        element('small', '', `还有${fault.times}次`),
      );
    }),
  );
  byId('clear').hidden = faults.length === 0;
}

/** Answers what to call now and then, since calls use the troubles up. */
export async function startTroubles() {
  fillOptions(byId('trouble-path'), PATHS);
  fillOptions(byId('trouble-kind'), KINDS);
  byId('order').addEventListener('submit', async (event) => {
    event.preventDefault();
    const [, , order] = KINDS.find(([value]) => value === byId('trouble-kind').value);
    const times = Math.min(100, Math.max(1, Number(byId('trouble-times').value) || 1));
    await ask('/faults', { ...order, path: byId('trouble-path').value, times });
    await show();
  });
  byId('clear').addEventListener('click', async () => {
    await ask('/faults', null, 'DELETE');
    await show();
  });
  const hasWindow = byId('has-window');
  hasWindow.checked = (await ask('/rules')).hasWindow;
  hasWindow.addEventListener('change', () => ask('/rules', { hasWindow: hasWindow.checked }));
  await show();
  return show;
}

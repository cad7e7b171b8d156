import type { MessageDelivery } from '@common/contract/messages';
import { fireEvent, screen, within } from '@testing-library/react';
import { type Answer, refusal } from '../../../testing/fakeServer';
import { draw, settle } from '../../../testing/render';
import { authorityMe } from '../../../testing/rows';
import { signedIn } from '../../../testing/signIn';
import DeliveriesPage from './deliveriesPage';

const [A, B] = ['a', 'b'].map((letter) => letter.repeat(24)) as [string, string];
const deliveryOf = (some: Partial<MessageDelivery> = {}): MessageDelivery => ({
  ...{ id: A, kind: 'credit', title: '学分已审核通过', learnerName: '陈*敏', unitName: '漯河市中心医院' },
  ...{ state: 'failed', channel: 'officialAccount', tries: 5, problem: '模板未通过或不存在' },
  ...{ at: '2026-07-20T01:00:00.000Z', notBefore: null },
  ...some,
});
const LIST = {
  items: [deliveryOf(), deliveryOf({ id: B, state: 'sent', learnerName: '王*', problem: null, tries: 1 })],
  ...{ total: 2, page: 1, pageSize: 50 },
};

async function open(at = '/deliveries', list: Answer = { body: LIST }) {
  const sent = await signedIn(authorityMe, ({ path, method }) => {
    if (path.includes('/figures')) {
      return { body: { byState: [{ state: 'failed', count: 12 }], byChannel: [], byDay: [] } };
    }
    return method === 'POST' ? { body: { ok: true, retried: 1 } } : list;
  });
  draw(<DeliveriesPage />, at);
  await settle();
  return sent;
}
const retries = (sent: { method: string; body: unknown }[]) =>
  sent.filter(({ method }) => method === 'POST').map(({ body }) => body);
const confirm = (name: string) =>
  fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name }));

test('the filters of the address are asked for; what is none is left out', async () => {
  const sent = await open('/deliveries?state=failed&kind=nonsense&from=2026-07-01&to=x');
  const path = sent.find(({ path: asked }) => asked.startsWith('/api/authority/messages?'))?.path ?? '';
  expect(Object.fromEntries(new URL(path, 'http://a').searchParams)).toEqual({
    ...{ state: 'failed', from: '2026-07-01', page: '1', pageSize: '50' },
  });
});

test('only what failed can be chosen and sent again, after asking', async () => {
  const sent = await open();
  expect(screen.getByText('模板未通过或不存在')).toBeTruthy();
  expect(screen.getByRole<HTMLInputElement>('checkbox', { name: '选择给王*的消息' }).disabled).toBe(true);
  fireEvent.click(screen.getByRole('checkbox', { name: '选择给陈*敏的消息' }));
  const bar = within(screen.getByRole('region', { name: '批量操作' }));
  fireEvent.click(bar.getByRole('button', { name: '重新发送' }));
  await settle();
  expect(retries(sent)).toEqual([]);
  confirm('重新发送');
  await settle();
  expect(retries(sent)).toEqual([{ ids: [A] }]);
  expect(screen.queryByRole('region', { name: '批量操作' })).toBeNull();
});

test('all that failed is sent again without naming any', async () => {
  const sent = await open();
  fireEvent.click(screen.getByRole('button', { name: '重新发送全部失败的' }));
  await settle();
  confirm('全部重新发送');
  await settle();
  expect(retries(sent)).toEqual([{}]);
});

test('an authority with others above it is told who looks after the messages', async () => {
  await open('/deliveries', refusal(403, 'FORBIDDEN', '您没有权限进行此操作'));
  expect(screen.getByText(/由最上级行政部门统一管理/)).toBeTruthy();
});

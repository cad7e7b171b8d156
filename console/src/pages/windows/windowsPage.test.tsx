import type { Me } from '@common/contract/accounts';
import type { WindowRow } from '@common/contract/applications';
import { fireEvent, screen, within } from '@testing-library/react';
import { windowOf } from '../../../testing/applications';
import { type Answer, refusal, type Sent } from '../../../testing/fakeServer';
import { draw, settle } from '../../../testing/render';
import { authorityMe, unitMe } from '../../../testing/rows';
import { signedIn } from '../../../testing/signIn';
import WindowsPage from './windowsPage';

const OWN = windowOf({ isOwn: true });
const READER: Me = {
  ...authorityMe,
  administrator: { id: 'd'.repeat(24), name: '赵敏', permissions: ['review'] },
};

async function open(
  me: Me,
  items: WindowRow[],
  { at = '/windows', save }: { at?: string; save?: () => Answer } = {},
): Promise<Sent[]> {
  const sent = await signedIn(me, ({ method }) =>
    method === 'GET' ? { body: { items } } : (save?.() ?? { body: OWN }),
  );
  draw(<WindowsPage />, at);
  await settle();
  return sent;
}
const wrote = (sent: Sent[]) => sent.filter(({ method }) => method !== 'GET');
const press = async (name: string, inside: HTMLElement = document.body) => {
  fireEvent.click(within(inside).getByRole('button', { name }));
  await settle();
};

test('a unit sees what is open and the way to apply, and can change nothing', async () => {
  await open(unitMe, [
    windowOf(),
    windowOf({ id: '1'.repeat(24), kind: 'filing' }),
    windowOf({ id: '2'.repeat(24), year: 2026, state: 'over', from: '2025-11-01', to: '2025-11-30' }),
  ]);
  const now = screen.getByRole('region', { name: '正在开放' });
  expect(within(now).getAllByRole('article')).toHaveLength(2);
  expect(within(now).getByRole('link', { name: '申报新项目' }).getAttribute('href')).toBe(
    `/applications?begin=application&window=${OWN.id}`,
  );
  expect(within(now).getByRole('link', { name: '项目备案' }).getAttribute('href')).toBe(
    `/applications?begin=filing&window=${'1'.repeat(24)}`,
  );
  expect(screen.getByText('2025年11月1日至11月30日')).toBeTruthy();
  expect(screen.queryByRole('button', { name: '修改' })).toBeNull();
  expect(screen.queryByRole('button', { name: '设置申报时间' })).toBeNull();
});

test('the year of the address is what is asked for, and leads back to all', async () => {
  const sent = await open(unitMe, [], { at: '/windows?year=2025' });
  expect(sent[0]?.path).toBe('/api/windows?year=2025');
  expect(screen.getByText('2025年还没有设置申报时间')).toBeTruthy();
  await press('查看全部年份');
  expect(screen.getByTestId('address').textContent).toBe('/windows');
});

test('an authority changes only its own', async () => {
  await open(authorityMe, [
    OWN,
    windowOf({ id: '1'.repeat(24), level: 'province', authorityName: '河南省卫生健康委员会' }),
  ]);
  const [own, above] = screen.getAllByRole('article');
  expect(within(own as HTMLElement).getByRole('button', { name: '修改' })).toBeTruthy();
  expect(within(above as HTMLElement).queryByRole('button')).toBeNull();
});

test('a window that cannot be set is refused at its field', async () => {
  const sent = await open(authorityMe, [OWN], {
    save: () => ({
      status: 400,
      body: { code: 'INVALID_INPUT', message: '截止日期不能早于开始日期', field: 'to', requestId: 'r' },
    }),
  });
  await press('修改');
  const dialog = await screen.findByRole('dialog');
  await press('保存', dialog);
  expect(await within(dialog).findByText('截止日期不能早于开始日期')).toBeTruthy();
  expect(wrote(sent)).toMatchObject([
    {
      method: 'PUT',
      path: `/api/authority/windows/${OWN.id}`,
      body: { kind: 'application', level: 'city', year: 2027, from: OWN.from, to: OWN.to, note: '' },
    },
  ]);
});

test('a new one wants its days', async () => {
  const sent = await open(authorityMe, [OWN]);
  await press('设置申报时间');
  const dialog = await screen.findByRole('dialog');
  await press('保存', dialog);
  expect(await within(dialog).findByText('请选择开始日期')).toBeTruthy();
  expect(within(dialog).getByText('请选择截止日期')).toBeTruthy();
  expect(wrote(sent)).toEqual([]);
});

test('removing asks first', async () => {
  const sent = await open(authorityMe, [OWN]);
  await press('删除');
  const dialog = await screen.findByRole('dialog');
  expect(dialog.textContent).toContain('已经上报的不受影响');
  expect(wrote(sent)).toEqual([]);
  await press('删除', dialog);
  expect(wrote(sent)).toMatchObject([{ method: 'DELETE', path: `/api/authority/windows/${OWN.id}` }]);
});

test('who lacks the 权限 sees whom to ask', async () => {
  await open(READER, [OWN]);
  const set = screen.getByRole<HTMLButtonElement>('button', { name: '设置申报时间' });
  expect(set.disabled).toBe(true);
  expect(set.closest('[role=note]')?.getAttribute('aria-label')).toContain('“审核项目与活动”权限');
});

test('a failure can be tried again', async () => {
  const sent = await signedIn(unitMe, () => refusal(503, 'STORE_UNAVAILABLE', '系统繁忙，请稍后再试'));
  draw(<WindowsPage />, '/windows');
  await settle();
  await press('重新加载');
  expect(sent).toHaveLength(2);
});

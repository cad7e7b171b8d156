import type { Me } from '@common/contract/accounts';
import type { UnitRow } from '@common/contract/regionsUnits';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { type Answer, refusal, type Sent } from '../../../testing/fakeServer';
import { draw, settle } from '../../../testing/render';
import { authorityMe } from '../../../testing/rows';
import { signedIn } from '../../../testing/signIn';
import UnitsPage from './unitsPage';

const unitOf = (some: Partial<UnitRow> = {}): UnitRow => ({
  id: '1'.repeat(24),
  code: '976812',
  name: '舞阳县中医院',
  aliases: ['舞阳中医院'],
  formerNames: [],
  regionCode: '411121',
  regionName: '河南省 漯河市 舞阳县',
  formerRegionCodes: [],
  hasAccount: true,
  administrators: 2,
  approvedLearners: 212,
  ...some,
});
const READER: Me = {
  ...authorityMe,
  administrator: { id: 'd'.repeat(24), name: '赵敏', permissions: ['review'] },
};
const ISSUED = { accountName: '976812', password: 'k7@Qm3pW+x9d', days: 7 };

interface Given {
  me?: Me;
  items?: UnitRow[];
  at?: string;
  save?: (sent: Sent) => Answer;
}
/** The list; what was asked of the server is returned. */
async function open({ me = authorityMe, items = [unitOf()], at = '/units', save }: Given = {}) {
  const sent = await signedIn(me, (request) => {
    if (request.path.startsWith('/api/regions')) {
      return { body: { items: [{ code: '411121', name: '舞阳县', hasChildren: false }] } };
    }
    if (request.path.endsWith('/password')) {
      return { body: ISSUED };
    }
    return request.method === 'GET'
      ? { body: { items, total: items.length, page: 1, pageSize: 20 } }
      : (save?.(request) ?? { body: unitOf() });
  });
  draw(<UnitsPage />, at);
  await settle();
  return sent;
}
const wrote = (sent: Sent[]) => sent.filter(({ method }) => method !== 'GET');
const press = async (name: string, within_: HTMLElement = document.body) => {
  fireEvent.click(within(within_).getByRole('button', { name }));
  await settle();
};
const dialog = () => screen.findByRole('dialog');

test('other names stand under the name, and the state of the account is said', async () => {
  await open({
    items: [unitOf(), unitOf({ id: '2'.repeat(24), name: '临颍县人民医院', hasAccount: false })],
  });
  const [, first, second] = screen.getAllByRole('row');
  expect(first?.textContent).toContain('别名：舞阳中医院');
  expect(first?.textContent).toContain('已开通');
  expect(second?.textContent).toContain('未开通');
  expect(within(second as HTMLElement).getByRole('button', { name: '开通账号' })).toBeTruthy();
});

test('the filters of the address are what is asked for', async () => {
  const sent = await open({ at: '/units?q=wyxzyy&region=411121&page=2' });
  const asked = new URL(
    sent.find(({ path }) => path.startsWith('/api/authority/units'))?.path ?? '',
    'http://a',
  );
  expect(Object.fromEntries(asked.searchParams)).toEqual({
    q: 'wyxzyy',
    region: '411121',
    page: '2',
    pageSize: '20',
  });
});

test('nothing found leads back to all, nothing there to the first unit', async () => {
  await open({ items: [], at: '/units?q=x' });
  await press('查看全部单位');
  expect(screen.getByTestId('address').textContent).toBe('/units');
  expect(screen.getByText('还没有单位')).toBeTruthy();
});

test('a reset asks, and then shows the password once; only its own button closes it', async () => {
  const sent = await open();
  await press('重置密码');
  expect((await dialog()).textContent).toContain('原密码立即失效');
  expect(wrote(sent)).toEqual([]);
  await press('重置密码', await dialog());
  expect(wrote(sent)).toMatchObject([
    { path: `/api/authority/units/${'1'.repeat(24)}/password`, body: { clearAdministrators: false } },
  ]);
  const shown = await screen.findByText(ISSUED.password);
  fireEvent.keyDown(shown, { key: 'Escape' });
  expect(screen.getByText(/7天内有效/)).toBeTruthy();
  await press('我已记下，关闭');
  await waitFor(() => expect(screen.queryByText(ISSUED.password)).toBeNull());
});

test('administrators are cleared only where that was chosen, and the choice is not kept for the next unit', async () => {
  const sent = await open();
  await press('重置密码');
  fireEvent.click(screen.getByRole('checkbox', { name: '同时清除已登记的2名管理员' }));
  fireEvent.click(within(await dialog()).getByRole('button', { name: /取\s?消|Cancel/ }));
  await settle();
  await press('重置密码');
  expect(screen.getByRole<HTMLInputElement>('checkbox').checked).toBe(false);
  fireEvent.click(screen.getByRole('checkbox'));
  await press('重置密码', await dialog());
  expect(wrote(sent)[0]?.body).toEqual({ clearAdministrators: true });
});

test('a new name tells that the old one stays known; a name that is taken is said at its field', async () => {
  const sent = await open({ save: () => refusal(409, 'UNIT_EXISTS', '该单位名称在本地区已存在') });
  await press('修改');
  fireEvent.change(screen.getByLabelText('单位名称'), { target: { value: '舞阳县中西医结合医院' } });
  await settle();
  expect(screen.getByText(/原名“舞阳县中医院”会记为曾用名/)).toBeTruthy();
  await press('保存');
  expect(await screen.findByText('该单位名称在本地区已存在')).toBeTruthy();
  expect(wrote(sent)).toMatchObject([
    {
      method: 'PUT',
      body: { name: '舞阳县中西医结合医院', regionCode: '411121', aliases: ['舞阳中医院'], formerNames: [] },
    },
  ]);
});

test('a unit without name and county is not sent', async () => {
  const sent = await open();
  await press('新增单位');
  await press('保存');
  expect(await screen.findByText('请填写单位全称')).toBeTruthy();
  expect(screen.getByText('请选择到区县')).toBeTruthy();
  expect(wrote(sent)).toEqual([]);
});

test('who lacks the 权限 sees everything and can press nothing', async () => {
  await open({ me: READER });
  for (const name of ['新增单位', '修改', '重置密码']) {
    expect(screen.getByRole<HTMLButtonElement>('button', { name }).disabled).toBe(true);
  }
  expect(screen.getAllByRole('note')[0]?.getAttribute('aria-label')).toContain('管理单位、账号与权限');
});

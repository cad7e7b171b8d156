import type { Me } from '@common/contract/accounts';
import type { ApplicationRow, WindowRow } from '@common/contract/applications';
import type { UnitProjectRow } from '@common/contract/catalogue';
import { fireEvent, screen, within } from '@testing-library/react';
import { applicationOf, applicationViewOf, windowOf } from '../../../testing/applications';
import { type Answer, refusal, type Sent } from '../../../testing/fakeServer';
import { draw, settle } from '../../../testing/render';
import { readerMe, unitMe } from '../../../testing/rows';
import { signedIn } from '../../../testing/signIn';
import ApplicationsPage from './applicationsPage';

const DRAFT = applicationOf();
const WAITING = applicationOf({
  id: '1'.repeat(24),
  name: '基层高血压规范化管理培训班',
  state: 'waiting',
  waitingFor: '漯河市卫生健康委员会',
  can: ['withdraw'],
});
const PROJECT: UnitProjectRow = {
  id: '2'.repeat(24),
  number: '2025480301016',
  year: 2025,
  name: '静脉血栓预防护理',
  discipline: '护理学/外科护理学',
  level: 'city',
  nature: 'applied',
  creditClass: 'classII',
  form: 'onSite',
  leader: '李雪梅',
  minutes: 720,
  credits: 400,
  unitName: '漯河市中心医院',
  terms: [1],
  canRemove: false,
};

interface Given {
  me?: Me;
  rows?: ApplicationRow[];
  windows?: WindowRow[];
  at?: string;
  write?: (sent: Sent) => Answer;
}
async function open({ me = unitMe, rows = [DRAFT], windows = [windowOf()], at, write }: Given = {}) {
  const sent = await signedIn(me, (request) => {
    if (request.path.startsWith('/api/windows')) {
      return { body: { items: windows } };
    }
    if (request.path.startsWith('/api/unit/projects')) {
      return { body: { items: [PROJECT], total: 1, page: 1, pageSize: 5 } };
    }
    if (request.method !== 'GET') {
      return write?.(request) ?? { body: applicationViewOf() };
    }
    return { body: { items: rows, total: rows.length, page: 1, pageSize: 20 } };
  });
  draw(<ApplicationsPage />, at ?? '/applications');
  await settle();
  return sent;
}
const wrote = (sent: Sent[]) => sent.filter(({ method }) => method !== 'GET');
const press = async (name: string, inside: HTMLElement = document.body) => {
  fireEvent.click(within(inside).getByRole('button', { name }));
  await settle();
};
const dialog = () => screen.findByRole('dialog');
const address = () => screen.getByTestId('address').textContent;

test('each row says where it stands and who has it now', async () => {
  await open({
    rows: [WAITING, applicationOf({ state: 'returned', note: '漯河市卫生健康委员会[退回修改]：学时有误' })],
  });
  const [, waiting, returned] = screen.getAllByRole('row');
  expect(waiting?.textContent).toContain('待审核等待 漯河市卫生健康委员会');
  expect(within(waiting as HTMLElement).queryByRole('button', { name: '删除' })).toBeNull();
  expect(returned?.textContent).toContain('学时有误');
});

test('what the unit’s own 科教 department has waits for it, and is no task of the applicant', async () => {
  await open({
    rows: [{ ...WAITING, waitingFor: '漯河市中心医院', can: ['withdraw', 'pass', 'return', 'reject'] }],
  });
  expect(screen.getByText('待审核', { selector: '.status' }).className).toContain('waiting');
  expect(screen.getByText('等待 本单位科教部门')).toBeTruthy();
});

test('the way from 申报时间 has its window chosen', async () => {
  const sent = await open({
    at: `/applications?begin=application&window=${'1'.repeat(24)}`,
    windows: [windowOf(), windowOf({ id: '1'.repeat(24), level: 'province' })],
  });
  await press('开始填写', await dialog());
  expect(wrote(sent)[0]?.body).toMatchObject({ level: 'province' });
});

test('the filters of the address are what is asked for', async () => {
  const sent = await open({ at: '/applications?state=returned&kind=filing&year=2027&q=护理&page=2' });
  const asked = new URL(sent[0]?.path ?? '', 'http://a').searchParams;
  expect(Object.fromEntries(asked)).toEqual({
    state: 'returned',
    kind: 'filing',
    year: '2027',
    q: '护理',
    page: '2',
    pageSize: '20',
  });
});

test('only what is open can be applied for; the draft is made and opened', async () => {
  const sent = await open({
    windows: [
      windowOf(),
      windowOf({ id: '1'.repeat(24), level: 'province' }),
      windowOf({ id: '2'.repeat(24), level: 'county', state: 'before', from: '2099-01-01' }),
      windowOf({ id: '3'.repeat(24), kind: 'filing' }),
    ],
  });
  await press('申报新项目');
  const asked = await dialog();
  const choices = within(asked).getAllByRole<HTMLInputElement>('radio');
  expect(choices.map(({ disabled }) => disabled)).toEqual([false, false, true]);
  expect(within(asked).getByRole<HTMLButtonElement>('button', { name: '开始填写' }).disabled).toBe(true);
  fireEvent.click(choices[1] as HTMLElement);
  await press('开始填写', asked);
  expect(wrote(sent)).toMatchObject([
    { path: '/api/unit/applications', body: { kind: 'application', level: 'province', year: 2027 } },
  ]);
  expect(address()).toBe(`/applications/${DRAFT.id}`);
});

test('outside, the next window is named', async () => {
  await open({
    at: '/applications?begin=application',
    windows: [windowOf({ state: 'before', from: '2099-03-01', to: '2099-03-31', year: 2099 })],
  });
  const asked = await dialog();
  expect(within(asked).getByRole('alert').textContent).toContain(
    '下一次：2099年市级项目申报时间，2099年3月1日至3月31日',
  );
  expect(within(asked).getByRole<HTMLButtonElement>('button', { name: '开始填写' }).disabled).toBe(true);
});

test('one that has closed meanwhile is told in the server’s words', async () => {
  await open({
    at: '/applications?begin=application',
    write: () => refusal(409, 'WINDOW_CLOSED', '现在不在2027年市级项目申报时间内'),
  });
  await press('开始填写', await dialog());
  expect(await screen.findByText('现在不在2027年市级项目申报时间内')).toBeTruthy();
});

test('项目备案 takes an earlier project of the window’s level', async () => {
  const sent = await open({ windows: [windowOf({ kind: 'filing' })] });
  await press('项目备案');
  const asked = await dialog();
  await settle();
  expect(sent.some(({ path }) => path.startsWith('/api/unit/projects?level=city'))).toBe(true);
  const take = within(asked).getByRole<HTMLButtonElement>('button', { name: '带入内容并填写' });
  expect(take.disabled).toBe(true);
  fireEvent.click(within(asked).getByText('静脉血栓预防护理'));
  await press('带入内容并填写', asked);
  expect(wrote(sent)[0]?.body).toEqual({ kind: 'filing', level: 'city', year: 2027, projectId: PROJECT.id });
});

test('removing and withdrawing ask first', async () => {
  const sent = await open({ rows: [DRAFT, WAITING], write: () => ({ body: { ok: true } }) });
  await press('删除');
  expect(wrote(sent)).toEqual([]);
  await press('删除', await dialog());
  await press('撤回');
  const asked = screen.getAllByRole('dialog').find((one) => one.textContent?.includes('撤回这份申报'));
  await press('撤回', asked);
  expect(wrote(sent)).toMatchObject([
    { method: 'DELETE', path: `/api/unit/applications/${DRAFT.id}` },
    { method: 'POST', path: `/api/unit/applications/${WAITING.id}/withdraw` },
  ]);
});

test('nothing found leads back to all, nothing there to the first application', async () => {
  await open({ rows: [], at: '/applications?q=x' });
  await press('查看全部申报');
  expect(address()).toBe('/applications');
  expect(screen.getByText('还没有申报过项目')).toBeTruthy();
});

test('who lacks the 权限 sees everything and can press nothing', async () => {
  await open({ me: readerMe, rows: [DRAFT, WAITING] });
  for (const name of ['申报新项目', '项目备案', '删除', '撤回']) {
    expect(screen.getByRole<HTMLButtonElement>('button', { name }).disabled).toBe(true);
  }
});

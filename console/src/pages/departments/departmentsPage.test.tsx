import type { DepartmentRow } from '@common/contract/regionsUnits';
import { fireEvent, screen, within } from '@testing-library/react';
import { type Answer, refusal } from '../../../testing/fakeServer';
import { draw, settle } from '../../../testing/render';
import { readerMe, unitMe } from '../../../testing/rows';
import { signedIn } from '../../../testing/signIn';
import DepartmentsPage from './departmentsPage';

const [A, B] = ['a'.repeat(24), 'b'.repeat(24)];
const ITEMS: DepartmentRow[] = [
  { id: A, name: '骨科', approved: 26, pending: 1 },
  { id: B, name: '检验科', approved: 0, pending: 0 },
  { id: null, name: '骨一科', approved: 2, pending: 0 },
];

interface Given {
  me?: typeof unitMe;
  items?: DepartmentRow[];
  /** What a change answers. */
  change?: Answer;
  at?: string;
}

async function open({ me = unitMe, items = ITEMS, change, at = '/departments' }: Given = {}) {
  const sent = await signedIn(me, ({ method }) =>
    method === 'GET' ? { body: { items } } : (change ?? { body: { items: items.slice(0, 2) } }),
  );
  draw(<DepartmentsPage />, at);
  await settle();
  return sent;
}
const line = (name: string) => within(screen.getByText(name, { selector: 'b' }).closest('li') as HTMLElement);
const changes = (sent: { method: string; path: string; body: unknown }[]) =>
  sent.filter(({ method }) => method !== 'GET').map(({ method, path, body }) => [method, path, body]);

test('each has its people, who can be gone to', async () => {
  await open();
  const hrefs = line('骨科')
    .getAllByRole('link')
    .map((link) => [link.textContent, decodeURIComponent(link.getAttribute('href') ?? '')]);
  expect(hrefs).toEqual([
    ['26人', '/learners?state=approved&department=骨科'],
    ['待审核1人', '/learners?department=骨科'],
  ]);
});

test('what learners typed is built up with a click, and then stands in the list', async () => {
  const sent = await open();
  const typed = within(screen.getByRole('region', { name: '未建立的科室' }));
  expect(typed.getByText('未建立')).toBeTruthy();
  fireEvent.click(typed.getByRole('button', { name: '建立' }));
  expect(await screen.findByText('已建立骨一科')).toBeTruthy();
  expect(changes(sent)).toEqual([['POST', '/api/unit/departments', { name: '骨一科' }]]);
  expect(screen.queryByRole('region', { name: '未建立的科室' })).toBeNull();
});

test('or goes into one that there is, after it is said how many go', async () => {
  const sent = await open();
  const typed = within(screen.getByRole('region', { name: '未建立的科室' }));
  fireEvent.click(typed.getByRole('button', { name: '并入' }));
  const dialog = within(await screen.findByRole('dialog'));
  fireEvent.mouseDown(dialog.getByRole('combobox'));
  fireEvent.click(await screen.findByTitle('骨科'));
  expect(dialog.getByText(/2人将转到骨科，骨一科不再保留/)).toBeTruthy();
  fireEvent.click(dialog.getByRole('button', { name: '合并' }));
  await settle();
  expect(changes(sent)).toEqual([['POST', '/api/unit/departments/merge', { from: ['骨一科'], intoId: A }]]);
});

test('a new one is typed and entered', async () => {
  const sent = await open();
  const box = screen.getByLabelText<HTMLInputElement>('新科室名称');
  fireEvent.change(box, { target: { value: ' 急诊科 ' } });
  fireEvent.submit(box);
  expect(await screen.findByText('已建立急诊科')).toBeTruthy();
  expect(changes(sent)).toEqual([['POST', '/api/unit/departments', { name: '急诊科' }]]);
  expect(box.value).toBe('');
});

test('a name that is taken keeps what was typed', async () => {
  await open({ change: refusal(409, 'DEPARTMENT_EXISTS', '该科室名称已存在') });
  const box = screen.getByLabelText<HTMLInputElement>('新科室名称');
  fireEvent.change(box, { target: { value: '骨科' } });
  fireEvent.submit(box);
  expect(await screen.findByText('该科室名称已存在')).toBeTruthy();
  await settle();
  expect(box.value).toBe('骨科');
});

test('is renamed where it stands; Escape leaves it as it was', async () => {
  const sent = await open();
  fireEvent.click(line('检验科').getByRole('button', { name: '改名' }));
  fireEvent.keyDown(screen.getByLabelText('科室名称', { selector: '.departments__name' }), { key: 'Escape' });
  expect(changes(sent)).toEqual([]);
  fireEvent.click(line('检验科').getByRole('button', { name: '改名' }));
  const box = screen.getByLabelText('科室名称', { selector: '.departments__name' });
  fireEvent.change(box, { target: { value: '医学检验科' } });
  fireEvent.keyDown(box, { key: 'Enter', code: 'Enter', keyCode: 13 });
  await settle();
  expect(changes(sent)).toEqual([['PUT', `/api/unit/departments/${B}`, { name: '医学检验科' }]]);
});

test('is moved by the arrows; the ends go no further', async () => {
  const sent = await open();
  expect(screen.getByRole<HTMLButtonElement>('button', { name: '骨科上移' }).disabled).toBe(true);
  fireEvent.click(screen.getByRole('button', { name: '检验科上移' }));
  await settle();
  expect(changes(sent)).toEqual([['PUT', '/api/unit/departments/order', { departmentIds: [B, A] }]]);
});

test('is moved by dragging, saved once when let go', async () => {
  const sent = await open();
  const rowOf = (name: string) => screen.getByText(name, { selector: 'b' }).closest('li') as HTMLElement;
  fireEvent.dragStart(rowOf('骨科'));
  fireEvent.dragOver(rowOf('检验科'));
  expect(changes(sent)).toEqual([]);
  fireEvent.dragEnd(rowOf('骨科'));
  await settle();
  expect(changes(sent)).toEqual([['PUT', '/api/unit/departments/order', { departmentIds: [B, A] }]]);
});

test('an empty one is removed after being asked, one with people is not', async () => {
  const sent = await open();
  fireEvent.click(line('骨科').getByRole('button', { name: '删除' }));
  await settle();
  expect(screen.queryByRole('dialog')).toBeNull();
  fireEvent.click(line('检验科').getByRole('button', { name: '删除' }));
  fireEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: '删除' }));
  await settle();
  expect(changes(sent)).toEqual([['DELETE', `/api/unit/departments/${B}`, undefined]]);
});

test('a search in the address shows some, which cannot be sorted', async () => {
  await open({ at: '/departments?q=检验' });
  expect(screen.queryByText('骨科', { selector: 'b' })).toBeNull();
  expect(screen.queryByRole('button', { name: '检验科上移' })).toBeNull();
});

test('who may not manage sees the list, and can change nothing', async () => {
  await open({ me: readerMe });
  const buttons = line('检验科').getAllByRole<HTMLButtonElement>('button');
  expect(buttons.every(({ disabled }) => disabled)).toBe(true);
});

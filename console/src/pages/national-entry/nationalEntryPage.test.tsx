import type { Me } from '@common/contract/accounts';
import type { UnitProjectRow } from '@common/contract/catalogue';
import { fireEvent, screen, within } from '@testing-library/react';
import { type Answer, refusal, type Sent } from '../../../testing/fakeServer';
import { draw, settle } from '../../../testing/render';
import { readerMe, unitMe } from '../../../testing/rows';
import { signedIn } from '../../../testing/signIn';
import NationalEntryPage from './nationalEntryPage';

const projectOf = (some: Partial<UnitProjectRow> = {}): UnitProjectRow => ({
  id: '1'.repeat(24),
  number: '2026-14-02-049 (国)',
  year: 2026,
  name: '外科护理学新进展学习班',
  discipline: '护理学/外科护理学',
  level: 'national',
  nature: 'entered',
  creditClass: 'classI',
  form: 'onSite',
  leader: '李雪梅',
  minutes: 540,
  credits: 300,
  unitName: '漯河市中心医院',
  terms: [],
  canRemove: true,
  ...some,
});

interface Given {
  me?: Me;
  items?: UnitProjectRow[];
  write?: (sent: Sent) => Answer;
}
async function open({ me = unitMe, items = [projectOf()], write }: Given = {}) {
  const sent = await signedIn(me, (request) =>
    request.method === 'GET'
      ? { body: { items, total: items.length, isMore: false, page: 1, pageSize: 20 } }
      : (write?.(request) ?? { body: request.method === 'DELETE' ? { ok: true } : projectOf() }),
  );
  draw(<NationalEntryPage />, '/national-entry');
  await settle();
  return { sent, wrote: () => sent.filter(({ method }) => method !== 'GET') };
}
const press = async (name: string, inside: HTMLElement = document.body) => {
  fireEvent.click(within(inside).getByRole('button', { name }));
  await settle();
};
const type = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });

async function fillIn() {
  await press('录入国家级项目');
  type('项目编号', '２０２６－１４－０２－０４９（国）');
  fireEvent.blur(screen.getByLabelText('项目编号'));
  await settle();
  type('项目名称', '外科护理学新进展学习班');
  type('项目负责人', '李雪梅');
  type('总学时', '9');
}

test('only what was entered is listed, with the terms that were held', async () => {
  const { sent } = await open({
    items: [projectOf(), projectOf({ id: '2'.repeat(24), terms: [1, 2], canRemove: false })],
  });
  expect(sent[0]?.path).toContain('nature=entered');
  const [, first, second] = screen.getAllByRole('row');
  expect(first?.textContent).toContain('尚未举办');
  expect(second?.textContent).toContain('第1、2期');
  const remove = (row?: HTMLElement) =>
    within(row as HTMLElement).getByRole<HTMLButtonElement>('button', { name: '删除' });
  expect(remove(first).disabled).toBe(false);
  expect(remove(second).disabled).toBe(true);
  expect(
    within(second as HTMLElement)
      .getByRole('note')
      .getAttribute('aria-label'),
  ).toContain('已有活动');
});

test('a number in any spelling becomes the one spelling and fills in the discipline; hours are sent as minutes', async () => {
  const { wrote } = await open();
  await fillIn();
  expect(screen.getByLabelText<HTMLInputElement>('项目编号').value).toBe('2026-14-02-049 (国)');
  expect(screen.getByText('护理学/外科护理学', { selector: '.ant-drawer *' })).toBeTruthy();
  await press('保存');
  expect(wrote()).toMatchObject([
    {
      path: '/api/unit/national-projects',
      body: {
        number: '2026-14-02-049 (国)',
        name: '外科护理学新进展学习班',
        discipline: '1402',
        leader: '李雪梅',
        form: 'onSite',
        minutes: 540,
      },
    },
  ]);
});

test('a number that is another’s is said at its field', async () => {
  await open({ write: () => refusal(409, 'PROJECT_EXISTS', '该项目编号已登记在“舞阳县中医院”名下') });
  await fillIn();
  await press('保存');
  expect(await screen.findByText('该项目编号已登记在“舞阳县中医院”名下')).toBeTruthy();
});

test('nothing incomplete is sent, nor a number that is not national', async () => {
  const { wrote } = await open();
  await press('录入国家级项目');
  type('项目编号', '2020480301016 (省)');
  await press('保存');
  expect(await screen.findByText('请填写国家级项目的编号，如 2020-14-02-049 (国)')).toBeTruthy();
  for (const words of ['请填写项目名称', '请选择学科', '请填写项目负责人', '请填写学时']) {
    expect(screen.getByText(words)).toBeTruthy();
  }
  expect(wrote()).toEqual([]);
});

test('a removal asks first', async () => {
  const { wrote } = await open();
  await press('删除');
  const dialog = await screen.findByRole('dialog');
  expect(dialog.textContent).toContain('删除“外科护理学新进展学习班”？');
  expect(wrote()).toEqual([]);
  await press('删除', dialog);
  expect(wrote()).toMatchObject([
    { method: 'DELETE', path: `/api/unit/national-projects/${'1'.repeat(24)}` },
  ]);
});

test('who may not hold activities can press nothing', async () => {
  await open({ me: readerMe });
  for (const name of ['录入国家级项目', '删除']) {
    expect(screen.getByRole<HTMLButtonElement>('button', { name }).disabled).toBe(true);
  }
});

import type { ActivityRow } from '@common/contract/activities';
import { fireEvent, screen, within } from '@testing-library/react';
import { type Answer, refusal } from '../../../testing/fakeServer';
import { draw, settle } from '../../../testing/render';
import { activityOf, projectOf, readerMe, unitMe } from '../../../testing/rows';
import { signedIn } from '../../../testing/signIn';
import ActivitiesPage from './activitiesPage';

interface Given {
  at?: string;
  rows?: ActivityRow[];
  me?: typeof unitMe;
  create?: Answer;
  removal?: Answer;
}
async function open({ at = '/activities', rows = [], me = unitMe, create, removal }: Given = {}) {
  const sent = await signedIn(me, ({ path, method }) => {
    if (method === 'POST') {
      return create ?? { body: activityOf({ id: 'e'.repeat(24), state: 'draft' }) };
    }
    if (method === 'DELETE') {
      return removal ?? { body: { ok: true } };
    }
    const items = path.startsWith('/api/unit/projects') ? [projectOf()] : rows;
    return { body: { items, total: items.length, page: 1, pageSize: 20 } };
  });
  draw(<ActivitiesPage />, at);
  await settle();
  return sent;
}
const draft = activityOf({ state: 'draft', can: ['submit', 'remove'], note: '', from: null, to: null });

test('the columns of Jiangsu’s list', async () => {
  await open({ rows: [activityOf()] });
  const heads = screen.getAllByRole('columnheader').map((head) => head.textContent);
  expect(heads.filter(Boolean)).toEqual([
    '序号',
    '项目编号',
    '期数',
    '项目名称',
    '二/三级学科',
    '负责人',
    '会场地址',
    '开始日期',
    '结束日期',
    '学分',
    '项目性质',
    '审核状态',
    '审核理由',
    '操作',
  ]);
  expect(screen.getByText('漯河市卫生健康委员会[审核通过]')).toBeTruthy();
});

test.each([
  ['/activities?year=2026&level=province&state=returned&q=护理', 'state=returned&year=2026&level=province'],
  ['/activities?year=12&level=galaxy&state=gone', 'state=all'],
])('%s asks for %s', async (at, query) => {
  const [first] = await open({ at });
  expect(first?.path).toContain(query);
  expect(first?.path).not.toContain('galaxy');
});

test('a draft leads to its documents and to handing it in; an approved one to its QR', async () => {
  await open({ rows: [draft, activityOf({ id: 'f'.repeat(24) })] });
  const at = `/activities/${draft.id}/edit`;
  expect(screen.getByRole('link', { name: '资料上传' }).getAttribute('href')).toBe(`${at}/documents`);
  expect(screen.getByRole('link', { name: '提交申请' }).getAttribute('href')).toBe(`${at}/submit`);
  expect(screen.getAllByRole('button', { name: '二维码' })).toHaveLength(1);
});

test('one that waits says for whom', async () => {
  await open({
    rows: [activityOf({ state: 'waiting', can: ['withdraw'], waitingFor: '河南省卫生健康委员会' })],
  });
  expect(screen.getByText('等待 河南省卫生健康委员会')).toBeTruthy();
});

test('添加: the unit’s projects are offered, and the chosen one becomes the next term', async () => {
  const sent = await open();
  fireEvent.click(screen.getAllByRole('button', { name: '添加' })[0] as HTMLElement);
  const dialog = within(await screen.findByRole('dialog'));
  expect(dialog.getByText('I类学分项目只能选择，不能手工添加；没有找到请联系上级部门')).toBeTruthy();
  expect(await dialog.findByText('第1期')).toBeTruthy();
  fireEvent.click(dialog.getByRole('button', { name: '选择' }));
  await settle();
  expect(sent.find(({ method }) => method === 'POST')).toMatchObject({
    path: '/api/unit/activities',
    body: { projectId: projectOf().id },
  });
  expect(screen.getByTestId('address').textContent).toBe(`/activities/${'e'.repeat(24)}/edit`);
});

test('删除 asks before; when a colleague has just handed it in, the list shows so', async () => {
  const sent = await open({
    rows: [draft],
    removal: refusal(409, 'MOVE_REFUSED', '现在不能进行这一步，请刷新后查看当前状态'),
  });
  fireEvent.click(screen.getByRole('button', { name: '删除' }));
  const dialog = within(await screen.findByRole('dialog'));
  expect(sent.some(({ method }) => method === 'DELETE')).toBe(false);
  fireEvent.click(dialog.getByRole('button', { name: '删除' }));
  expect(await screen.findByText('现在不能进行这一步，请刷新后查看当前状态')).toBeTruthy();
  await settle();
  expect(sent.map(({ method }) => method)).toEqual(['GET', 'DELETE', 'GET']);
});

test('one without 举办活动 sees everything and can add and remove nothing', async () => {
  await open({ rows: [draft], me: readerMe });
  expect(screen.getByRole('button', { name: '添加' }).hasAttribute('disabled')).toBe(true);
  expect(screen.getByRole('button', { name: '删除' }).hasAttribute('disabled')).toBe(true);
});

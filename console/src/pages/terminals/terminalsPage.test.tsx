import { fireEvent, screen } from '@testing-library/react';
import type { Sent } from '../../../testing/fakeServer';
import { draw, settle } from '../../../testing/render';
import { readerMe, unitMe } from '../../../testing/rows';
import { signedIn } from '../../../testing/signIn';
import TerminalsPage from './terminalsPage';

const MACHINE = {
  id: '1'.repeat(24),
  code: '600123',
  name: '学术报告厅1号机',
  lastUploadAt: '2026-11-21T10:00:00.000Z',
  skewSeconds: -65,
};
const CARD = {
  id: '2'.repeat(24),
  cardNo: '0A1B2C3D',
  learnerId: '4'.repeat(24),
  name: '陈慧敏',
  personnelNo: '1000000013',
  department: '护理部',
  boundAt: '2026-11-20T02:00:00.000Z',
};
const page = (items: unknown[]) => ({ items, total: items.length, page: 1, pageSize: 20 });

async function open(at: string, { items = [MACHINE] as unknown[], me = unitMe, bind = {} as object } = {}) {
  const sent: Sent[] = await signedIn(me, ({ method }) =>
    method === 'GET' ? { body: page(items) } : { body: { ...CARD, ...MACHINE, ok: true }, ...bind },
  );
  draw(<TerminalsPage />, at);
  await settle();
  return sent;
}
const press = async (name: string) => {
  fireEvent.click(screen.getByRole('button', { name }));
  await settle();
};
const done = (sent: Sent[]) => sent.filter(({ method }) => method !== 'GET');

test('a machine shows its number and how wrong its clock is; it is no longer used when that is confirmed', async () => {
  const sent = await open('/terminals');
  expect(screen.getByText('600123')).toBeTruthy();
  expect(screen.getByText('慢1分05秒')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '停用' }));
  await settle();
  expect(screen.getByText(/已上传的考勤不变/)).toBeTruthy();
  fireEvent.click(screen.getAllByRole('button', { name: '停用' }).at(-1) as HTMLElement);
  await settle();
  expect(done(sent)).toMatchObject([{ method: 'DELETE', path: `/api/unit/terminals/${MACHINE.id}` }]);
});

test('the first machine is entered from the empty page', async () => {
  const sent = await open('/terminals', { items: [] });
  await press('登记考勤机');
  fireEvent.change(screen.getByLabelText('名称'), { target: { value: '1号机' } });
  await press('登记');
  expect(done(sent)).toMatchObject([{ method: 'POST', body: { name: '1号机' } }]);
});

test('cards are given one after another; what is wrong is said at its field', async () => {
  const sent = await open('/terminals?tab=cards', { items: [CARD] });
  await press('发卡');
  const type = (label: string, value: string) =>
    fireEvent.change(screen.getByLabelText(label), { target: { value } });
  type('人员编号', '1000000013');
  type('IC卡号', '12');
  fireEvent.click(screen.getAllByRole('button', { name: '发卡' }).at(-1) as HTMLElement);
  await settle();
  expect(await screen.findByText('IC卡号为4至20位数字或字母')).toBeTruthy();
  expect(done(sent)).toEqual([]);
  type('IC卡号', '0a1b2c3d');
  fireEvent.click(screen.getAllByRole('button', { name: '发卡' }).at(-1) as HTMLElement);
  await settle();
  expect(await screen.findByText(/可以继续发下一张/)).toBeTruthy();
  expect(done(sent)).toMatchObject([{ body: { personnelNo: '1000000013', cardNo: '0a1b2c3d' } }]);
  expect(screen.getByLabelText<HTMLInputElement>('人员编号').value).toBe('');
});

test('a card of somebody else is refused at the card', async () => {
  await open('/terminals?tab=cards', {
    items: [CARD],
    bind: {
      status: 409,
      body: { code: 'CARD_TAKEN', message: '该IC卡已登记给其他人员', field: 'cardNo', requestId: 'r' },
    },
  });
  await press('发卡');
  fireEvent.change(screen.getByLabelText('人员编号'), { target: { value: '1000000013' } });
  fireEvent.change(screen.getByLabelText('IC卡号'), { target: { value: '12345678' } });
  fireEvent.click(screen.getAllByRole('button', { name: '发卡' }).at(-1) as HTMLElement);
  await settle();
  expect(await screen.findByText('该IC卡已登记给其他人员')).toBeTruthy();
});

test('who lacks the 权限 can only read', async () => {
  await open('/terminals?tab=cards', { items: [CARD], me: readerMe });
  expect(screen.getByRole<HTMLButtonElement>('button', { name: '发卡' }).disabled).toBe(true);
  expect(screen.getByRole<HTMLButtonElement>('button', { name: '挂失或收回' }).disabled).toBe(true);
});

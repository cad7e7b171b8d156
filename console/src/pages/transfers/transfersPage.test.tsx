import type { TransferRow } from '@common/contract/transfers';
import { fireEvent, screen, within } from '@testing-library/react';
import { type Answer, refusal } from '../../../testing/fakeServer';
import { draw, settle } from '../../../testing/render';
import { readerMe, transferOf, unitMe } from '../../../testing/rows';
import { signedIn } from '../../../testing/signIn';
import TransfersPage from './transfersPage';

/** A public example with a right check digit (GB 11643). */
const ID_NO = '11010519491231002X';
const PERSON = {
  learnerId: '4'.repeat(24),
  name: '许雅琴',
  idNoMasked: '1101**********002X',
  title: 'nurse',
  department: '新生儿科',
  personnelNo: '1000000013',
};

interface Given {
  at?: string;
  rows?: TransferRow[];
  find?: Answer;
  cancel?: Answer;
  me?: typeof unitMe;
}

async function open({ at = '/transfers', rows = [], find, cancel, me = unitMe }: Given = {}) {
  const sent = await signedIn(me, ({ path, method }) => {
    if (path.includes('/find-')) {
      return find ?? { body: { ...PERSON, transfer: null } };
    }
    if (method === 'POST') {
      return { body: transferOf({ state: 'released', toUnitName: null }) };
    }
    if (method === 'DELETE') {
      return cancel ?? { body: { ok: true } };
    }
    return path.endsWith('/departments')
      ? { body: { items: [{ id: 'e'.repeat(24), name: '急诊科', approved: 0, pending: 0 }] } }
      : { body: { items: rows, total: rows.length, page: 1, pageSize: 20 } };
  });
  draw(<TransfersPage />, at);
  await settle();
  return sent;
}
async function search(text: string) {
  fireEvent.change(screen.getByLabelText('身份证号码'), { target: { value: text } });
  fireEvent.click(screen.getByRole('button', { name: '查询' }));
  await settle();
}

test.each([
  ['/transfers', 'side=all&open=open'],
  ['/transfers?tab=out', 'side=out&open=open'],
  ['/transfers?tab=in', 'side=in&open=open'],
  ['/transfers?tab=done', 'side=all&open=closed'],
])('%s lists %s', async (at, query) => {
  const sent = await open({ at });
  expect(sent.map(({ path }) => path)).toEqual([expect.stringContaining(query)]);
});

test('a mistyped number is told before anything is sent', async () => {
  const sent = await open({ at: '/transfers?tab=out' });
  await search('110105194912310021');
  expect(screen.getByText('身份证号码的校验位不对，请逐位核对')).toBeTruthy();
  expect(sent.some(({ method }) => method === 'POST')).toBe(false);
});

test('调出: number, person, confirmation; and the number never stands in the address', async () => {
  const sent = await open({ at: '/transfers?tab=out' });
  await search(' 110105 19491231 002x ');
  expect(screen.getByText('1101**********002X')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '调出' }));
  const dialog = within(await screen.findByRole('dialog'));
  fireEvent.change(dialog.getByLabelText('说明'), { target: { value: ' 调入县中医院 ' } });
  fireEvent.click(dialog.getByRole('button', { name: '确认调出' }));
  expect(await screen.findByText('许雅琴已调出，等待现单位调入')).toBeTruthy();
  await settle();
  expect(sent.filter(({ method }) => method === 'POST').map(({ body }) => body)).toEqual([
    { idNo: ID_NO },
    { learnerId: PERSON.learnerId, note: '调入县中医院' },
  ]);
  expect(screen.getByTestId('address').textContent).toBe('/transfers?tab=out');
});

test('one who is waiting for another unit is shown, and cannot be released again', async () => {
  const transfer = transferOf({ state: 'released', can: ['cancel'] });
  await open({ at: '/transfers?tab=out', find: { body: { ...PERSON, transfer } } });
  await search(ID_NO);
  expect(screen.getByText(/已有未完成的调动：已调出，等待 舞阳县中医院 调入/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: '调出' })).toBeNull();
});

test('调入 of one who has not been released says exactly that, and no more', async () => {
  const words = '未查询到该人员的调出记录：须原单位先办理调出，现单位才能调入';
  await open({ at: '/transfers?tab=in', find: refusal(409, 'NOT_RELEASED', words) });
  await search(ID_NO);
  expect(screen.getByRole('alert').textContent).toBe(words);
  expect(screen.queryByRole('button', { name: '调入' })).toBeNull();
  // What was found is not about another number.
  fireEvent.change(screen.getByLabelText('身份证号码'), { target: { value: '4' } });
  expect(screen.queryByText(words)).toBeNull();
});

test('调入: number, person, department, 保存', async () => {
  const found = { ...PERSON, fromUnitName: '舞阳县中医院', releasedAt: '2026-07-19T01:00:00.000Z' };
  const sent = await open({ at: '/transfers?tab=in', find: { body: found } });
  await search(ID_NO);
  expect(screen.getByText('由 舞阳县中医院 于 2026-07-19 调出')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '调入' }));
  const dialog = within(await screen.findByRole('dialog'));
  fireEvent.change(dialog.getByLabelText('科室'), { target: { value: '急诊科' } });
  fireEvent.click(dialog.getByRole('button', { name: '保存' }));
  expect(await screen.findByText('许雅琴已调入本单位')).toBeTruthy();
  await settle();
  expect(sent.find(({ path }) => path.endsWith('/admissions'))?.body).toEqual({
    idNo: ID_NO,
    department: '急诊科',
  });
});

test('each row says whose turn it is, and offers only what this unit can do', async () => {
  await open({
    rows: [
      transferOf(),
      transferOf({
        id: '8'.repeat(24),
        name: '马骏',
        side: 'in',
        state: 'released',
        fromUnitName: '舞阳县中医院',
        toUnitName: '漯河市中心医院',
        can: ['admit'],
      }),
    ],
  });
  const own = within(screen.getByRole('row', { name: /许雅琴/ }));
  expect(own.getByText('等待本单位调出').className).toContain('status--act');
  expect(own.getAllByRole('button').map((button) => button.textContent)).toEqual(['调出', '不同意']);
  const other = within(screen.getByRole('row', { name: /马骏/ }));
  expect(other.getAllByRole('button').map((button) => button.textContent)).toEqual(['调入']);
});

test('refusing a request asks why; taking a release back does not have to say', async () => {
  const sent = await open({
    rows: [
      transferOf({ id: '8'.repeat(24), name: '马骏', state: 'released', can: ['cancel'] }),
      transferOf(),
    ],
  });
  fireEvent.click(screen.getByRole('button', { name: '不同意' }));
  const refuse = within(await screen.findByRole('dialog'));
  expect(refuse.getByRole<HTMLButtonElement>('button', { name: '不同意' }).disabled).toBe(true);
  fireEvent.click(refuse.getByText('请先办理人事手续'));
  fireEvent.click(refuse.getByRole('button', { name: '不同意' }));
  expect(await screen.findByText('许雅琴：已答复不同意')).toBeTruthy();
  await settle();
  fireEvent.click(
    within(screen.getByRole('row', { name: /马骏/ })).getByRole('button', { name: '撤回调出' }),
  );
  fireEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: '撤回调出' }));
  expect(await screen.findByText('马骏：已撤回调出')).toBeTruthy();
  await settle();
  expect(
    sent
      .filter(({ method }) => method === 'DELETE')
      .map(({ path }) => new URL(path, 'http://a').searchParams.get('reason')),
  ).toEqual(['请先办理人事手续', null]);
});

test('one that is over meanwhile is told, and the list is read anew', async () => {
  const sent = await open({
    rows: [transferOf({ state: 'released', can: ['cancel'] })],
    cancel: refusal(409, 'TRANSFER_CLOSED', '该调动已完成或已取消，请刷新后查看'),
  });
  fireEvent.click(screen.getByRole('button', { name: '撤回调出' }));
  fireEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: '撤回调出' }));
  expect(await screen.findByText('该调动已完成或已取消，请刷新后查看')).toBeTruthy();
  await settle();
  expect(sent.filter(({ method }) => method === 'GET')).toHaveLength(2);
});

test('who may not transfer can look, and nothing else', async () => {
  await open({ me: readerMe, rows: [transferOf()] });
  const row = within(screen.getByRole('row', { name: /许雅琴/ }));
  expect(row.getAllByRole<HTMLButtonElement>('button').every(({ disabled }) => disabled)).toBe(true);
});

test('an empty list says what to do', async () => {
  await open();
  fireEvent.click(screen.getByRole('button', { name: '办理调入' }));
  await settle();
  expect(screen.getByTestId('address').textContent).toBe('/transfers?tab=in');
});

import type { TransferRow } from '@common/contract/transfers';
import type { Permission } from '@common/terms';
import Taro from '@tarojs/taro';
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { session } from '@/services/session';
import { administratorMe } from '@/testing/administrators';
import { fakeServer, Refusal, sessionOf } from '@/testing/fakeServer';
import { idOf, pageOf } from '@/testing/people';
import { resetTaro } from '@/testing/taro';
import TransfersPage from './index';

const ID_NO = '11010519491231002X';
const PERSON = {
  learnerId: idOf(2),
  name: '李雷',
  idNoMasked: '1101**********002X',
  title: 'physician' as const,
  department: '心内科',
  personnelNo: '1000000016',
};
const ROW: TransferRow = {
  ...PERSON,
  id: idOf(1),
  state: 'requested',
  fromUnitName: '宜章县第二人民医院',
  toUnitName: '宜章县中医医院',
  note: '',
  requestedBy: 'learner',
  startedAt: '2026-11-20T00:00:00.000Z',
  releasedAt: null,
  admittedAt: null,
  side: 'out',
  can: ['release', 'cancel'],
};
const RELEASED: TransferRow = {
  ...ROW,
  state: 'released',
  side: 'in',
  can: ['admit'],
  releasedAt: '2026-11-21T00:00:00.000Z',
};
let rows: TransferRow[] = [];

async function openPage({
  find,
  admitFind,
  permissions,
}: {
  find?: () => never;
  admitFind?: () => never;
  permissions?: Permission[];
} = {}) {
  const me = administratorMe(permissions);
  const sent = fakeServer({
    accounts: { signInWithWechat: () => sessionOf(me), me: () => me },
    administrators: { listAdministrators: () => ({ items: [] }) },
    regionsUnits: {
      listDepartments: () => ({
        items: [
          { id: idOf(7), name: '急诊科', approved: 3, pending: 0 },
          { id: null, name: '学员自填科', approved: 1, pending: 0 },
        ],
      }),
    },
    transfers: {
      listTransfers: (input) => pageOf(rows, input),
      findToRelease: find ?? (() => ({ ...PERSON, transfer: null })),
      release: () => ({ ...ROW, state: 'released', can: ['cancel'] }),
      findToAdmit:
        admitFind ??
        (() => ({ ...PERSON, fromUnitName: '宜章县第二人民医院', releasedAt: '2026-11-21T00:00:00.000Z' })),
      admit: () => ({ ...RELEASED, state: 'admitted', can: [] }),
      cancelTransfer: () => ({ ok: true }),
    },
  });
  await session.start();
  await act(async () => void (await session.signInWithWechat()));
  await act(async () => void render(<TransfersPage />));
  await screen.findByText(/须原单位先调出/);
  return sent;
}
async function tap(words: string) {
  const target = await screen.findByText(words);
  await act(async () => void fireEvent.click(target));
}
const type = (value: string) =>
  fireEvent.change(document.querySelector('#field-idNo input') as Element, { target: { value } });
const last = (sent: Awaited<ReturnType<typeof openPage>>, name: string) =>
  sent.filter((one) => one.name === name).at(-1)?.input;

beforeEach(() => {
  resetTaro();
  rows = [];
});

test('调出: by 身份证号码, looked at, confirmed', async () => {
  const sent = await openPage();
  await tap('调出人员');
  type('110105194912310021');
  await tap('查询');
  expect(screen.getByText('身份证号码的校验位不对，请逐位核对')).toBeTruthy();
  type('1101 0519 4912 3100 2x');
  await tap('查询');
  expect(last(sent, 'transfers.findToRelease')).toEqual({ idNo: ID_NO });
  await tap('确认调出 李雷');
  expect(last(sent, 'transfers.release')).toEqual({ learnerId: PERSON.learnerId, note: '' });
  await waitFor(() => expect(screen.queryByText('确认调出 李雷')).toBeNull());
});

test("another unit's person and an unknown one are the same to who looks: not found here", async () => {
  await openPage({
    find: () => {
      throw new Refusal('NOT_FOUND');
    },
  });
  await tap('调出人员');
  type(ID_NO);
  await tap('查询');
  expect(await screen.findByText('本单位没有使用此身份证号码的人员，请逐位核对')).toBeTruthy();
  type(`${ID_NO.slice(0, 17)}1`);
  expect(screen.queryByText(/本单位没有使用/)).toBeNull();
});

test('调入 of one who was not released: exactly that, and nothing to press', async () => {
  await openPage({
    admitFind: () => {
      throw new Refusal('NOT_RELEASED');
    },
  });
  await tap('调入人员');
  type(ID_NO);
  await tap('查询');
  expect(
    await screen.findByText('未查询到该人员的调出记录：须原单位先办理调出，现单位才能调入'),
  ).toBeTruthy();
  expect(document.querySelector('#admit-confirm')).toBeNull();
});

test('调入: found, a 科室 chosen, admitted', async () => {
  const sent = await openPage();
  await tap('调入人员');
  type(ID_NO);
  await tap('查询');
  expect(await screen.findByText('宜章县第二人民医院 2026-11-21 调出')).toBeTruthy();
  await tap('选择科室');
  expect(screen.queryByText('学员自填科')).toBeNull();
  await tap('急诊科');
  await tap('确认调入 李雷');
  expect(last(sent, 'transfers.admit')).toEqual({ idNo: ID_NO, department: '急诊科' });
  expect(Taro.showToast).toHaveBeenCalledWith(expect.objectContaining({ title: '李雷已调入本单位' }));
});

test('a request of the list: released after a question, or refused with a reason', async () => {
  rows = [ROW];
  const sent = await openPage();
  expect(screen.getByText('本人申请调动，请办理调出')).toBeTruthy();
  (Taro.showModal as unknown as jest.Mock).mockResolvedValueOnce({ confirm: false });
  await tap('同意调出');
  expect(last(sent, 'transfers.release')).toBeUndefined();
  await tap('同意调出');
  expect(last(sent, 'transfers.release')).toEqual({ learnerId: PERSON.learnerId });
  await tap('不同意');
  await tap('手续尚未办理');
  await tap('确定不同意');
  expect(last(sent, 'transfers.cancelTransfer')).toMatchObject({
    transferId: ROW.id,
    reason: '手续尚未办理',
  });
});

test('one whom the old unit has released is admitted from the list by his 调动', async () => {
  rows = [RELEASED];
  const sent = await openPage();
  await tap('办理调入');
  await tap('确认调入 李雷');
  expect(last(sent, 'transfers.admit')).toEqual({ transferId: ROW.id, department: '' });
});

test('without the 权限 the list is there and nothing to do', async () => {
  rows = [ROW];
  await openPage({ permissions: [] });
  await screen.findByText(/您没有“人员审核与调动”权限/);
  expect(screen.queryByText('调出人员')).toBeNull();
  expect(screen.queryByText('同意调出')).toBeNull();
});

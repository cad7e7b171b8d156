import type { TransferSelf } from '@common/contract/transfers';
import Taro from '@tarojs/taro';
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { session } from '@/services/session';
import { fakeServer, LEARNER, meWith, Refusal, sessionOf } from '@/testing/fakeServer';
import { tap, tapId, UNIT } from '@/testing/register';
import { openedWith, resetTaro } from '@/testing/taro';
import TransferPage from './transfer/index';

const APPROVED = { ...LEARNER, approval: { ...LEARNER.approval, state: 'approved' as const } };
const TRANSFER: TransferSelf = {
  id: 'a'.repeat(24),
  state: 'requested',
  fromUnitName: '宜章县第二人民医院',
  toUnitName: '郴州市第一人民医院',
  note: '',
  requestedBy: 'learner',
  startedAt: '2026-11-20T00:00:00.000Z',
  releasedAt: null,
  admittedAt: null,
};
type Answers = Parameters<typeof fakeServer>[0]['transfers'];

async function openPage(transfers: Answers, learner: typeof LEARNER = APPROVED) {
  const me = meWith(learner);
  const sent = fakeServer({
    accounts: { signInWithWechat: () => sessionOf(me), me: () => me },
    regionsUnits: { listRegions: () => ({ items: [] }), searchUnits: () => ({ items: [UNIT] }) },
    transfers,
  });
  await session.start();
  render(<TransferPage />);
  await act(async () => undefined);
  return sent;
}

async function chooseUnit() {
  await tap('选择要调入的单位');
  fireEvent.change(document.querySelector('#unit-q') as HTMLInputElement, { target: { value: '岩泉' } });
  await screen.findByText(/岩泉镇中心卫生院（/);
  await tap(/岩泉镇中心卫生院（/);
}

beforeEach(() => {
  resetTaro();
  openedWith({});
});

test('a 调动 is asked for, then shown with who has it now, and withdrawn', async () => {
  let items: TransferSelf[] = [];
  const withdrawTransfer = jest.fn(() => {
    items = [{ ...TRANSFER, state: 'cancelled' }];
    return { ok: true as const };
  });
  await openPage({
    myTransfers: () => ({ items }),
    requestTransfer: () => {
      items = [TRANSFER];
      return TRANSFER;
    },
    withdrawTransfer,
  });
  await screen.findByText('申请调动');
  await tapId('transfer-request');
  expect(screen.getByText('请选择要调入的单位')).toBeTruthy();
  await chooseUnit();
  await tapId('transfer-request');
  await screen.findByText('等待 宜章县第二人民医院 办理调出');
  await tapId('transfer-withdraw');
  expect(Taro.showModal).toHaveBeenCalled();
  expect(withdrawTransfer).toHaveBeenCalledWith({ transferId: TRANSFER.id });
  await screen.findByText('已取消');
  expect(screen.getByText('申请调动')).toBeTruthy();
});

test('once released it waits for the new unit and cannot be withdrawn', async () => {
  const released = { ...TRANSFER, state: 'released' as const, releasedAt: '2026-11-21T00:00:00.000Z' };
  await openPage({ myTransfers: () => ({ items: [released] }) });
  await screen.findByText('等待 郴州市第一人民医院 办理调入');
  expect(document.getElementById('transfer-withdraw')).toBeNull();
});

test('the own unit cannot be chosen: said at the field', async () => {
  await openPage({
    myTransfers: () => ({ items: [] }),
    requestTransfer: () => {
      throw new Refusal('ALREADY_IN_UNIT');
    },
  });
  await screen.findByText('申请调动');
  await chooseUnit();
  await tapId('transfer-request');
  await waitFor(() =>
    expect(document.querySelector('#field-toUnit .field__error')?.textContent).toBe('该人员已在本单位'),
  );
});

test('who is not approved is shown the shorter way', async () => {
  const sent = await openPage({ myTransfers: () => ({ items: [] }) }, LEARNER);
  await tap('修改注册信息');
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/pages/register/index' });
  expect(sent.some(({ name }) => name === 'transfers.myTransfers')).toBe(false);
});

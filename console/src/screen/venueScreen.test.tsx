import type { ScreenEvent, ScreenView } from '@common/contract/checkIns';
import { act, render, screen } from '@testing-library/react';
import { fakeServer, refusal } from '../../testing/fakeServer';
import { VenueScreen } from './venueScreen';

const TICKET = 'A'.repeat(22);
const VIEW: ScreenView = {
  activityName: '外科护理学新进展与安全管理学习班',
  projectNumber: '2020-14-02-049 (国)',
  courseName: '围手术期护理',
  unitName: '漯河市中心医院',
  venue: '门诊楼六楼学术报告厅',
  direction: 'out',
  periods: [
    { from: '2026-07-20T00:00:00.000Z', to: '2026-07-20T04:00:00.000Z' },
    { from: '2026-07-20T06:00:00.000Z', to: '2026-07-20T10:00:00.000Z' },
  ],
  hours: [
    { from: '2026-07-20T03:30:00.000Z', to: '2026-07-20T04:00:00.000Z' },
    { from: '2026-07-20T09:30:00.000Z', to: '2026-07-20T10:00:00.000Z' },
  ],
  serverTime: '2026-07-20T05:00:00.000Z',
  expected: 260,
};
const TURN: ScreenEvent = {
  type: 'turn',
  text: 'https://a.cn/q/ABCDEFGHIJKLMNOP',
  shortCode: 'ABCD1234',
  slot: 1,
  periodMs: 60_000,
  turnsInMs: 60_000,
};

let stream: { onmessage: (message: { data: string }) => void; onerror: () => void };
const RealStream = globalThis.EventSource;
beforeEach(() => {
  globalThis.EventSource = class {
    onmessage = () => undefined;
    onerror = () => undefined;
    constructor() {
      stream = this;
    }
    close(): void {}
  } as unknown as typeof EventSource;
});
afterEach(() => {
  globalThis.EventSource = RealStream;
});

const tell = (event: ScreenEvent) => act(() => stream.onmessage({ data: JSON.stringify(event) }));
async function open() {
  fakeServer(() => ({ body: VIEW }));
  render(<VenueScreen ticket={TICKET} />);
  await screen.findByText(VIEW.activityName);
}

test('says what is held, where, and which period comes next by the server’s clock', async () => {
  await open();
  expect(screen.getByText('围手术期护理')).toBeTruthy();
  expect(screen.getByText('门诊楼六楼学术报告厅')).toBeTruthy();
  expect(screen.getByText('举办周期 2/2')).toBeTruthy();
  expect(screen.getByText('2026-07-20 14:00 至 18:00')).toBeTruthy();
  expect(screen.getByText('撤离时间 2/2')).toBeTruthy();
  expect(screen.getByText('2026-07-20 17:30 至 18:00')).toBeTruthy();
  expect(screen.getByText('260')).toBeTruthy();
  expect(document.title).toContain('撤离大屏');
});

test('shows the code with its typed form, and the invitation to scan only then', async () => {
  await open();
  expect(screen.queryByText('微信扫一扫')).toBeNull();
  tell(TURN);
  expect(screen.getByRole('img', { name: '签到二维码' })).toBeTruthy();
  expect(screen.getByText('ABCD 1234')).toBeTruthy();
  expect(screen.getByText('微信扫一扫')).toBeTruthy();
});

test('a blocked screen gives the reason and takes the code away', async () => {
  await open();
  tell(TURN);
  tell({ type: 'blocked', message: '当前不在活动举办周期内，二维码暂不显示', fix: null });
  expect(screen.getByText('暂时不能撤离')).toBeTruthy();
  expect(screen.getByText('当前不在活动举办周期内，二维码暂不显示')).toBeTruthy();
  expect(screen.queryByRole('img')).toBeNull();
});

test('a blocked screen tells where it is put right: the address, or a link where one is signed in', async () => {
  await open();
  const blocked = { type: 'blocked', message: '该活动尚未审核通过', fix: '/activities/1' } as const;
  tell(blocked);
  expect(screen.getByText(`${window.location.origin}/console/activities/1`)).toBeTruthy();
  expect(screen.queryByRole('link')).toBeNull();
  localStorage.setItem('jijiaotong.console.token', 'T');
  tell({ ...blocked });
  expect(screen.getByRole('link').getAttribute('href')).toBe(
    `${window.location.origin}/console/activities/1`,
  );
  localStorage.clear();
});

test('a lost network is said, and the code stays for its slot', async () => {
  await open();
  tell(TURN);
  act(() => stream.onerror());
  expect(screen.getByRole('alert').textContent).toContain('网络已断开');
  expect(screen.getByRole('img', { name: '签到二维码' })).toBeTruthy();
  tell(TURN);
  expect(screen.queryByRole('alert')).toBeNull();
});

test('a closed screen says so and shows no code', async () => {
  await open();
  tell(TURN);
  tell({ type: 'closed' });
  expect(screen.getByText('大屏已关闭')).toBeTruthy();
  expect(screen.queryByRole('img')).toBeNull();
});

test('an unknown address is told that it is closed', async () => {
  fakeServer(() => refusal(404, 'NOT_FOUND', '没有找到相应的内容'));
  render(<VenueScreen ticket={TICKET} />);
  expect(await screen.findByText('大屏已关闭')).toBeTruthy();
});

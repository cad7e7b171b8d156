import type { SwipeUpload } from '@common/contract/terminals';
import { act, fireEvent, screen, within } from '@testing-library/react';
import { FakeUpload } from '../../../../testing/fakeUpload';
import { draw, settle } from '../../../../testing/render';
import { activityOf, unitMe } from '../../../../testing/rows';
import { signedIn } from '../../../../testing/signIn';
import UploadsTab from './uploadsTab';

const MACHINE = { id: '1'.repeat(24), code: '600123', name: '1号机', lastUploadAt: null, skewSeconds: null };
const REPORT: SwipeUpload = {
  id: '2'.repeat(24),
  activityName: '学习班',
  terminalName: '1号机',
  fileName: '刷卡记录.csv',
  uploadedAt: '2026-11-21T10:00:00.000Z',
  by: '王芳',
  rows: 12,
  taken: 8,
  repeated: 1,
  outside: 0,
  notApproved: 0,
  unknown: 2,
  invalid: 1,
  skewSeconds: 0,
  unknownCards: [{ cardNo: '99999999', at: '2026-11-21T00:31:00.000Z', rows: 2 }],
  invalidRows: [{ row: 13, message: '缺少卡号' }],
};

async function open(machines: object[], uploads: object[] = []) {
  const asked = await signedIn(unitMe, ({ path }) => {
    const items = path.includes('/unit/terminals') ? machines : uploads;
    return path.endsWith('.csv')
      ? { file: '活动信息.csv' }
      : { body: { items, total: items.length, page: 1, pageSize: 20 } };
  });
  const onChange = jest.fn();
  draw(<UploadsTab activity={activityOf()} onChange={onChange} />, '/activities/1/attendance?tab=uploads');
  await settle();
  return { asked, onChange };
}
async function choose() {
  const input = document.querySelector('input[type=file]') as HTMLElement;
  fireEvent.change(input, { target: { files: [new File(['x'], '刷卡记录.csv')] } });
  await settle();
}

test('without a machine it says where to enter one', async () => {
  await open([]);
  expect(screen.getByRole('link', { name: '去登记考勤机' }).getAttribute('href')).toBe('/terminals');
});

test('the activity’s file is downloaded', async () => {
  const { asked } = await open([MACHINE]);
  fireEvent.click(screen.getByRole('button', { name: '下载到考勤机' }));
  await settle();
  expect(asked.at(-1)?.path).toMatch(/\/terminal\.csv$/);
});

test('the only machine is chosen; what became of the rows is told, and what to do', async () => {
  const sent = FakeUpload.install();
  const { onChange } = await open([MACHINE]);
  await choose();
  expect(sent[0]?.form.get('terminalId')).toBe(MACHINE.id);
  expect(sent[0]?.form.get('terminalTime')).toBe('');
  act(() => sent[0]?.answer(200, REPORT));
  await settle();
  const dialog = within(screen.getByRole('dialog'));
  expect(dialog.getByText('刷卡记录.csv，共12行')).toBeTruthy();
  expect(dialog.getByText('99999999')).toBeTruthy();
  expect(dialog.getByRole('link', { name: '去发卡' })).toBeTruthy();
  expect(dialog.getByText('第13行')).toBeTruthy();
  expect(dialog.queryByText('不在考勤时间')).toBeNull();
  expect(onChange).toHaveBeenCalledTimes(1);
});

test('a wrong clock is sent as it shows by then; what is no time is not sent', async () => {
  const sent = FakeUpload.install();
  await open([MACHINE]);
  fireEvent.click(screen.getByRole('checkbox', { name: '考勤机的时钟不准' }));
  const clock = screen.getByLabelText<HTMLInputElement>('考勤机现在的时间');
  fireEvent.change(clock, { target: { value: '八点' } });
  await choose();
  expect(screen.getByRole('alert').textContent).toContain('请填写考勤机现在的时间');
  expect(sent).toEqual([]);
  fireEvent.change(clock, { target: { value: '2020-01-01 08:00:00' } });
  expect(screen.getByText(/考勤机的时钟慢/)).toBeTruthy();
  await choose();
  expect(sent[0]?.form.get('terminalTime')).toMatch(/^2020-01-01 08:0\d:\d\d$/);
});

test('a file that is refused says why', async () => {
  const sent = FakeUpload.install();
  await open([MACHINE], [REPORT]);
  await choose();
  act(() =>
    sent[0]?.answer(400, { code: 'FILE_INVALID', message: '文件是空的', field: 'file', requestId: 'r' }),
  );
  await settle();
  expect(screen.getByRole('alert').textContent).toContain('文件是空的');
  fireEvent.click(screen.getByRole('button', { name: '明细' }));
  await settle();
  expect(within(screen.getByRole('dialog')).getByText('未登记的卡', { selector: 'dt' })).toBeTruthy();
});

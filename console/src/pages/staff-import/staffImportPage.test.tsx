import type { Me } from '@common/contract/accounts';
import { fireEvent, screen } from '@testing-library/react';
import { draw, settle } from '../../../testing/render';
import { readerMe, unitMe } from '../../../testing/rows';
import { signedIn } from '../../../testing/signIn';
import StaffImportPage from './staffImportPage';

const REPORT = {
  importId: 'i1',
  rows: 2,
  errors: [],
  errorCount: 0,
  preview: [
    { 姓名: '韩雪', 身份证号码: '4111**********1205', 手机号: '138****8020', 职称: '护士', 科室: '' },
  ],
};

/** An upload that is answered at once. */
class FakeRequest {
  static sent: { path: string; form: FormData }[] = [];
  static answer: object = REPORT;
  upload: { onprogress?: () => void } = {};
  onload: () => void = () => undefined;
  status = 200;
  responseText = '';
  path = '';
  open(_method: string, path: string) {
    this.path = path;
  }
  setRequestHeader() {}
  send(form: FormData) {
    FakeRequest.sent.push({ path: this.path, form });
    this.responseText = JSON.stringify(FakeRequest.answer);
    this.onload();
  }
}

async function open(me: Me = unitMe) {
  FakeRequest.sent = [];
  FakeRequest.answer = REPORT;
  globalThis.XMLHttpRequest = FakeRequest as unknown as typeof XMLHttpRequest;
  const sent = await signedIn(me, () => ({ body: { added: 2 } }));
  draw(<StaffImportPage />, '/staff-import');
  await settle();
  return sent;
}
async function drop() {
  const file = new File(['x'], '人员.xlsx');
  fireEvent.change(document.querySelector('input[type=file]') as HTMLElement, { target: { files: [file] } });
  await settle();
}

test('names the columns of the template, the required ones starred', async () => {
  await open();
  const required = screen.getAllByTitle('必填').map((star) => star.parentElement?.textContent);
  expect(required).toEqual(['姓名*', '身份证号码*', '手机号*', '职称*']);
});

test('a file is checked first, and stored only when that is confirmed', async () => {
  const sent = await open();
  await drop();
  expect(FakeRequest.sent.map(({ path }) => path)).toEqual(['/api/unit/imports/staff']);
  expect(sent).toEqual([]);
  expect(screen.getByText('4111**********1205')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '确认导入2人' }));
  expect(await screen.findByText('已导入2人')).toBeTruthy();
  expect(sent.map(({ path }) => path)).toEqual(['/api/unit/imports/staff/i1']);
  expect(screen.getByRole('link', { name: '查看本单位人员' })).toBeTruthy();
});

test('with an error in one row nothing can be stored, and the row is named', async () => {
  await open();
  const error = { row: 7, column: '职称', message: '没有“主治”这一职称，请从列表选择' };
  FakeRequest.answer = { ...REPORT, importId: null, errors: [error], errorCount: 1, preview: [] };
  await drop();
  expect(screen.getByRole('row', { name: /第7行/ }).textContent).toBe(
    '第7行职称没有“主治”这一职称，请从列表选择',
  );
  expect(screen.queryByRole('button', { name: /确认导入/ })).toBeNull();
});

test('who may not import is told why', async () => {
  await open(readerMe);
  expect(screen.getByRole<HTMLButtonElement>('button', { name: '下载模板' }).disabled).toBe(true);
  expect(screen.getAllByText(/“人员审核与调动”权限/).length).toBeGreaterThan(0);
});

import { ApiError } from '@common/contract/errors';
import type { ImportReport } from '@common/contract/imports';
import { act, fireEvent, screen } from '@testing-library/react';
import { draw, settle } from '../../../testing/render';
import { ImportSteps, type ImportStepsProps } from './importSteps';

const GOOD: ImportReport = {
  importId: 'i1',
  rows: 2,
  errors: [],
  errorCount: 0,
  preview: [{ 单位名称: '舞阳县吴城镇卫生院', 别名: '' }],
};
const BAD: ImportReport = {
  importId: null,
  rows: 3000,
  errors: [{ row: 17, column: '单位名称', message: '与第9行是同一单位' }],
  errorCount: 1,
  preview: [],
};

function open(some: Partial<ImportStepsProps> = {}) {
  const props = {
    unit: '个单位',
    columns: [{ title: '单位名称', isRequired: true }, { title: '别名' }],
    template: jest.fn(async () => ({ name: '模板.xlsx', save: async () => undefined })),
    check: jest.fn(async () => GOOD),
    commit: jest.fn(async () => ({ added: 2 })),
    commitNote: '确认后全部写入',
    next: <a href="/units">去开通账号</a>,
    onDone: jest.fn(),
    ...some,
  };
  draw(<ImportSteps {...props} />);
  return props;
}
async function drop(file = new File(['rows'], '单位.xlsx')) {
  const input = document.querySelector('input[type=file]') as HTMLElement;
  fireEvent.change(input, { target: { files: [file] } });
  await settle();
}
const press = async (name: string) => {
  fireEvent.click(screen.getByRole('button', { name }));
  await settle();
};

test('the template is saved', async () => {
  const save = jest.fn(async () => undefined);
  open({ template: async () => ({ name: '模板.xlsx', save }) });
  await press('下载模板');
  expect(save).toHaveBeenCalledTimes(1);
});

test('what was checked is shown, and stored when that is confirmed', async () => {
  const { commit, onDone } = open();
  await drop();
  expect(screen.getByText('“单位.xlsx”共2行，检查全部通过')).toBeTruthy();
  expect(screen.getByText('舞阳县吴城镇卫生院')).toBeTruthy();
  expect(commit).not.toHaveBeenCalled();
  await press('确认导入2个单位');
  expect(commit).toHaveBeenCalledWith('i1');
  expect(onDone).toHaveBeenCalledWith(2);
  expect(screen.getByText('已导入2个单位')).toBeTruthy();
  expect(screen.getByText('去开通账号')).toBeTruthy();
});

test('with any error there is nothing to confirm: each is named by row and column', async () => {
  open({ check: async () => BAD });
  await drop();
  expect(screen.getByText('“单位.xlsx”共3,000行，发现1处问题，没有写入任何数据')).toBeTruthy();
  expect(screen.getByRole('row', { name: '第17行 单位名称 与第9行是同一单位' })).toBeTruthy();
  expect(screen.queryByRole('button', { name: /确认导入/ })).toBeNull();
  await press('重新上传');
  expect(screen.getByText('把文件拖到这里，或点击选择文件')).toBeTruthy();
});

test('says how far the upload is, and then that it is being checked', async () => {
  let tell: (share: number) => void = () => undefined;
  open({
    check: (_, onProgress) => {
      tell = onProgress;
      return new Promise(() => undefined);
    },
  });
  await drop();
  act(() => tell(0.426));
  expect(screen.getByText('42%')).toBeTruthy();
  act(() => tell(1));
  expect(screen.getByText('上传完成，正在逐行检查…')).toBeTruthy();
});

test.each([
  [new File(['x'], '单位.xls'), /另存为 \.xlsx/],
  [new File(['x'], '单位.pdf'), /不是 Excel 文件/],
  [new File([], '单位.xlsx'), /空文件/],
  [Object.defineProperty(new File([''], '单位.xlsx'), 'size', { value: 10 * 1024 * 1024 + 1 }), /超过10MB/],
])('a file that cannot be right is not sent (%#)', async (file, words) => {
  const { check } = open();
  await drop(file);
  expect(check).not.toHaveBeenCalled();
  expect(screen.getByRole('alert').textContent).toMatch(words);
});

test('the server’s refusal of a file is said, and another can be chosen', async () => {
  open({
    check: async () => {
      throw new ApiError({ code: 'FILE_INVALID', message: '文件无法读取，请使用下载的模板填写后重新上传' });
    },
  });
  await drop();
  expect(screen.getByRole('alert').textContent).toBe('文件无法读取，请使用下载的模板填写后重新上传');
  expect(screen.getByText('把文件拖到这里，或点击选择文件')).toBeTruthy();
});

test('a check that has run out leads back to the upload, and says why', async () => {
  open({
    commit: async () => {
      throw new ApiError({ code: 'IMPORT_EXPIRED', message: '本次导入已过期，请重新上传文件' });
    },
  });
  await drop();
  await press('确认导入2个单位');
  expect(screen.getByRole('alert').textContent).toBe('本次导入已过期，请重新上传文件');
  expect(screen.getByText('把文件拖到这里，或点击选择文件')).toBeTruthy();
});

test('a file without a row is no success', async () => {
  open({ check: async () => ({ ...GOOD, rows: 0, preview: [] }) });
  await drop();
  expect(screen.getByText('文件里没有数据')).toBeTruthy();
  expect(screen.queryByRole('button', { name: /确认导入/ })).toBeNull();
});

test('who may not import reads why, and can choose no file', () => {
  open({ forbidden: '您没有权限' });
  expect(screen.getByRole<HTMLButtonElement>('button', { name: '下载模板' }).disabled).toBe(true);
  expect((document.querySelector('input[type=file]') as HTMLInputElement).disabled).toBe(true);
  expect(screen.getByText('暂时不能导入')).toBeTruthy();
});

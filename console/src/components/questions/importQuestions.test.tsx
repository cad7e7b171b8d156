import { fireEvent, screen } from '@testing-library/react';
import { type Answer, refusal, type Sent } from '../../../testing/fakeServer';
import { draw, settle } from '../../../testing/render';
import { unitMe } from '../../../testing/rows';
import { signedIn } from '../../../testing/signIn';
import { ImportQuestions, type ImportQuestionsProps } from './importQuestions';

const GOOD = {
  importId: 'i1',
  rows: 2,
  errors: [],
  errorCount: 0,
  preview: [{ 试题类型: '单选题', 题干: '甲？', 选项: 'A. 一　B. 二', 正确答案: 'A', 解析: '' }],
};
const BAD = {
  importId: null,
  rows: 2,
  errors: [{ row: 2, column: '正确答案', message: '没有选项E' }],
  errorCount: 1,
  preview: [],
};
const ACTIVITY = { activityId: '1'.repeat(24) };

async function open(
  target: ImportQuestionsProps['target'],
  answers: { report?: object; commit?: Answer } = {},
): Promise<{ sent: Sent[]; onImported: jest.Mock }> {
  const sent = await signedIn(unitMe, ({ path }) =>
    path.endsWith('/check-text')
      ? { body: answers.report ?? GOOD }
      : (answers.commit ?? { body: { imported: 2, repeated: 0 } }),
  );
  const onImported = jest.fn();
  draw(<ImportQuestions open target={target} onClose={jest.fn()} onImported={onImported} />);
  await settle();
  fireEvent.click(screen.getByRole('tab', { name: '粘贴导入' }));
  await settle();
  return { sent, onImported };
}
const press = async (name: string) => {
  fireEvent.click(screen.getByRole('button', { name }));
  await settle();
};
const paste = (text: string) =>
  fireEvent.change(screen.getByLabelText('试题文字'), { target: { value: text } });

test('pasted questions are checked, shown as understood, and stored when that is confirmed', async () => {
  const { sent, onImported } = await open(ACTIVITY, { commit: { body: { imported: 1, repeated: 1 } } });
  paste('1. 甲？');
  await press('检查试题');
  expect(screen.getByText(/A\. 一\s+B\. 二/)).toBeTruthy();
  expect(screen.queryByRole('columnheader', { name: '解析' })).toBeNull();
  expect(onImported).not.toHaveBeenCalled();
  await press('确认导入2道试题');
  expect(sent.map(({ body }) => body)).toEqual([{ text: '1. 甲？' }, { importId: 'i1', ...ACTIVITY }]);
  expect(onImported).toHaveBeenCalledTimes(1);
  expect(screen.getByText('已导入1道试题')).toBeTruthy();
  expect(screen.getByText('1道试卷中已有，没有重复写入。')).toBeTruthy();
});

test('what is wrong is told by question; the text stays to be corrected, and must be checked anew', async () => {
  await open(ACTIVITY, { report: BAD });
  paste('1. 甲？');
  await press('检查试题');
  expect(screen.getByRole('row', { name: '第2题 正确答案 没有选项E' })).toBeTruthy();
  expect(screen.queryByRole('button', { name: /确认导入/ })).toBeNull();
  paste('1. 乙？');
  expect(screen.queryByText('没有选项E')).toBeNull();
  expect(screen.getByRole('button', { name: '检查试题' })).toBeTruthy();
});

test('the bank asks for the discipline before anything is sent', async () => {
  const { sent } = await open({ bank: true });
  paste('1. 甲？');
  await press('检查试题');
  await press('确认导入2道试题');
  expect(screen.getByText('请选择学科')).toBeTruthy();
  expect(sent).toHaveLength(1);
  expect(screen.getByRole('button', { name: '确认导入2道试题' })).toBeTruthy();
});

test('a full paper is said; the text is still there, and what was checked can be stored once there is room', async () => {
  await open(ACTIVITY, { commit: refusal(409, 'PAPER_FULL', '一份试卷最多500道试题') });
  paste('1. 甲？');
  await press('检查试题');
  await press('确认导入2道试题');
  expect(screen.getByText('一份试卷最多500道试题')).toBeTruthy();
  expect(screen.getByLabelText<HTMLTextAreaElement>('试题文字').value).toBe('1. 甲？');
  expect(screen.getByRole('button', { name: '确认导入2道试题' })).toBeTruthy();
});

test('the template has a tab of its own', async () => {
  await open(ACTIVITY);
  fireEvent.click(screen.getByRole('tab', { name: '模板导入' }));
  await settle();
  expect(screen.getByRole('button', { name: '下载模板' })).toBeTruthy();
  expect(screen.getByText('把文件拖到这里，或点击选择文件')).toBeTruthy();
});

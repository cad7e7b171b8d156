import { ApiError } from '@common/contract/errors';
import type { ExamQuestionInput } from '@common/contract/papers';
import { fireEvent, screen } from '@testing-library/react';
import { FakeUpload } from '../../../testing/fakeUpload';
import { draw, settle } from '../../../testing/render';
import { unitMe } from '../../../testing/rows';
import { signedIn } from '../../../testing/signIn';
import { QuestionEditor, type QuestionEditorProps } from './questionEditor';

const PICTURE = { pictureId: '7'.repeat(24), url: '/api/exam-pictures/t' };

function open(some: Partial<QuestionEditorProps> = {}) {
  const onSave = jest.fn(async (_question: ExamQuestionInput) => undefined);
  const onClose = jest.fn();
  draw(<QuestionEditor open onSave={onSave} onClose={onClose} {...some} />);
  return { onSave, onClose };
}
const press = async (name: string) => {
  fireEvent.click(screen.getByRole('button', { name }));
  await settle();
};
const type = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
const choose = async (file: File) => {
  fireEvent.change(document.querySelector('input[type=file]') as HTMLElement, { target: { files: [file] } });
  await settle();
};
const fill = (options: string[]) => {
  type('题干', ' 可用的是？ ');
  for (const [at, text] of options.entries()) {
    type(`选项${'ABCDE'[at]}`, text);
  }
};

test('four options to begin with; more, fewer and another order; the next question begins empty', async () => {
  const { onSave, onClose } = open();
  expect(screen.getAllByRole('radio').length).toBeGreaterThanOrEqual(4);
  await press('增加选项');
  fill(['一', '二', '三', '四', '五']);
  fireEvent.click(screen.getByLabelText('选项E是正确答案'));
  await press('上移选项E');
  await press('删除选项A');
  await press('保存并添加下一题');
  expect(onSave).toHaveBeenCalledWith({
    kind: 'single',
    stem: '可用的是？',
    pictureId: null,
    options: ['二', '三', '五', '四'].map((text) => ({ text, isRight: text === '五' })),
    explanation: '',
  });
  expect(onClose).not.toHaveBeenCalled();
  expect(screen.getByLabelText<HTMLTextAreaElement>('题干').value).toBe('');
});

test('a 多选题 has several right ones; made a 单选题 it keeps the first', async () => {
  const { onSave, onClose } = open();
  fireEvent.click(screen.getByText('多选题'));
  fill(['一', '二', '三', '四']);
  fireEvent.click(screen.getByLabelText('选项B是正确答案'));
  await press('保存');
  expect(screen.getByRole('alert').textContent).toContain('多选题至少要有两个正确答案');
  fireEvent.click(screen.getByLabelText('选项D是正确答案'));
  fireEvent.click(screen.getByText('单选题'));
  await press('保存');
  expect(onSave.mock.calls[0]?.[0].options.map(({ isRight }) => isRight)).toEqual([
    false,
    true,
    false,
    false,
  ]);
  expect(onClose).toHaveBeenCalledTimes(1);
});

test('what is missing is said at its place, and nothing is sent', async () => {
  const { onSave } = open();
  await press('保存');
  expect(screen.getByText('请填写题干')).toBeTruthy();
  fill(['一', '二', '', '一']);
  await press('保存');
  expect(screen.getByRole('alert').textContent).toBe('请填写选项C');
  await press('删除选项C');
  await press('保存');
  expect(screen.getByRole('alert').textContent).toBe('选项C与前面的选项相同');
  type('选项C', '三');
  await press('保存');
  expect(screen.getByRole('alert').textContent).toBe('请点击正确的备选答案');
  expect(onSave).not.toHaveBeenCalled();
});

test.each([
  ['stem', '试卷中已有相同的试题'],
  ['options.1.text', '选项最多300字'],
  [undefined, '一份试卷最多500道试题'],
])('the server’s refusal of %s is said', async (field, message) => {
  const { onClose } = open({
    onSave: async () => {
      throw new ApiError({ code: 'QUESTION_INVALID', field, message });
    },
  });
  fill(['一', '二', '三', '四']);
  fireEvent.click(screen.getByLabelText('选项A是正确答案'));
  await press('保存');
  expect(await screen.findByText(message)).toBeTruthy();
  expect(onClose).not.toHaveBeenCalled();
});

test('what was typed is not lost without being asked', async () => {
  const { onClose } = open();
  type('题干', '可用的是？');
  await press('取消');
  expect(onClose).not.toHaveBeenCalled();
  await press('放弃');
  expect(onClose).toHaveBeenCalledTimes(1);
});

test('a picture is uploaded, shown, and sent by its id', async () => {
  await signedIn(unitMe, () => ({ body: {} }));
  const sent = FakeUpload.install();
  const { onSave } = open();
  await choose(new File(['x'], '心电图.pdf', { type: 'application/pdf' }));
  expect(screen.getByText('请选择3MB以内的PNG或JPEG图片')).toBeTruthy();
  await choose(new File(['x'], '心电图.png', { type: 'image/png' }));
  expect(sent).toMatchObject([{ method: 'POST', path: '/api/unit/exam-pictures' }]);
  sent[0]?.answer(200, PICTURE);
  await settle();
  expect(screen.getByRole('img', { name: '题干图片' }).getAttribute('src')).toBe(PICTURE.url);
  fill(['一', '二', '三', '四']);
  fireEvent.click(screen.getByLabelText('选项A是正确答案'));
  await press('保存');
  expect(onSave.mock.calls[0]?.[0].pictureId).toBe(PICTURE.pictureId);
});

test('what is typed while a picture is on its way stays', async () => {
  await signedIn(unitMe, () => ({ body: {} }));
  const sent = FakeUpload.install();
  const { onSave } = open();
  await choose(new File(['x'], '心电图.png', { type: 'image/png' }));
  fill(['一', '二', '三', '四']);
  fireEvent.click(screen.getByLabelText('选项A是正确答案'));
  sent[0]?.answer(200, PICTURE);
  await settle();
  await press('保存');
  expect(onSave.mock.calls[0]?.[0]).toMatchObject({ stem: '可用的是？', pictureId: PICTURE.pictureId });
});

test('a picture that comes when its question was left is not put into the next one', async () => {
  await signedIn(unitMe, () => ({ body: {} }));
  const sent = FakeUpload.install();
  const props = { onSave: async () => undefined, onClose: () => undefined };
  const { rerender } = draw(<QuestionEditor open {...props} />);
  await choose(new File(['x'], '心电图.png', { type: 'image/png' }));
  rerender(<QuestionEditor open={false} {...props} />);
  rerender(<QuestionEditor open {...props} />);
  sent[0]?.answer(200, PICTURE);
  await settle();
  expect(screen.queryByRole('img', { name: '题干图片' })).toBeNull();
});

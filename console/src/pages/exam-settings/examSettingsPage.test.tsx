import type { Me } from '@common/contract/accounts';
import type { FormSetting } from '@common/contract/forms';
import { DEFAULT_FORMS } from '@common/rules/forms';
import { fireEvent, screen, within } from '@testing-library/react';
import { type Answer, refusal, type Sent } from '../../../testing/fakeServer';
import { draw, settle } from '../../../testing/render';
import { authorityMe } from '../../../testing/rows';
import { signedIn } from '../../../testing/signIn';
import ExamSettingsPage from './examSettingsPage';

const NONE = { isExamRequired: false, isEvaluationRequired: false };
/** Two questions of each: enough to be moved and deleted. */
const FORMS = { evaluation: DEFAULT_FORMS.evaluation.slice(0, 2), survey: DEFAULT_FORMS.survey.slice(3) };
const formOf = (kind: 'evaluation' | 'survey', some: Partial<FormSetting> = {}): FormSetting => ({
  kind,
  questions: FORMS[kind],
  isOwn: false,
  above: FORMS[kind],
  version: 0,
  publishedAt: null,
  ...some,
});

interface Given {
  part?: string;
  me?: Me;
  form?: Partial<FormSetting>;
  onPut?: (sent: Sent) => Answer;
}

async function open({ part = 'completion', me = authorityMe, form, onPut }: Given = {}) {
  const sent = await signedIn(me, (one) => {
    if (one.path.endsWith('completion-rules')) {
      return { body: { rules: one.method === 'PUT' ? one.body : NONE, above: NONE } };
    }
    const kind = one.path.endsWith('survey') ? 'survey' : 'evaluation';
    if (one.method === 'PUT') {
      const { questions } = one.body as Pick<FormSetting, 'questions'>;
      return onPut?.(one) ?? { body: formOf(kind, { questions, isOwn: true, version: 1 }) };
    }
    return { body: formOf(kind, one.method === 'GET' ? form : {}) };
  });
  draw(<ExamSettingsPage />, `/exam-settings?part=${part}`);
  await settle();
  return sent;
}
const changes = (sent: Sent[]) => sent.filter(({ method }) => method !== 'GET');
const button = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name });
const questions = () => within(screen.getByRole('region', { name: /的题目$/ }));
const preview = () => screen.getByRole('region', { name: '手机预览' }).textContent ?? '';
const type = (label: string, value: string) =>
  fireEvent.change(screen.getByRole('textbox', { name: label }), { target: { value } });

test('what a credit needs says its effect, what differs from above goes back to it, and it is saved', async () => {
  const sent = await open();
  const exam = within(screen.getByRole('listitem', { name: '必须考试合格' }));
  expect(exam.getByText('与上级相同')).toBeTruthy();
  fireEvent.click(exam.getByRole('switch'));
  expect(exam.getByText(/没有启用五道以上试题的活动不能展示签到二维码/)).toBeTruthy();
  fireEvent.click(screen.getByRole('switch', { name: '必须完成项目评价' }));
  fireEvent.click(button('必须完成项目评价恢复为上级'));
  fireEvent.click(button('保存设置'));
  await settle();
  expect(changes(sent).map(({ body }) => body)).toEqual([{ ...NONE, isExamRequired: true }]);
  expect(button('保存设置').disabled).toBe(true);
});

test('what was changed and not saved stays, and is marked, while another part is looked at', async () => {
  await open();
  fireEvent.click(screen.getByRole('switch', { name: '必须考试合格' }));
  fireEvent.click(screen.getByText('调查问卷', { selector: '.ant-badge' }));
  await settle();
  expect(screen.getByTestId('address').textContent).toContain('part=survey');
  expect(screen.queryByRole('switch', { name: '必须考试合格' })).toBeNull();
  expect(screen.getAllByTitle('有未保存的修改')).toHaveLength(1);
  fireEvent.click(screen.getByText('授分条件', { selector: '.ant-badge' }));
  await settle();
  expect(screen.getByRole('switch', { name: '必须考试合格' }).getAttribute('aria-checked')).toBe('true');
});

test('a form is written, shown as the phone will show it, and saved with the version it was read in', async () => {
  const sent = await open({ part: 'survey', form: { isOwn: true, version: 4 } });
  fireEvent.click(button('选择题'));
  expect(preview()).toContain('3. （题目）');
  type('第3题题目', '希望增加的内容');
  type('第3题选项1', '病例讨论');
  type('第3题选项2', '操作演示');
  fireEvent.click(questions().getAllByRole('button', { name: '增加选项' }).at(-1) as HTMLElement);
  type('第3题选项3', '文献导读');
  fireEvent.mouseDown(screen.getByRole('combobox', { name: '第3题选几项' }));
  const two = await screen.findAllByText('选两项', { selector: '.ant-select-item-option-content' });
  fireEvent.click(two.at(-1) as HTMLElement);
  fireEvent.click(button('第3题选项3上移'));
  fireEvent.click(button('第3题上移'));
  expect(preview()).toContain('2. 希望增加的内容（选两项）病例讨论文献导读操作演示');
  fireEvent.click(button('保存设置'));
  await settle();
  expect(changes(sent)).toHaveLength(1);
  const body = changes(sent)[0]?.body as FormSetting;
  expect(changes(sent)[0]?.path).toBe('/api/authority/forms/survey');
  expect(body.version).toBe(4);
  expect(body.questions.map(({ text }) => text)).toEqual([
    '对本项目的组织安排',
    '希望增加的内容',
    '通过本项目学习，感到收获最大的是',
  ]);
  expect(body.questions[1]).toMatchObject({ kind: 'choice', choose: 2, isRequired: true });
});

test('what is missing is shown at its field before anything is sent', async () => {
  const sent = await open({ part: 'evaluation' });
  fireEvent.click(button('文字意见'));
  expect(questions().queryByRole('alert')).toBeNull();
  fireEvent.click(button('保存设置'));
  await settle();
  const last = within(screen.getByRole('listitem', { name: '第3题' }));
  expect(last.getByRole('alert').textContent).toBe('请填写题目');
  expect(screen.getByText('第3题：请填写题目')).toBeTruthy();
  expect(changes(sent)).toEqual([]);
  type('第3题题目', '其他建议');
  expect(questions().queryByRole('alert')).toBeNull();
});

test('a question with words is deleted after a question, one without at once', async () => {
  await open({ part: 'evaluation' });
  fireEvent.click(button('星级评分'));
  fireEvent.click(button('删除第3题'));
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(screen.queryByRole('textbox', { name: '第3题题目' })).toBeNull();
  fireEvent.click(button('删除第1题'));
  const dialog = within(await screen.findByRole('dialog'));
  expect(dialog.getByText('培训内容的实用性')).toBeTruthy();
  fireEvent.click(dialog.getByRole('button', { name: '删除' }));
  await settle();
  expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: '第1题题目' }).value).toBe(
    '授课老师的教学水平',
  );
});

test('saved elsewhere meanwhile: nothing is lost without being asked', async () => {
  const form = { isOwn: true, version: 5 };
  const sent = await open({
    part: 'evaluation',
    form,
    onPut: ({ body }) =>
      (body as FormSetting).version === form.version
        ? { body: formOf('evaluation', { isOwn: true, version: form.version + 1 }) }
        : refusal(409, 'REVIEW_MOVED', '刚刚有人处理过，请刷新后查看'),
  });
  form.version = 6;
  type('第1题题目', '内容是否实用');
  fireEvent.click(button('保存设置'));
  await settle();
  expect(screen.getByText(/刚刚在别处修改过/)).toBeTruthy();
  expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: '第1题题目' }).value).toBe('内容是否实用');
  fireEvent.click(button('以本页为准保存'));
  await settle();
  const last = changes(sent).at(-1)?.body as FormSetting;
  expect([last.version, last.questions[0]?.text]).toEqual([6, '内容是否实用']);
  expect(screen.queryByText(/刚刚在别处修改过/)).toBeNull();
});

test('one that is one’s own can be given up for the one above, after a question', async () => {
  const own = [{ ...FORMS.survey[0], text: '本市的问题' }] as FormSetting['questions'];
  const sent = await open({ part: 'survey', form: { isOwn: true, version: 2, questions: own } });
  fireEvent.click(button('恢复上级的'));
  const dialog = within(await screen.findByRole('dialog'));
  expect(dialog.getByText(/已有人填写的活动仍用原来的问卷/)).toBeTruthy();
  fireEvent.click(dialog.getByRole('button', { name: '恢复' }));
  await settle();
  expect(changes(sent).map(({ method, path }) => `${method} ${path}`)).toEqual([
    'DELETE /api/authority/forms/survey',
  ]);
  expect(preview()).not.toContain('本市的问题');
  expect(screen.queryByRole('button', { name: '恢复上级的' })).toBeNull();
});

test('who lacks the 权限 can only read', async () => {
  await open({
    part: 'evaluation',
    me: { ...authorityMe, administrator: { id: 'd'.repeat(24), name: '赵敏', permissions: ['review'] } },
  });
  expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: '第1题题目' }).readOnly).toBe(true);
  expect(screen.queryByRole('button', { name: '删除第1题' })).toBeNull();
  expect(screen.queryByRole('button', { name: '文字意见' })).toBeNull();
});

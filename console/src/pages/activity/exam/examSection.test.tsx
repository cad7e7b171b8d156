import type { Me } from '@common/contract/accounts';
import type { PaperView } from '@common/contract/papers';
import { fireEvent, screen, within } from '@testing-library/react';
import { type Answer, refusal, type Sent } from '../../../../testing/fakeServer';
import { moved, paperOf, paperServer, questionOf, questionsOf } from '../../../../testing/papers';
import { draw, settle } from '../../../../testing/render';
import { activityOf, readerMe, unitMe } from '../../../../testing/rows';
import { signedIn } from '../../../../testing/signIn';
import ExamSection from './examSection';

const AT = `/activities/${activityOf().id}/exam`;

async function open(
  some: Partial<PaperView> = {},
  given: { search?: string; me?: Me; refused?: { [end: string]: Answer } } = {},
) {
  const { search = '', me = unitMe, refused } = given;
  const server = paperServer(paperOf(some), refused);
  const onChange = jest.fn();
  const sent = await signedIn(me, server.answer);
  draw(<ExamSection activity={activityOf()} onChange={onChange} />, AT + search);
  await settle();
  return { ...server, sent, onChange };
}
const changes = (sent: Sent[]) => sent.filter(({ method }) => method !== 'GET');
const question = (number: number) => within(screen.getByRole('listitem', { name: `第${number}题` }));
const stems = () =>
  screen.getAllByRole('article').map((one) => one.querySelector('.question__stem')?.textContent);
const press = async (name: string, among: Pick<typeof screen, 'getAllByRole'> = screen) => {
  fireEvent.click(among.getAllByRole('button', { name }).at(-1) as HTMLElement);
  await settle();
};
const type = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
const address = () => screen.getByTestId('address').textContent;

test('an empty paper offers three ways to begin; the first question is written and shown', async () => {
  const { sent, onChange } = await open({ questions: [], isRequired: true });
  expect(screen.getByText(/须添加5个或5个以上试题并启用，否则无法展示考勤二维码/)).toBeTruthy();
  for (const name of ['添加试题', '导入试题', '从题库选题']) {
    expect(screen.getByRole('button', { name })).toBeTruthy();
  }
  await press('添加试题');
  type('题干', '洗手的步骤有几步？');
  ['五步', '六步', '七步', '八步'].forEach((text, at) => {
    type(`选项${'ABCD'[at]}`, text);
  });
  fireEvent.click(screen.getByLabelText('选项C是正确答案'));
  await press('保存');
  expect(changes(sent)).toMatchObject([
    { method: 'POST', body: { kind: 'single', stem: '洗手的步骤有几步？' } },
  ]);
  expect(stems()).toEqual(['洗手的步骤有几步？']);
  expect(onChange).toHaveBeenCalledTimes(1);
  expect(screen.getByText('至少要有5道试题，还差4道')).toBeTruthy();
});

test('a fault keeps the paper from 启用, and leads to its question on its page', async () => {
  const bad = questionOf(23, { options: questionOf(23).options.map((one) => ({ ...one, isRight: false })) });
  await open({
    questions: [...questionsOf(22), bad],
    faults: [{ questionId: bad.id, message: '第23题：请点击正确的备选答案' }],
  });
  const publish = screen.getByRole<HTMLButtonElement>('button', { name: '启用' });
  expect(publish.disabled).toBe(true);
  expect(publish.closest('[role=note]')?.getAttribute('aria-label')).toContain(
    '第23题：请点击正确的备选答案',
  );
  expect(stems()).toHaveLength(20);
  await press('查看试题');
  expect(address()).toBe(`${AT}?page=2`);
  expect(stems()).toEqual(['手卫生第21题', '手卫生第22题', '手卫生第23题']);
});

test('启用 says what it does, and makes the first version; 关闭 asks too', async () => {
  const { sent, onChange } = await open({ isRequired: true });
  await press('启用');
  expect(screen.getByText(/2026-07-20 08:00 至 2026-07-27 23:59 考试。大屏可以展示考勤二维码/)).toBeTruthy();
  expect(changes(sent)).toEqual([]);
  await press('启用');
  expect(changes(sent)).toMatchObject([{ body: { revision: 1 } }]);
  expect(screen.getByText('第1版')).toBeTruthy();
  expect(onChange).toHaveBeenCalled();
  expect(screen.queryByText(/否则无法展示考勤二维码/)).toBeNull();
  await press('关闭');
  expect(screen.getByText(/关闭期间无法展示考勤二维码/)).toBeTruthy();
  await press('关闭考试');
  expect(screen.getByText('已关闭')).toBeTruthy();
});

test('after tries were made it is said which version a change becomes', async () => {
  await open({
    state: 'published',
    version: 2,
    isChanged: true,
    attempts: 37,
    publishedAt: '2026-07-19T01:00:00.000Z',
  });
  expect(screen.getByText('有修改未启用')).toBeTruthy();
  expect(screen.getByText('已有37人次考试，修改后启用为第3版，已开始的考试不受影响。')).toBeTruthy();
});

test('a paper that is incomplete after all says why', async () => {
  const words = '试卷还不能启用：每次抽取20道，试卷只有6道试题';
  await open({}, { refused: { '/publication': refusal(409, 'PAPER_INCOMPLETE', words) } });
  await press('启用');
  await press('启用');
  expect(screen.getByText(words)).toBeTruthy();
});

test('what was changed elsewhere is loaded, and nothing is published unseen', async () => {
  const { changeElsewhere, sent } = await open({}, { refused: { '/publication': moved } });
  changeElsewhere({ questions: questionsOf(7) });
  await press('启用');
  await press('启用');
  expect(await screen.findByText(/已载入最新的内容/)).toBeTruthy();
  expect(stems()).toHaveLength(7);
  expect(changes(sent)).toHaveLength(1);
  expect(screen.getByText('未启用')).toBeTruthy();
});

test('a question is moved by one and to a number, and removed when that is confirmed', async () => {
  const { now, sent } = await open();
  await press('下移', question(1));
  expect(stems().slice(0, 3)).toEqual(['手卫生第2题', '手卫生第1题', '手卫生第3题']);
  await press('移到…', question(6));
  type('移到第几题', '1');
  await press('移动');
  expect(now().questions[0]?.stem).toBe('手卫生第6题');
  await press('删除', question(1));
  expect(screen.getByText(/删除后不能恢复/)).toBeTruthy();
  expect(changes(sent)).toHaveLength(2);
  await press('删除');
  expect(stems()).not.toContain('手卫生第6题');
});

test('several are chosen across pages, kept in the bank or removed', async () => {
  const { sent } = await open({ questions: questionsOf(25) }, { search: '?page=2' });
  fireEvent.click(screen.getByRole('checkbox', { name: '本页全选' }));
  fireEvent.click(screen.getByTitle('1'));
  await settle();
  fireEvent.click(screen.getByRole('checkbox', { name: '选择第1题' }));
  const bar = () => within(screen.getByRole('region', { name: '批量操作' }));
  expect(bar().getByText('6')).toBeTruthy();
  await press('存入题库', bar());
  expect(await screen.findByText('已存入题库5道，1道已在题库中，没有重复保存')).toBeTruthy();
  fireEvent.click(screen.getByRole('checkbox', { name: '选择第2题' }));
  await press('删除', bar());
  await press('删除');
  expect(changes(sent).at(-1)).toMatchObject({ body: { questionIds: [questionOf(2).id] } });
  expect(screen.queryByRole('region', { name: '批量操作' })).toBeNull();
});

test('what could not be kept in the bank stays chosen', async () => {
  const words = '服务暂时不可用，请稍后重试';
  await open({}, { refused: { '/to-bank': refusal(503, 'STORE_UNAVAILABLE', words) } });
  fireEvent.click(screen.getByRole('checkbox', { name: '选择第1题' }));
  const bar = () => within(screen.getByRole('region', { name: '批量操作' }));
  await press('存入题库', bar());
  expect(await screen.findByText(words)).toBeTruthy();
  expect(bar().getByText('1')).toBeTruthy();
});

test.each([
  ['以本页为准保存', '本页的题干'],
  ['载入最新的内容', '同事的题干'],
])('of two who change the same question the second is asked: %s', async (choice, kept) => {
  const first = questionOf(1);
  const { changeElsewhere, now } = await open({}, { refused: { [first.id]: moved } });
  await press('编辑', question(1));
  type('题干', '本页的题干');
  changeElsewhere({ questions: [{ ...first, stem: '同事的题干', revision: 2 }, ...questionsOf(6).slice(1)] });
  await press('保存');
  expect(screen.getByText('可能是同事，或您在另一个窗口修改了它。请选择保留哪一份。')).toBeTruthy();
  await press(choice);
  expect(now().questions[0]?.stem).toBe(kept);
  if (choice === '载入最新的内容') {
    expect(screen.getByLabelText<HTMLTextAreaElement>('题干').value).toBe(kept);
  }
});

test('the settings say the days that follow from them, and are saved as a whole', async () => {
  const { now } = await open({ state: 'published', version: 1, isChanged: false });
  await press('修改');
  expect(screen.getByText(/2026-07-20 08:00 至 2026-07-27 23:59 考试，须先签到/)).toBeTruthy();
  type('每次抽取', '3');
  await press('保存');
  expect(await screen.findByText('至少5道，0为全部试题')).toBeTruthy();
  type('每次抽取', '5');
  type('培训结束后还可以考', '3');
  await settle();
  expect(screen.getByText(/2026-07-20 08:00 至 2026-07-23 23:59 考试，须先签到/)).toBeTruthy();
  await press('保存');
  expect(now().rules).toMatchObject({ draw: 5, daysAfter: 3, passScore: 60 });
  expect(await screen.findByText('考试设置已保存，启用为第2版后生效')).toBeTruthy();
  expect(screen.getByText('每次随机抽取5道，共6道')).toBeTruthy();
});

test('预览 shows one question after the other, and not which answer is right', async () => {
  await open();
  await press('预览');
  const dialog = within(screen.getByRole('dialog'));
  expect(dialog.getByText('手卫生第1题')).toBeTruthy();
  expect(dialog.queryByText('正确答案')).toBeNull();
  fireEvent.click(dialog.getByRole('button', { name: /洗手/ }));
  fireEvent.click(dialog.getByRole('button', { name: /以上都是/ }));
  expect(dialog.getByRole('button', { name: /洗手/ }).getAttribute('aria-pressed')).toBe('false');
  await press('下一题', dialog);
  expect(dialog.getByText('手卫生第2题')).toBeTruthy();
});

test('who may not hold activities reads and exports', async () => {
  await open({ state: 'published', version: 1 }, { me: readerMe });
  for (const name of ['添加试题', '关闭', '启用', '修改']) {
    expect(screen.getByRole<HTMLButtonElement>('button', { name }).disabled).toBe(true);
  }
  expect(question(1).getByRole<HTMLButtonElement>('button', { name: '编辑' }).disabled).toBe(true);
  expect(screen.getByRole<HTMLButtonElement>('button', { name: '导出' }).disabled).toBe(false);
});

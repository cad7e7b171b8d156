import type { BankQuestion } from '@common/contract/questionBank';
import { fireEvent, screen, within } from '@testing-library/react';
import { type Answer, refusal, type Sent } from '../../../testing/fakeServer';
import { draw, settle } from '../../../testing/render';
import { readerMe, unitMe } from '../../../testing/rows';
import { signedIn } from '../../../testing/signIn';
import QuestionBankPage from './questionBankPage';

const QUESTION: BankQuestion = {
  id: '1'.repeat(24),
  kind: 'single',
  stem: '术后早期活动的主要目的是？',
  pictureId: null,
  pictureUrl: null,
  options: [
    { text: '预防血栓', isRight: true },
    { text: '减少进食', isRight: false },
  ],
  explanation: '见指南第3章',
  revision: 4,
  disciplineCode: '1402',
  discipline: '护理学/外科护理学',
  updatedAt: '2026-11-20T02:00:00.000Z',
};

async function open(at: string, { items = [QUESTION], me = unitMe, change = {} as Answer } = {}) {
  const sent: Sent[] = await signedIn(me, ({ method }) =>
    method === 'GET'
      ? { body: { items, total: items.length, page: 1, pageSize: 20 } }
      : { body: { ...QUESTION, removed: 1 }, ...change },
  );
  draw(<QuestionBankPage />, at);
  await settle();
  return sent;
}
const press = async (name: string, within_: HTMLElement | null = null) => {
  fireEvent.click((within_ ? within(within_) : screen).getByRole('button', { name }));
  await settle();
};
const changes = (sent: Sent[]) => sent.filter(({ method }) => method !== 'GET');

test.each([
  ['?discipline=14&kind=multiple&q=护理', `q=${encodeURIComponent('护理')}&discipline=14&kind=multiple`],
  ['?discipline=x&kind=essay', 'kind=all'],
])('of the address %s what can be meant is asked for', async (search, query) => {
  const [asked] = await open(`/question-bank${search}`);
  const expected = new URLSearchParams(`${query}&page=1&pageSize=20`);
  const sent = new URLSearchParams(asked?.path.split('?')[1]);
  expect(Object.fromEntries([...sent].filter(([, value]) => value))).toEqual(Object.fromEntries(expected));
});

test('a question is read in full, changed with its revision, and removed when that is confirmed', async () => {
  const sent = await open('/question-bank');
  expect(screen.getByText('A. 预防血栓')).toBeTruthy();
  await press(QUESTION.stem);
  expect(screen.getByText('见指南第3章')).toBeTruthy();
  await press('修改试题');
  fireEvent.change(screen.getByLabelText('题干'), { target: { value: '术后早期活动可以？' } });
  await press('保存');
  expect(changes(sent)).toMatchObject([
    {
      method: 'PUT',
      path: `/api/unit/question-bank/${QUESTION.id}`,
      body: { revision: 4, discipline: '1402', stem: '术后早期活动可以？', options: QUESTION.options },
    },
  ]);
  fireEvent.click(screen.getByRole('checkbox', { name: /选择“术后早期活动/ }));
  await settle();
  await press('删除', screen.getByLabelText('批量操作'));
  expect(screen.getByText(/已加入试卷的试题不变/)).toBeTruthy();
  fireEvent.click(screen.getAllByRole('button', { name: '删除' }).at(-1) as HTMLElement);
  await settle();
  expect(changes(sent).at(-1)).toMatchObject({
    path: '/api/unit/question-bank/removal',
    body: { questionIds: [QUESTION.id] },
  });
});

test('an empty bank says how to begin; a new question needs its discipline', async () => {
  const sent = await open('/question-bank', { items: [] });
  expect(screen.getByText('题库还是空的')).toBeTruthy();
  await press('添加试题');
  fireEvent.change(screen.getByLabelText('题干'), { target: { value: '甲？' } });
  for (const [letter, text] of [
    ['A', '一'],
    ['B', '二'],
    ['C', '三'],
    ['D', '四'],
  ]) {
    fireEvent.change(screen.getByLabelText(`选项${letter}`), { target: { value: text } });
  }
  fireEvent.click(screen.getByLabelText('选项B是正确答案'));
  await press('保存');
  expect(await screen.findByText('请选择学科')).toBeTruthy();
  expect(changes(sent)).toEqual([]);
});

test('a question that was changed elsewhere is not overwritten, and that is said', async () => {
  const sent = await open('/question-bank', { change: refusal(409, 'REVIEW_MOVED', '刚刚有人处理过') });
  await press('修改');
  fireEvent.change(screen.getByLabelText('题干'), { target: { value: '另一题？' } });
  await press('保存');
  expect(await screen.findByText('这道题刚刚在别处修改过，请关闭后重新打开再修改')).toBeTruthy();
  expect(sent.filter(({ method }) => method === 'GET')).toHaveLength(2);
});

test('a removal that fails is said, and what was chosen stays', async () => {
  await open('/question-bank', { change: refusal(503, 'STORE_UNAVAILABLE', '服务暂时不可用，请稍后重试') });
  fireEvent.click(screen.getByRole('checkbox', { name: /选择“术后早期活动/ }));
  await settle();
  await press('删除', screen.getByLabelText('批量操作'));
  fireEvent.click(screen.getAllByRole('button', { name: '删除' }).at(-1) as HTMLElement);
  expect(await screen.findByText('服务暂时不可用，请稍后重试')).toBeTruthy();
  expect(screen.getByLabelText('批量操作')).toBeTruthy();
});

test('who lacks the 权限 can only read', async () => {
  await open('/question-bank', { me: readerMe });
  for (const name of ['添加试题', '导入试题', '修改', '删除']) {
    expect(screen.getByRole<HTMLButtonElement>('button', { name }).disabled).toBe(true);
  }
  expect(screen.queryByRole('checkbox')).toBeNull();
});

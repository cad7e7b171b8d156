import type { Me } from '@common/contract/accounts';
import { fireEvent, screen, within } from '@testing-library/react';
import { Route, Routes } from 'react-router';
import { type Answer, refusal } from '../../../testing/fakeServer';
import { detailOf, type LearnerDetail } from '../../../testing/profiles';
import { draw, settle } from '../../../testing/render';
import { learnerOf, readerMe, unitMe } from '../../../testing/rows';
import { signedIn } from '../../../testing/signIn';
import LearnerPage from './learnerPage';

const [A, B, C] = ['a', 'b', 'c'].map((letter) => letter.repeat(24)) as [string, string, string];
const LIST = [
  learnerOf({ id: A, name: '甲一' }),
  learnerOf({ id: B, name: '乙二' }),
  learnerOf({ id: C, name: '丙三' }),
];

interface Given {
  me?: Me;
  person?: Partial<LearnerDetail>;
  at?: string;
  detail?: Answer;
  isChanged?: boolean;
  wechats?: { name: string; boundAt: string | null }[];
}

async function open({
  me = unitMe,
  person = {},
  at = `/learners/${B}`,
  detail,
  isChanged = true,
  wechats = [],
}: Given = {}) {
  const sent = await signedIn(me, ({ path, method, body }) => {
    if (path.endsWith('/numbers')) {
      return { body: { idNo: '411102199005121205', phone: '13800008020' } };
    }
    if (path.endsWith('/decisions')) {
      const { learnerIds } = body as { learnerIds: string[] };
      const results = learnerIds.map((learnerId) => ({
        learnerId,
        state: 'approved',
        changed: isChanged,
        isNewer: !isChanged,
      }));
      return { body: { changed: isChanged ? 1 : 0, results } };
    }
    if (path.endsWith('/wechats')) {
      return { body: { items: wechats } };
    }
    if (path.endsWith('/wechats/parting')) {
      return { body: { parted: 2 } };
    }
    if (path.startsWith('/api/unit/learners?')) {
      return { body: { items: LIST, total: 3, page: 1, pageSize: 200, asOf: '2026-07-20T00:00:00.000Z' } };
    }
    if (method !== 'GET') {
      return { body: detailOf(person) };
    }
    const id = path.split('/').pop() ?? '';
    const name = LIST.find((row) => row.id === id)?.name;
    return detail ?? { body: detailOf({ id, ...(name && { name }), ...person }) };
  });
  draw(
    <Routes>
      <Route path="/learners/:learnerId" element={<LearnerPage />} />
      <Route path="*" element={null} />
    </Routes>,
    at,
  );
  await settle();
  return sent;
}
const address = () => screen.getByTestId('address').textContent;
const bar = () => within(screen.getByRole('region', { name: '审核' }));

test('the five pages stand there, those complete with the ✓ that the learner sees', async () => {
  await open();
  const ticked = screen
    .getAllByRole('img', { name: '已完善' })
    .map((tick) => tick.parentElement?.textContent);
  expect(ticked).toEqual(['基本资料', '联系信息', '工作信息']);
  expect(screen.getByRole('heading', { name: '教育经历' })).toBeTruthy();
});

test('namesakes and an unknown department are pointed out', async () => {
  await open({
    person: {
      isDepartmentKnown: false,
      sameName: [
        { id: A, idNoMasked: '4111**********3317', department: '急诊科', title: 'nurse', state: 'approved' },
      ],
    },
  });
  expect(screen.getByText(/本单位还有1名“乙二”/)).toBeTruthy();
  expect(screen.getByText('4111**********3317')).toBeTruthy();
  expect(screen.getByText('“新生儿科”不在本单位的科室列表里')).toBeTruthy();
});

test('full numbers are asked for, shown and hidden again', async () => {
  const sent = await open();
  expect(sent.some(({ path }) => path.endsWith('/numbers'))).toBe(false);
  fireEvent.click(screen.getByRole('button', { name: '查看完整号码' }));
  expect(await screen.findByText('411102199005121205')).toBeTruthy();
  expect(screen.getByText('已记录，本人可以看到这次查看')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '隐藏' }));
  expect(screen.queryByText('13800008020')).toBeNull();
});

test('one without the 权限 cannot see them, and is told whom to ask', async () => {
  await open({ me: readerMe });
  const reveal = screen.getByRole<HTMLButtonElement>('button', { name: '查看完整号码' });
  expect(reveal.disabled).toBe(true);
  expect(reveal.closest('[role=note]')?.getAttribute('aria-label')).toContain('“查看完整个人信息”权限');
});

test('goes through the list by buttons and by arrow keys', async () => {
  await open({ at: `/learners/${B}?state=all` });
  expect(screen.getByText('2 / 3')).toBeTruthy();
  fireEvent.click(bar().getByRole('button', { name: /下一位/ }));
  await settle();
  expect(address()).toBe(`/learners/${C}?state=all`);
  expect(bar().getByRole<HTMLButtonElement>('button', { name: /下一位/ }).disabled).toBe(true);
  fireEvent.keyDown(document.body, { key: 'ArrowLeft' });
  await settle();
  expect(address()).toBe(`/learners/${B}?state=all`);
});

test('an arrow key within a field moves only the cursor', async () => {
  await open();
  fireEvent.click(bar().getByRole('button', { name: '审核不通过' }));
  fireEvent.keyDown(await screen.findByLabelText('补充说明'), { key: 'ArrowRight' });
  await settle();
  expect(address()).toBe(`/learners/${B}`);
});

test('approving goes on to the next who waits', async () => {
  const sent = await open();
  fireEvent.click(bar().getByRole('button', { name: '审核通过' }));
  expect(await screen.findByText('乙二：审核通过')).toBeTruthy();
  await settle();
  expect(address()).toBe(`/learners/${C}`);
  expect(sent.find(({ path }) => path.endsWith('/decisions'))?.body).toEqual({
    learnerIds: [B],
    decision: 'approve',
    // What was read is what is decided on.
    asOf: detailOf().approval.submittedAt,
  });
});

test('newer data keeps the person on the screen, to be read again', async () => {
  const sent = await open({ isChanged: false });
  fireEvent.click(bar().getByRole('button', { name: '审核通过' }));
  expect(await screen.findByText(/1人刚刚提交了新资料/)).toBeTruthy();
  expect(address()).toBe(`/learners/${B}`);
  expect(sent.filter(({ path }) => path === `/api/unit/learners/${B}`)).toHaveLength(2);
});

test('a 人员状态 is taken back by a last day before its first', async () => {
  const period = {
    id: '9'.repeat(24),
    status: 'maternityLeave',
    from: '2026-03-01',
    to: null,
    reason: '',
  } as const;
  const approval = { ...detailOf().approval, state: 'approved' as const };
  const sent = await open({ person: { approval, status: 'maternityLeave', statusPeriods: [period] } });
  fireEvent.click(screen.getByRole('button', { name: '修改止日' }));
  fireEvent.click(await screen.findByRole('button', { name: '登记有误，撤销' }));
  const [, confirm] = await screen.findAllByRole('dialog');
  fireEvent.click(within(confirm as HTMLElement).getByRole('button', { name: '撤销' }));
  await settle();
  expect(sent.find(({ method }) => method === 'PUT')).toMatchObject({
    path: `/api/unit/learners/${B}/statuses/${period.id}`,
    body: { to: '2026-02-28' },
  });
});

test('注销 has no last day', async () => {
  const approval = { ...detailOf().approval, state: 'approved' as const };
  const sent = await open({ person: { approval } });
  fireEvent.click(screen.getByRole('button', { name: '登记状态' }));
  expect(await screen.findByLabelText('止日')).toBeTruthy();
  fireEvent.click(screen.getByText('注销'));
  expect(screen.queryByLabelText('止日')).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: '保存' }));
  await settle();
  expect(sent.find(({ path }) => path.endsWith('/statuses'))?.body).toMatchObject({
    status: 'cancelled',
    to: null,
  });
});

test('one of another unit is not there', async () => {
  await open({ detail: refusal(404, 'NOT_FOUND', '没有找到相应的内容，可能已被删除') });
  expect(screen.getByText('本单位没有这名人员')).toBeTruthy();
});

test('a failure can be tried again', async () => {
  const sent = await open({ detail: refusal(503, 'STORE_UNAVAILABLE', '系统繁忙，请稍后再试') });
  fireEvent.click(screen.getByRole('button', { name: '重新加载' }));
  await settle();
  expect(sent.filter(({ path }) => path === `/api/unit/learners/${B}`)).toHaveLength(2);
});

test('the WeChats that somebody uses can be parted by the unit, with a reason', async () => {
  const wechats = [
    { name: '小程序', boundAt: null },
    { name: '漯继医委', boundAt: '2026-07-20T01:00:00.000Z' },
  ];
  const sent = await open({ wechats });
  const card = within(screen.getByRole('region', { name: '微信绑定' }));
  expect(card.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    '小程序用微信登录时绑定',
    '漯继医委2026-07-20 09:00 绑定',
  ]);
  fireEvent.click(card.getByRole('button', { name: '解除微信绑定' }));
  await settle();
  const dialog = within(screen.getByRole('dialog'));
  const confirm = () => dialog.getByRole<HTMLButtonElement>('button', { name: '解除绑定' });
  expect(confirm().disabled).toBe(true);
  fireEvent.click(dialog.getByText('本人更换了微信'));
  fireEvent.click(confirm());
  await settle();
  const parting = sent.find(({ path }) => path.endsWith('/wechats/parting'));
  expect(parting).toMatchObject({ method: 'POST', body: { reason: '本人更换了微信' } });
});

test('where no WeChat is bound there is nothing to part', async () => {
  await open();
  expect(screen.queryByRole('button', { name: '解除微信绑定' })).toBeNull();
});

import type { LearnerRow } from '@common/contract/learners';
import type { Permission } from '@common/terms';
import Taro from '@tarojs/taro';
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { session } from '@/services/session';
import { administratorMe } from '@/testing/administrators';
import { fakeServer, Refusal, sessionOf } from '@/testing/fakeServer';
import {
  AS_OF,
  type DecideInput,
  type DecideOutput,
  idOf,
  learnerRow,
  pageOf,
  personDetail,
} from '@/testing/people';
import { resetTaro } from '@/testing/taro';
import PendingPage from './index';

let people: LearnerRow[] = [];
/** Whom a colleague has decided about, and who has submitted anew, unknown to the list on the screen. */
let byColleague: string[] = [];
let resubmitted: string[] = [];

function decide({ learnerIds, decision }: DecideInput): DecideOutput {
  const state = decision === 'approve' ? ('approved' as const) : ('rejected' as const);
  const results = learnerIds.map((learnerId) => {
    const isNewer = resubmitted.includes(learnerId);
    const changed = !isNewer && !byColleague.includes(learnerId);
    return { learnerId, state: isNewer ? ('pending' as const) : state, changed, isNewer };
  });
  const done = results.filter(({ isNewer }) => !isNewer).map(({ learnerId }) => learnerId);
  people = people.map((row) => (done.includes(row.id) ? { ...row, state } : row));
  return { changed: results.filter(({ changed }) => changed).length, results };
}
function serve({
  permissions,
  refuse,
}: {
  permissions?: Permission[];
  refuse?: (input: DecideInput) => DecideOutput;
} = {}) {
  const me = administratorMe(permissions);
  return fakeServer({
    accounts: { signInWithWechat: () => sessionOf(me), me: () => me },
    administrators: {
      listAdministrators: () => ({
        items: [
          {
            id: idOf(900),
            name: '赵敏',
            phoneMasked: '139****9002',
            permissions: ['manageAccount'],
            isConfirmed: true,
            isSelf: false,
            lastSignInAt: null,
          },
        ],
      }),
    },
    learners: {
      listLearners: (input) => ({
        ...pageOf(
          people.filter(
            (row) => (input.state === 'all' || row.state === input.state) && row.name.includes(input.q ?? ''),
          ),
          input,
        ),
        asOf: AS_OF,
      }),
      learnerDetail: ({ learnerId }) => {
        const row = people.find(({ id }) => id === learnerId);
        const n = Number.parseInt(learnerId, 16);
        return personDetail(n, {
          approval: {
            state: row?.state ?? 'pending',
            reason: null,
            submittedAt: '2026-11-21T00:30:00.000Z',
            decidedAt: null,
          },
          sameName: [
            {
              id: idOf(99),
              idNoMasked: '4310**********0022',
              department: '内科',
              title: 'nurse',
              state: 'approved',
            },
          ],
        });
      },
      revealNumbers: () => ({ idNo: '431022199003070011', phone: '13800138000' }),
      decide: refuse ?? decide,
    },
  });
}
async function tap(words: string) {
  const target = await screen.findByText(words);
  await act(async () => void fireEvent.click(target));
}
async function tick(n: number) {
  const box = screen.getByLabelText(`选择学员${n}，护士`);
  await act(async () => void fireEvent.click(box));
}
const decisions = (sent: ReturnType<typeof serve>) => sent.filter(({ name }) => name === 'learners.decide');

beforeEach(() => {
  resetTaro();
  people = Array.from({ length: 60 }, (_, n) => learnerRow(n + 1));
  byColleague = [];
  resubmitted = [];
});

async function openPage() {
  await session.start();
  await act(async () => void (await session.signInWithWechat()));
  await act(async () => void render(<PendingPage />));
  await screen.findByText('学员1');
}

test('fifty people are approved in two taps; a double tap decides once', async () => {
  const sent = serve();
  await openPage();
  await tap('本页全选');
  const approve = screen.getByText('通过 50 人');
  await act(async () => {
    fireEvent.click(approve);
    fireEvent.click(approve);
  });
  await screen.findByText('学员51');
  expect(screen.queryByText('学员1')).toBeNull();
  expect(decisions(sent)).toHaveLength(1);
  expect(decisions(sent)[0]?.input).toMatchObject({ decision: 'approve', asOf: AS_OF });
  expect(Taro.showToast).toHaveBeenCalledWith(expect.objectContaining({ title: '已通过 50 人' }));
});

test('all of several pages: chosen with one more tap, asked about, sent some at a time', async () => {
  people = Array.from({ length: 430 }, (_, n) => learnerRow(n + 1));
  const sent = serve();
  await openPage();
  await tap('本页全选');
  await tap('已选本页 50 人，选择全部 430 人');
  expect(screen.getByText('已选择全部 430 人')).toBeTruthy();
  await tap('通过 430 人');
  await screen.findByText('都审核完了');
  expect(Taro.showModal).toHaveBeenCalledWith(expect.objectContaining({ title: '审核通过' }));
  expect(decisions(sent).map(({ input }) => (input.learnerIds as string[]).length)).toEqual([200, 200, 30]);
});

test('what was decided before a refusal stays decided, the rest stays ticked', async () => {
  people = Array.from({ length: 250 }, (_, n) => learnerRow(n + 1));
  serve({
    refuse: (input) => {
      if (input.learnerIds.includes(idOf(250))) {
        throw new Refusal('STORE_UNAVAILABLE');
      }
      return decide(input);
    },
  });
  await openPage();
  await tap('本页全选');
  await tap('已选本页 50 人，选择全部 250 人');
  await tap('通过 250 人');
  await screen.findByText('通过 50 人');
  expect(Taro.showToast).toHaveBeenCalledWith(
    expect.objectContaining({ title: '系统繁忙，请稍后再试；如在提交，请重新提交' }),
  );
});

test('a colleague was faster, and one has changed his data: both are told, the latter stays and is marked', async () => {
  byColleague = [idOf(1)];
  resubmitted = [idOf(2)];
  serve();
  await openPage();
  await tick(1);
  await tick(2);
  await tick(3);
  await tap('通过 3 人');
  await screen.findByText('已通过 1 人；1 人已由同事审核，不再改变；1 人的资料已更新，请重新查看');
  expect(screen.queryByText('学员1')).toBeNull();
  expect(screen.getByText('学员2')).toBeTruthy();
  expect(screen.getByText('资料已更新，请重新查看')).toBeTruthy();
  await tap('学员2');
  expect(screen.queryByText('资料已更新，请重新查看')).toBeNull();
});

test('after some are decided, more does not skip or repeat anybody', async () => {
  serve();
  await openPage();
  await tick(3);
  await tap('通过 1 人');
  await tap('加载更多');
  await screen.findByText('学员60');
  expect(document.querySelectorAll('.applicant')).toHaveLength(59);
});

test('looked at by himself: the hint, the whole number after a question, approved as he was seen', async () => {
  const sent = serve();
  await openPage();
  await tap('学员2');
  await screen.findByText(/4310\*+0022 · 护士 · 内科 · 审核通过/);
  expect(screen.getByText('苗族')).toBeTruthy();
  await tap('查看完整号码');
  expect(Taro.showModal).toHaveBeenCalledWith(
    expect.objectContaining({ content: expect.stringContaining('记入日志') }),
  );
  await screen.findByText('431022199003070011');
  await act(async () => void fireEvent.click(document.querySelector('#sheet-approve') as Element));
  await waitFor(() => expect(screen.queryByText('学员2')).toBeNull());
  expect(decisions(sent)[0]?.input).toMatchObject({
    learnerIds: [idOf(2)],
    asOf: '2026-11-21T00:30:00.000Z',
  });
});

test('a rejection needs a reason, which is sent', async () => {
  const sent = serve();
  await openPage();
  await tick(2);
  await tap('不通过');
  await tap('确定不通过 1 人');
  expect(screen.getByText('请选择或填写原因，学员会看到')).toBeTruthy();
  await tap('非本单位人员');
  await tap('确定不通过 1 人');
  expect(decisions(sent)[0]?.input).toMatchObject({ decision: 'reject', reason: '非本单位人员' });
});

test('a refusal leaves the ticks as they were', async () => {
  serve({
    refuse: () => {
      throw new Refusal('STORE_UNAVAILABLE');
    },
  });
  await openPage();
  await tick(2);
  await tap('通过 1 人');
  expect(screen.getByText('通过 1 人')).toBeTruthy();
});

test('the states and the search make other lists, where nothing can be decided twice', async () => {
  people = [
    learnerRow(1),
    learnerRow(2, { state: 'rejected', name: '退回的' }),
    learnerRow(3, { state: 'approved' }),
  ];
  serve();
  await openPage();
  await tap('审核不通过');
  await screen.findByText('退回的');
  expect(document.querySelectorAll('.applicant')).toHaveLength(1);
  expect(document.querySelector('.applicant__tick')).toBeNull();
  await tap('全部');
  await waitFor(() => expect(document.querySelectorAll('.applicant')).toHaveLength(3));
  expect(document.querySelectorAll('.applicant__tick')).toHaveLength(1);
  fireEvent.change(document.querySelector('#people-q') as Element, { target: { value: '没有这人' } });
  expect(await screen.findByText('没有找到“没有这人”')).toBeTruthy();
});

test('without the 权限 one sees, decides nothing, and is told whom to ask', async () => {
  serve({ permissions: ['holdActivities'] });
  await openPage();
  expect(await screen.findByText('请联系 赵敏（139****9002） 开通。')).toBeTruthy();
  expect(document.querySelector('.applicant__tick')).toBeNull();
  expect(document.querySelector('#approve')).toBeNull();
  await tap('学员2');
  expect(await screen.findByText('查看完整号码需要“查看完整个人信息”权限')).toBeTruthy();
  expect(document.querySelector('#sheet-approve')).toBeNull();
});

import type { LearnerRow } from '@common/contract/learners';
import Taro from '@tarojs/taro';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { session } from '@/services/session';
import { fakeServer, LEARNER, meWith, Refusal, sessionOf } from '@/testing/fakeServer';
import { resetTaro } from '@/testing/taro';
import PendingPage from './index';

function row(n: number): LearnerRow {
  return {
    id: n.toString(16).padStart(24, '0'),
    name: `学员${n}`,
    idNoMasked: LEARNER.idNoMasked,
    phoneMasked: LEARNER.phoneMasked,
    title: 'nurse',
    department: '',
    state: 'pending',
    reason: null,
    personnelNo: null,
    submittedAt: '2026-11-21T00:00:00.000Z',
    sameNameInUnit: n === 1,
  };
}

let waiting: LearnerRow[] = [];
function serve(decide?: () => never) {
  return fakeServer({
    accounts: { signInWithWechat: () => sessionOf(meWith(null)), me: () => meWith(null) },
    learners: {
      listLearners: ({ page, pageSize }) => {
        const [at, size] = [Number(page), Number(pageSize)];
        return {
          items: waiting.slice((at - 1) * size, at * size),
          total: waiting.length,
          page: at,
          pageSize: size,
        };
      },
      decide:
        decide ??
        (({ learnerIds, decision }) => {
          waiting = waiting.filter(({ id }) => !learnerIds.includes(id));
          const state = decision === 'approve' ? ('approved' as const) : ('rejected' as const);
          return {
            changed: learnerIds.length,
            results: learnerIds.map((learnerId) => ({ learnerId, state, changed: true })),
          };
        }),
    },
  });
}
async function tap(words: string) {
  const target = await screen.findByText(words);
  await act(async () => void fireEvent.click(target));
}

beforeEach(async () => {
  resetTaro();
  waiting = Array.from({ length: 22 }, (_, n) => row(n + 1));
});

async function openPage() {
  await session.start();
  render(<PendingPage />);
  await screen.findByText('学员1');
}

test('the whole page in two taps; a double tap decides once', async () => {
  const sent = serve();
  await openPage();
  await tap('本页全选');
  const approve = screen.getByText('通过 20 人');
  await act(async () => {
    fireEvent.click(approve);
    fireEvent.click(approve);
  });
  await screen.findByText('学员21');
  expect(screen.queryByText('学员1')).toBeNull();
  const decisions = sent.filter(({ name }) => name === 'learners.decide');
  expect(decisions).toHaveLength(1);
  expect(decisions[0]?.input).toMatchObject({ decision: 'approve' });
  expect(Taro.showToast).toHaveBeenCalledWith(expect.objectContaining({ title: '已通过 20 人' }));
});

test('after some are decided, more does not skip or repeat anybody', async () => {
  serve();
  await openPage();
  await tap('学员3');
  await tap('通过 1 人');
  await tap('加载更多');
  await screen.findByText('学员22');
  expect(document.querySelectorAll('.applicant')).toHaveLength(21);
});

test('a rejection needs a reason, which is sent', async () => {
  const sent = serve();
  await openPage();
  await tap('学员2');
  await tap('不通过');
  await tap('确定不通过 1 人');
  expect(screen.getByText('请选择或填写原因，学员会看到')).toBeTruthy();
  await tap('非本单位人员');
  await tap('确定不通过 1 人');
  expect(sent.at(-1)?.input).toMatchObject({ decision: 'reject', reason: '非本单位人员' });
});

test('a refusal leaves the ticks as they were', async () => {
  serve(() => {
    throw new Refusal('STORE_UNAVAILABLE');
  });
  await openPage();
  await tap('学员2');
  await tap('通过 1 人');
  expect(screen.getByText('通过 1 人')).toBeTruthy();
  expect(Taro.showToast).toHaveBeenCalledWith(
    expect.objectContaining({ title: '系统繁忙，请稍后再试；如在提交，请重新提交' }),
  );
});

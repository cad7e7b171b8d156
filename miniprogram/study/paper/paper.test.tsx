/** Taking the exam: answers are kept and saved, a dead network and a closed page lose nothing, the server's time counts. */
import type { AttemptView } from '@common/contract/exams';
import Taro from '@tarojs/taro';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { exams } from '@/services/exams';
import { session } from '@/services/session';
import { ACTIVITY_ID, attemptOf, Q1, Q2, resultOf } from '@/testing/exams';
import { fakeServer, LEARNER, meWith, Refusal, sessionOf } from '@/testing/fakeServer';
import { idOf } from '@/testing/people';
import { tap, tapId } from '@/testing/register';
import { hide, openedWith, resetTaro } from '@/testing/taro';
import ExamPaperPage from './index';

const serverTime = '2026-11-21T01:00:00.000Z';
let attemptId: string;
let numbers = 700;

type Answers = NonNullable<Parameters<typeof fakeServer>[0]['exams']>;
const dead = () => {
  throw new Error('request:fail');
};
const resultPage = () => ({ url: `/study/result/index?attemptId=${attemptId}` });

function serve(part: Partial<AttemptView> = {}, answers: Answers = {}) {
  const sent = fakeServer({
    accounts: { signInWithWechat: () => sessionOf(meWith(LEARNER)), me: () => meWith(LEARNER) },
    exams: {
      myAttempt: () => attemptOf({ id: attemptId, ...part }),
      saveAnswers: ({ revision }) => ({ revision, serverTime }),
      submitExam: () => resultOf({ id: attemptId }),
      ...answers,
    },
  });
  return (name: string) => sent.filter((each) => each.name === `exams.${name}`).map(({ input }) => input);
}
async function openPage(part?: Partial<AttemptView>, answers?: Answers) {
  const sent = serve(part, answers);
  await session.start();
  await act(async () => void render(<ExamPaperPage />));
  return sent;
}
const pass = async (ms: number) => act(async () => void (await jest.advanceTimersByTimeAsync(ms)));
const textOf = (id: string) => document.getElementById(id)?.textContent;

beforeEach(() => {
  jest.useFakeTimers();
  resetTaro();
  exams.dropOf(LEARNER.id);
  numbers += 1;
  attemptId = idOf(numbers);
  openedWith({ attemptId }, ['study/exam/index', 'study/paper/index']);
});
afterEach(() => {
  cleanup();
  jest.useRealTimers();
});

test('one question a page: answered, saved as it is given, and handed in once it is asked', async () => {
  const sent = await openPage();
  expect(textOf('paper-place')).toBe('第 1 题，共 2 题');
  await tap('P波高尖');
  await tap('P波消失');
  await tapId('paper-next');
  await tap('感冒');
  await tap('肺栓塞');
  await tap('感冒');
  await tap('心肌梗死');
  expect(textOf('paper-saving')).toBe('保存中');
  await pass(1000);
  expect(textOf('paper-saving')).toBe('已保存');
  const answers = [
    { question: Q1, chosen: [0] },
    { question: Q2, chosen: [0, 1] },
  ];
  expect(sent('saveAnswers').at(-1)).toMatchObject({ attemptId, answers });
  await tapId('paper-submit');
  expect(Taro.showModal).toHaveBeenCalledWith(expect.objectContaining({ title: '确定交卷？' }));
  expect(sent('submitExam')).toEqual([expect.objectContaining({ attemptId, answers })]);
  expect(Taro.redirectTo).toHaveBeenCalledWith(resultPage());
});

test('答题卡 tells what is answered and marked and goes there; 交卷 names what is open, and may be thought over', async () => {
  (Taro.showModal as unknown as jest.Mock).mockResolvedValueOnce({ confirm: false });
  const sent = await openPage();
  await tap('P波消失');
  await tapId('paper-next');
  await tapId('question-mark');
  await tapId('paper-sheet');
  const label = (n: number) => document.getElementById(`sheet-${n}`)?.getAttribute('aria-label');
  expect([label(1), label(2)]).toEqual(['第1题，已答', '第2题，未答，已标记']);
  await tapId('sheet-submit');
  expect(Taro.showModal).toHaveBeenCalledWith(
    expect.objectContaining({ title: '还有1题没有作答', content: expect.stringContaining('第2题没有作答') }),
  );
  expect(sent('submitExam')).toEqual([]);
  await tapId('sheet-1');
  expect(textOf('paper-place')).toBe('第 1 题，共 2 题');
});

test('without a network: said so, closed, opened again without one, and saved when it returns', async () => {
  await openPage({}, { saveAnswers: dead });
  await tap('P波消失');
  await pass(1000);
  expect(textOf('paper-saving')).toBe('没有网络，答案已存在手机上');
  cleanup();
  const sent = await openPage(
    {},
    { myAttempt: dead, saveAnswers: ({ revision }) => ({ revision, serverTime }) },
  );
  expect(screen.getByText('P波消失').closest('[role]')?.getAttribute('aria-checked')).toBe('true');
  await act(async () => exams.wake());
  expect(sent('saveAnswers').at(-1)).toMatchObject({ answers: [{ question: Q1, chosen: [0] }] });
  expect(textOf('paper-saving')).toBe('已保存');
});

test('left within the moment after an answer, it is sent at once', async () => {
  const sent = await openPage();
  await tap('P波消失');
  await act(async () => hide());
  expect(sent('saveAnswers')).toHaveLength(1);
});

test('handed in without a network: kept, said so, and through when there is one', async () => {
  let isDead = true;
  const sent = await openPage(
    {},
    { submitExam: () => (isDead ? dead() : resultOf({ id: attemptId })), saveAnswers: dead },
  );
  await tapId('paper-next');
  await tapId('paper-submit');
  expect(screen.getByText('没有网络，等待交卷')).toBeTruthy();
  expect(screen.getByText(/超过考试时间的以已保存到服务器的答案为准/)).toBeTruthy();
  isDead = false;
  await tapId('paper-submit-again');
  expect(sent('submitExam').length).toBeGreaterThan(1);
  expect(Taro.redirectTo).toHaveBeenCalledWith(resultPage());
});

test('when the time is over it is handed in by itself, and the server’s time counts', async () => {
  const deadline = '2026-11-21T01:01:00.000Z';
  let now = serverTime;
  const sent = await openPage(
    {},
    {
      myAttempt: () => attemptOf({ id: attemptId, deadline, serverTime: now }),
      saveAnswers: ({ revision }) => ({ revision, serverTime: now }),
    },
  );
  await tap('P波消失');
  expect(textOf('paper-time')).toBe('01:00');
  now = '2026-11-21T01:00:30.000Z';
  // The phone thinks that a minute has gone, the server that it was half of one.
  await pass(61_000);
  expect(sent('submitExam')).toEqual([]);
  expect(textOf('paper-time')).toBe('00:30');
  now = '2026-11-21T01:01:00.000Z';
  await pass(31_000);
  expect(sent('submitExam')).toEqual([expect.objectContaining({ answers: [{ question: Q1, chosen: [0] }] })]);
  expect(Taro.redirectTo).toHaveBeenCalledWith(resultPage());
});

test('already handed in, here or elsewhere: its result', async () => {
  await openPage(
    {},
    {
      myAttempt: () => {
        throw new Refusal('EXAM_SUBMITTED');
      },
    },
  );
  expect(Taro.redirectTo).toHaveBeenCalledWith(resultPage());
});

test('gone on with on another phone: the newer answers, and words for it', async () => {
  let revision = 0;
  const answers = [{ question: Q1, chosen: [1] }];
  await openPage(
    {},
    {
      myAttempt: () => attemptOf({ id: attemptId, revision, ...(revision > 0 ? { answers } : {}) }),
      saveAnswers: () => {
        revision = Date.parse('2030-01-01T00:00:00.000Z');
        return { revision, serverTime };
      },
    },
  );
  await tap('P波消失');
  await pass(1000);
  expect(Taro.showToast).toHaveBeenCalledWith(
    expect.objectContaining({ title: expect.stringContaining('另一部手机') }),
  );
  expect(screen.getByText('P波高尖').closest('[role]')?.getAttribute('aria-checked')).toBe('true');
});

test('what the server does not take is said, with a way on', async () => {
  await openPage(
    {},
    {
      saveAnswers: () => {
        throw new Refusal('NOT_DRAWN');
      },
    },
  );
  await tap('P波消失');
  await pass(1000);
  expect(screen.getByText('答案没有保存')).toBeTruthy();
  await tapId('paper-take-up');
  expect(textOf('paper-saving')).toBe('已保存');
});

test('a picture fills the screen at a tap; one that does not load is asked for again', async () => {
  const sent = await openPage();
  await tapId('paper-next');
  await act(async () => void fireEvent.click(screen.getByLabelText('放大图片')));
  expect(Taro.previewImage).toHaveBeenCalledWith({ urls: ['https://api.test/api/exam-pictures/t1'] });
  await act(async () => void fireEvent.error(document.querySelector('img') as HTMLImageElement));
  await tap('图片没有加载成功，点按重试');
  expect(sent('myAttempt')).toHaveLength(2);
  expect(document.querySelector('img')).toBeTruthy();
});

test('what the phone has lost is had from the server again', async () => {
  const sent = await openPage({ answers: [{ question: Q1, chosen: [0] }] });
  await act(async () => exams.keepOnly(ACTIVITY_ID, null));
  expect(sent('myAttempt')).toHaveLength(2);
  expect(screen.getByText('P波消失').closest('[role]')?.getAttribute('aria-checked')).toBe('true');
});

test('nothing to be had and nothing kept: why, and another try', async () => {
  let isDead = true;
  await openPage({}, { myAttempt: () => (isDead ? dead() : attemptOf({ id: attemptId })) });
  expect(screen.getByText('没有加载成功')).toBeTruthy();
  isDead = false;
  await tap('重试');
  expect(screen.getByText('P波消失')).toBeTruthy();
});

/** 参加考试: what it is, where the learner stands, and the one next step (manual 000 §二). */
import type { ExamView } from '@common/contract/exams';
import Taro from '@tarojs/taro';
import { act, render, screen } from '@testing-library/react';
import { exams } from '@/services/exams';
import { session } from '@/services/session';
import { ACTIVITY_ID, ATTEMPT_ID, attemptOf, examOf, Q1 } from '@/testing/exams';
import { fakeServer, LEARNER, meWith, Refusal, sessionOf } from '@/testing/fakeServer';
import { idOf } from '@/testing/people';
import { tapId } from '@/testing/register';
import { openedWith, resetTaro } from '@/testing/taro';
import ExamPage from './index';

type Answers = NonNullable<Parameters<typeof fakeServer>[0]['exams']>;
async function openPage(part: Partial<ExamView> = {}, answers: Answers = {}) {
  const sent = fakeServer({
    accounts: { signInWithWechat: () => sessionOf(meWith(LEARNER)), me: () => meWith(LEARNER) },
    exams: { myExam: () => examOf(part), startExam: () => attemptOf(), ...answers },
  });
  await session.start();
  await act(async () => void render(<ExamPage />));
  return (name: string) => sent.filter((each) => each.name === `exams.${name}`);
}
/** Of tests that hand in: what is finished stays so while the mini-program is open. */
const [OTHER_ID, BACKGROUND_ID] = [idOf(790), idOf(791)];
const paper = { url: `/study/paper/index?attemptId=${ATTEMPT_ID}` };

beforeEach(() => {
  resetTaro();
  exams.dropOf(LEARNER.id);
  openedWith({ activityId: ACTIVITY_ID });
});

test('what the exam is', async () => {
  await openPage();
  for (const words of [
    '可以考试',
    '2题',
    '60分（满分100分）',
    '30分钟',
    '共3次，还剩3次',
    '11月21日 08:00 起，11月28日 24:00 截止',
    '考试合格才能授分',
    '11月28日 24:00 前完成考试',
  ]) {
    expect(screen.getByText(words)).toBeTruthy();
  }
});

test('a timed try begins once it is said how long and which it is', async () => {
  (Taro.showModal as unknown as jest.Mock).mockResolvedValueOnce({ confirm: false });
  const sent = await openPage();
  await tapId('exam-begin');
  expect(Taro.showModal).toHaveBeenCalledWith(
    expect.objectContaining({ content: '共2题，限时30分钟，开始后计时不停。这是第1次，共3次。' }),
  );
  expect(sent('startExam')).toHaveLength(0);
  await tapId('exam-begin');
  expect(sent('startExam')).toHaveLength(1);
  expect(Taro.navigateTo).toHaveBeenCalledWith(paper);
  expect(exams.kept(ATTEMPT_ID)).toMatchObject({ owner: LEARNER.id });
});

test('where nothing is lost by beginning, nothing is asked', async () => {
  await openPage({ minutes: 0, tries: 0, triesLeft: null });
  await tapId('exam-begin');
  expect(Taro.showModal).not.toHaveBeenCalled();
  expect(Taro.navigateTo).toHaveBeenCalledWith(paper);
});

test('begun before: it goes on, also without a network when the phone has it', async () => {
  exams.begin(attemptOf(), LEARNER.id);
  exams.answer(ATTEMPT_ID, Q1, [0]);
  await openPage(
    { state: 'started', openAttemptId: ATTEMPT_ID },
    {
      myAttempt: () => {
        throw new Error('request:fail');
      },
    },
  );
  expect(screen.getByText('答案已存在手机上，联网后自动保存')).toBeTruthy();
  await tapId('exam-go-on');
  expect(Taro.showModal).not.toHaveBeenCalled();
  expect(Taro.navigateTo).toHaveBeenCalledWith(paper);
});

test('the page itself cannot be had: what the phone keeps is still a tap away', async () => {
  exams.begin(attemptOf(), LEARNER.id);
  await openPage(
    {},
    {
      myExam: () => {
        throw new Error('request:fail');
      },
    },
  );
  await tapId('exam-go-on');
  expect(Taro.navigateTo).toHaveBeenCalledWith(paper);
});

test('a try that was handed in meanwhile: no new one begins unasked', async () => {
  const sent = await openPage(
    { state: 'started', openAttemptId: OTHER_ID },
    {
      myAttempt: () => {
        throw new Refusal('EXAM_SUBMITTED');
      },
    },
  );
  await tapId('exam-go-on');
  expect(sent('startExam')).toHaveLength(0);
  // The paper's page leads on to the result.
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: `/study/paper/index?attemptId=${OTHER_ID}` });
});

test('handed in from the background: the page follows', async () => {
  const started = { state: 'started', openAttemptId: BACKGROUND_ID } as const;
  let isSubmitted = false;
  await openPage({}, { myExam: () => examOf(isSubmitted ? { state: 'passed' } : started) });
  isSubmitted = true;
  await act(async () => exams.finish(BACKGROUND_ID, null));
  expect(document.getElementById('exam-evaluation')).toBeTruthy();
});

test('a try that the server has closed meanwhile leaves nothing on the phone', async () => {
  exams.begin(attemptOf(), LEARNER.id);
  await openPage({ state: 'failed', openAttemptId: null });
  expect(exams.kept(ATTEMPT_ID)).toBeUndefined();
});

test('tries so far, the last one first, each with its result', async () => {
  const of = (n: number, score: number) => ({
    id: idOf(800 + n),
    tryNumber: n,
    score,
    isPassed: score >= 60,
    submittedAt: '2026-11-20T01:00:00.000Z',
  });
  await openPage({ state: 'passed', best: 80, attempts: [of(1, 40), of(2, 80)] });
  const titles = [...document.querySelectorAll('#exam-attempts .list-row__title')].map((n) => n.textContent);
  expect(titles).toEqual(['第2次 80分', '第1次 40分']);
  await tapId(`attempt-${idOf(801)}`);
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: `/study/result/index?attemptId=${idOf(801)}` });
  await tapId('exam-evaluation');
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: `/study/evaluation/index?activityId=${ACTIVITY_ID}` });
});

test.each([
  ['notAttended', '去签到'],
  ['ahead', '2026-11-21 08:00 开始'],
  ['failed', '查看考勤记录'],
  ['over', '查看考勤记录'],
] as const)('%s: %s', async (state, step) => {
  jest.useFakeTimers({ now: Date.parse('2026-11-01T00:00:00.000Z'), doNotFake: ['setTimeout'] });
  await openPage({ state });
  expect(screen.getByText(step)).toBeTruthy();
  jest.useRealTimers();
});

test('refused at the beginning: why, and the page as it is now', async () => {
  const sent = await openPage(
    { minutes: 0, tries: 0 },
    {
      startExam: () => {
        throw new Refusal('EXAM_HOURS');
      },
    },
  );
  await tapId('exam-begin');
  expect(Taro.showToast).toHaveBeenCalledWith(expect.objectContaining({ title: '现在不是考试时间' }));
  expect(sent('myExam')).toHaveLength(2);
});

test('without an exam: said so, with a way out', async () => {
  await openPage(
    {},
    {
      myExam: () => {
        throw new Refusal('EXAM_NONE');
      },
    },
  );
  expect(screen.getByText('还不能考试')).toBeTruthy();
  expect(screen.getByText('查看考勤记录')).toBeTruthy();
});

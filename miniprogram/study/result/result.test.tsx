/** 考试成绩: the score at once, wrong answers with what was right where it is shown, and the next step. */
import type { AttemptResult } from '@common/contract/exams';
import Taro from '@tarojs/taro';
import { act, cleanup, render, screen } from '@testing-library/react';
import { exams } from '@/services/exams';
import { session } from '@/services/session';
import { ACTIVITY_ID, ATTEMPT_ID, attemptOf, Q1, Q2, resultOf } from '@/testing/exams';
import { fakeServer, LEARNER, meWith, Refusal, sessionOf } from '@/testing/fakeServer';
import { tap, tapId } from '@/testing/register';
import { openedWith, resetTaro, showAgain } from '@/testing/taro';
import ExamResultPage from './index';

async function openPage(answer: () => AttemptResult) {
  const sent = fakeServer({
    accounts: { signInWithWechat: () => sessionOf(meWith(LEARNER)), me: () => meWith(LEARNER) },
    exams: { myResult: answer },
  });
  await session.start();
  await act(async () => void render(<ExamResultPage />));
  return () => sent.filter(({ name }) => name === 'exams.myResult').length;
}
const shown = () => [...document.querySelectorAll('[id^="reviewed-"]')].map(({ id }) => id);
const optionOf = (text: string) => screen.getByText(text).closest('.option');

beforeEach(() => {
  resetTaro();
  exams.dropOf(LEARNER.id);
  openedWith({ attemptId: ATTEMPT_ID }, ['study/records/index', 'study/result/index']);
});

test('not passed: the wrong ones first, right and wrong told apart, and another try', async () => {
  await openPage(() => resultOf());
  for (const words of ['未合格', '答对 1 题，共 2 题 · 及格分 60 分', '还可以考2次', '感冒不致命。']) {
    expect(screen.getByText(words)).toBeTruthy();
  }
  expect(document.querySelector('.score__number')?.textContent).toBe('50分');
  expect(shown()).toEqual([`reviewed-${Q2}`]);
  expect(optionOf('心肌梗死')?.textContent).toBe('A心肌梗死正确答案 · 您的选择');
  expect(optionOf('肺栓塞')?.className).toContain('option--right');
  expect(screen.getByText(/用时 5 分 03 秒/)).toBeTruthy();
  expect(optionOf('感冒')?.className).toContain('option--wrong');
  await tap('全部 2');
  expect(shown()).toEqual([`reviewed-${Q1}`, `reviewed-${Q2}`]);
  await tapId('result-again');
  expect(Taro.redirectTo).toHaveBeenCalledWith({ url: `/study/exam/index?activityId=${ACTIVITY_ID}` });
});

test('another try from the exam’s own page goes back to it', async () => {
  openedWith({ attemptId: ATTEMPT_ID }, ['study/exam/index', 'study/result/index']);
  await openPage(() => resultOf());
  await tapId('result-again');
  expect(Taro.navigateBack).toHaveBeenCalled();
});

test('passed: 项目评价 is next; why the answers are not shown is said', async () => {
  await openPage(() =>
    resultOf({ score: 100, isPassed: true, right: 2, review: null, reviewWords: '本活动不公布答案' }),
  );
  expect(screen.getByText('本活动不公布答案')).toBeTruthy();
  await tapId('result-evaluation');
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: `/study/evaluation/index?activityId=${ACTIVITY_ID}` });
});

test('no tries left, and handed in by the end of the time', async () => {
  await openPage(() => resultOf({ triesLeft: 0, isTimedOut: true }));
  expect(screen.getByText(/考试次数已用完/)).toBeTruthy();
  expect(screen.getByText('考试时间已到，按时间内保存的答案计分')).toBeTruthy();
  expect(document.getElementById('result-again')).toBeNull();
});

test('just handed in: its answer is not asked for a second time, later it is', async () => {
  exams.begin(attemptOf(), LEARNER.id);
  exams.finish(ATTEMPT_ID, resultOf({ score: 55 }));
  const asked = await openPage(() => resultOf());
  expect(document.querySelector('.score__number')?.textContent).toBe('55分');
  expect(asked()).toBe(0);
  await act(async () => showAgain());
  expect(asked()).toBe(1);
});

test('opened again after another try: as it is now', async () => {
  exams.finish(ATTEMPT_ID, resultOf({ score: 55 }));
  const first = await openPage(() => resultOf({ score: 55, triesLeft: 1 }));
  cleanup();
  expect(first()).toBe(0);
  await openPage(() => resultOf({ score: 55, triesLeft: 0 }));
  expect(document.getElementById('result-again')).toBeNull();
});

test('the server has handed it in: what the phone kept goes', async () => {
  exams.begin(attemptOf(), LEARNER.id);
  await openPage(() => resultOf());
  expect(exams.kept(ATTEMPT_ID)).toBeUndefined();
});

test('not handed in yet: the way back to it', async () => {
  openedWith({ attemptId: 'e'.repeat(24) });
  await openPage(() => {
    throw new Refusal('EXAM_NOT_SUBMITTED');
  });
  await tap('继续考试');
  expect(Taro.redirectTo).toHaveBeenCalledWith({
    url: `/study/paper/index?attemptId=${'e'.repeat(24)}`,
  });
});

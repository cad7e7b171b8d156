import { ERRORS } from '@common/contract/errors';
import type { Watching } from '@common/contract/onlineClasses';
import Taro from '@tarojs/taro';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { session } from '@/services/session';
import { fakeServer, LEARNER, meWith, Refusal, sessionOf } from '@/testing/fakeServer';
import { tap } from '@/testing/register';
import { hide, openedWith, resetTaro, showAgain, video } from '@/testing/taro';
import OnlineClassPage from './index';

const STUDY = { activity: 'a'.repeat(24), course: 'c'.repeat(24) };
const HALF_MINUTE = 30_000;
let watching: Watching;
let answerBeat: () => Watching;

const watchingOf = (more: Partial<Watching> = {}): Watching => ({
  courseId: STUDY.course,
  courseName: '围手术期护理',
  activityName: '外科护理学新进展学习班',
  videoUrl: 'https://video.example/a.mp4',
  watchedSeconds: 0,
  requiredSeconds: 120,
  prompt: null,
  answered: 0,
  prompts: 0,
  isDone: false,
  beatSeconds: 30,
  serverTime: '2026-11-21T01:00:00.000Z',
  ...more,
});
/** A question with a minute to answer it, by the server's clock, which is not the phone's. */
const asked = (more: Partial<Watching> = {}) =>
  watchingOf({ prompts: 1, prompt: { key: 'q1', until: '2026-11-21T01:01:00.000Z' }, ...more });

/** Opens the page and answers the beats as they were sent, `isPlaying` each. */
async function openPage(open: () => Watching = () => watching) {
  const me = meWith({ ...LEARNER, approval: { ...LEARNER.approval, state: 'approved' } });
  const sent = fakeServer({
    accounts: { signInWithWechat: () => sessionOf(me), me: () => me },
    onlineClasses: {
      openClass: open,
      beat: () => answerBeat(),
      answerPrompt: () => watchingOf({ prompts: 1, answered: 1, watchedSeconds: 30 }),
    },
  });
  openedWith(STUDY);
  await session.start();
  await act(async () => void render(<OnlineClassPage />));
  const beats = () =>
    sent.filter(({ name }) => name === 'onlineClasses.beat').map(({ input }) => input.isPlaying);
  return { sent, beats };
}
const player = () => document.querySelector('video') as HTMLVideoElement;
const pass = async (ms: number) => act(async () => void (await jest.advanceTimersByTimeAsync(ms)));
const play = async () => act(async () => void fireEvent.play(player()));
const move = () => fireEvent.timeUpdate(player());

beforeEach(() => {
  jest.useFakeTimers();
  resetTaro();
  watching = watchingOf();
  answerBeat = () => watching;
});
afterEach(() => jest.useRealTimers());

test('a beat each half minute while the picture moves; a pause is told at once and then nothing', async () => {
  const { beats } = await openPage();
  await pass(2 * HALF_MINUTE);
  expect(beats()).toEqual([]);
  await play();
  move();
  await pass(HALF_MINUTE);
  expect(beats()).toEqual([false, true]);
  // It stands still, waiting for the network: no learning.
  await pass(HALF_MINUTE);
  move();
  await act(async () => void fireEvent.pause(player()));
  await pass(2 * HALF_MINUTE);
  expect(beats()).toEqual([false, true, false, true]);
});

test('what was watched and what is due are shown, and the end', async () => {
  await openPage();
  expect(screen.getByText('应学 2 分钟')).toBeTruthy();
  answerBeat = () => watchingOf({ watchedSeconds: 120, isDone: true });
  await play();
  expect(screen.getByText('已学完，签到和撤离都已记录')).toBeTruthy();
});

test('a question stops the picture, counts down by the server’s time, and goes on when it is answered', async () => {
  answerBeat = () => asked();
  const { sent } = await openPage();
  await play();
  expect(video.pause).toHaveBeenCalled();
  expect(screen.getByText('60')).toBeTruthy();
  await pass(10_000);
  expect(screen.getByText('50')).toBeTruthy();
  await tap('我在学习');
  expect(sent.at(-1)).toMatchObject({ name: 'onlineClasses.answerPrompt', input: { key: 'q1' } });
  expect(document.querySelector('#class-prompt')).toBeNull();
  expect(video.play).toHaveBeenCalled();
});

test('a question that nobody answers goes, and says what is lost', async () => {
  answerBeat = () => asked();
  await openPage();
  await play();
  // As a real player answers `pause`.
  await act(async () => void fireEvent.pause(player()));
  await pass(61_000);
  expect(document.querySelector('#class-prompt')).toBeNull();
  expect(document.querySelector('#class-lapsed')).toBeTruthy();
});

test('without network it goes on by itself', async () => {
  const { beats } = await openPage();
  answerBeat = () => {
    throw new Error('request:fail');
  };
  await play();
  expect(document.querySelector('#class-offline')).toBeTruthy();
  answerBeat = () => watchingOf({ watchedSeconds: 30 });
  move();
  await pass(HALF_MINUTE);
  expect(beats()).toEqual([false, true]);
  expect(document.querySelector('#class-offline')).toBeNull();
  expect(screen.getByText('已学 30 秒')).toBeTruthy();
});

test('left and looked at again: it stops, and opens where it was', async () => {
  const { sent, beats } = await openPage();
  await play();
  move();
  await act(async () => hide());
  expect(video.pause).toHaveBeenCalled();
  expect(beats()).toEqual([false, true]);
  watching = watchingOf({ watchedSeconds: 45 });
  await act(async () => showAgain());
  expect(sent.at(-1)?.name).toBe('onlineClasses.openClass');
  expect(screen.getByText('已学 45 秒')).toBeTruthy();
});

test('on another phone: said so, and taken over when it may be', async () => {
  let isFree = false;
  await openPage(() => {
    if (!isFree) {
      throw new Refusal('CLASS_ELSEWHERE');
    }
    return watching;
  });
  expect(screen.getByText('您正在另一台手机上学习')).toBeTruthy();
  await tap('在这台手机上继续');
  expect(Taro.showToast).toHaveBeenCalledWith(
    expect.objectContaining({ title: '另一台手机刚刚还在播放，请稍候再试' }),
  );
  isFree = true;
  await tap('在这台手机上继续');
  expect(player()).toBeTruthy();
});

test.each([
  ['ENROLMENT_REQUIRED', '查看我的报名'],
  ['OUTSIDE_HOLDING_PERIOD', '查看线上课程'],
] as const)('refused with %s: why, and the way on', async (code, way) => {
  await openPage(() => {
    throw new Refusal(code);
  });
  expect(screen.getByText(ERRORS[code][1])).toBeTruthy();
  expect(screen.getByText(way)).toBeTruthy();
});

test('a recording that does not load can be loaded again', async () => {
  await openPage();
  await act(async () => void fireEvent.error(player()));
  await tap('重新加载');
  expect(player()).toBeTruthy();
});

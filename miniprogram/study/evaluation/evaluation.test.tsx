/** 项目评价 on the phone: answered once, kept while it is filled in, and every state with its words and a way on. */
import type { LearnerActivity } from '@common/contract/activities';
import type { EvaluationView } from '@common/contract/evaluations';
import { DEFAULT_FORMS } from '@common/rules/forms';
import Taro from '@tarojs/taro';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { session } from '@/services/session';
import { fakeServer, LEARNER, meWith, Refusal, sessionOf } from '@/testing/fakeServer';
import { tap, tapId, type } from '@/testing/register';
import { openedWith, resetTaro } from '@/testing/taro';
import EvaluationPage from './index';

const ACTIVITY = 'a'.repeat(24);
const view: EvaluationView = {
  activityId: ACTIVITY,
  activityName: '外科护理学新进展学习班',
  unitName: '漯河市中心医院',
  state: 'open',
  words: '12月21日 24:00 截止，没有评价不能获得学分',
  isRequired: true,
  opensAt: '2026-11-21T10:00:00.000Z',
  closesAt: '2026-12-21T15:59:59.999Z',
  questions: [...DEFAULT_FORMS.evaluation],
};
type Answers = NonNullable<Parameters<typeof fakeServer>[0]['evaluations']>;

/** @param exam Whether the activity's exam can be taken. */
async function openPage(answers: Answers = {}, exam: 'open' | 'done' = 'done') {
  const me = meWith(LEARNER);
  const tasks = [{ kind: 'exam', state: exam }];
  const sent = fakeServer({
    accounts: { signInWithWechat: () => sessionOf(me), me: () => me },
    evaluations: { myEvaluation: () => view, evaluate: () => ({ ok: true }), ...answers },
    activities: {
      myActivities: () => ({ items: [{ id: ACTIVITY, tasks } as unknown as LearnerActivity] }),
    },
  });
  await session.start();
  const page = render(<EvaluationPage />);
  await act(async () => undefined);
  return {
    page,
    sent: () => sent.filter(({ name }) => name === 'evaluations.evaluate').map(({ input }) => input),
  };
}
const stars = async (question: string, label: string) =>
  act(async () => {
    const card = document.querySelector(`#field-${question}`);
    fireEvent.click(card?.querySelector(`[aria-label="${label}"]`) as Element);
  });
async function answerAll() {
  await stars('content', '5星，很满意');
  await stars('teaching', '4星，满意');
  await stars('organisation', '3星，一般');
  await tap('合适');
}

beforeEach(() => {
  resetTaro();
  openedWith({ activityId: ACTIVITY });
});

test('is filled in, sent once, and leads on to the exam', async () => {
  const { sent } = await openPage({}, 'open');
  expect(screen.getByText(/看不到是谁写的/)).toBeTruthy();
  await answerAll();
  expect(screen.getByText('已答 4 题，共 5 题')).toBeTruthy();
  type('advice', '希望多讲病例');
  expect(screen.getByText('6/1000')).toBeTruthy();
  await tapId('evaluation-submit');
  expect(sent()).toEqual([
    {
      activityId: ACTIVITY,
      answers: [
        { question: 'content', stars: 5 },
        { question: 'teaching', stars: 4 },
        { question: 'organisation', stars: 3 },
        { question: 'hours', options: ['1'] },
        { question: 'advice', text: '希望多讲病例' },
      ],
    },
  ]);
  expect(screen.getByText('评价已提交，谢谢')).toBeTruthy();
  await tap('参加考试');
  expect(Taro.redirectTo).toHaveBeenCalledWith({ url: `/study/exam/index?activityId=${ACTIVITY}` });
});

test('what is missing is named at its question, and nothing is sent', async () => {
  const { sent } = await openPage();
  await stars('content', '5星，很满意');
  await tapId('evaluation-submit');
  expect(document.querySelector('#field-teaching')?.textContent).toContain('第2题还没有评分');
  expect(Taro.pageScrollTo).toHaveBeenCalledWith(expect.objectContaining({ selector: '#field-teaching' }));
  expect(sent()).toEqual([]);
});

test('a closed page loses nothing; after handing in nothing is left on the phone', async () => {
  const first = await openPage();
  await answerAll();
  first.page.unmount();
  const second = await openPage();
  expect(screen.getByText('已恢复您上次填写的内容')).toBeTruthy();
  await tapId('evaluation-submit');
  expect(second.sent()).toHaveLength(1);
  await tapId('evaluation-back');
  second.page.unmount();
  await openPage();
  expect(screen.getByText('已答 0 题，共 5 题')).toBeTruthy();
});

test('without a network nothing is lost, and another try goes through', async () => {
  let isDead = true;
  const { sent } = await openPage({
    evaluate: () => {
      if (isDead) {
        throw new Error('request:fail');
      }
      return { ok: true };
    },
  });
  await answerAll();
  await tapId('evaluation-submit');
  expect(Taro.showToast).toHaveBeenCalled();
  isDead = false;
  await tapId('evaluation-submit');
  expect(sent().at(-1)).toEqual(sent()[0]);
  expect(screen.getByText('评价已提交，谢谢')).toBeTruthy();
});

test('a form that was changed meanwhile is asked anew; what still fits stays', async () => {
  let now = view;
  await openPage({
    myEvaluation: () => now,
    evaluate: () => {
      throw new Refusal('FORM_INCOMPLETE', 'answers.teaching');
    },
  });
  await answerAll();
  now = { ...view, questions: view.questions.slice(0, 1) };
  await tapId('evaluation-submit');
  expect(screen.getByText('已答 1 题，共 1 题')).toBeTruthy();
});

test('its time may be over when it is handed in', async () => {
  let now = view;
  await openPage({
    myEvaluation: () => now,
    evaluate: () => {
      throw new Refusal('EVALUATION_CLOSED');
    },
  });
  await answerAll();
  now = { ...view, state: 'over', words: '评价已于12月21日 24:00 截止', questions: [] };
  await tapId('evaluation-submit');
  expect(screen.getByText('评价已结束')).toBeTruthy();
});

test.each([
  ['ahead', '还不能评价', '返回'],
  ['over', '评价已结束', '查看考勤记录'],
  ['notAttended', '没有您的签到记录', '查看考勤记录'],
  ['done', '您已评价，谢谢', '返回'],
] as const)('%s: says so, and the next step', async (state, title, step) => {
  await openPage({ myEvaluation: () => ({ ...view, state, words: '原因', questions: [] }) });
  expect(screen.getByText(title)).toBeTruthy();
  await tap(step);
  expect(
    (Taro.navigateTo as jest.Mock).mock.calls.length + (Taro.switchTab as jest.Mock).mock.calls.length,
  ).toBe(1);
});

test('an activity that does not exist, and an address without one', async () => {
  const { page } = await openPage({
    myEvaluation: () => {
      throw new Refusal('NOT_FOUND');
    },
  });
  await tap('查看考勤记录');
  expect(Taro.redirectTo).toHaveBeenCalledWith({ url: '/study/records/index' });
  page.unmount();
  openedWith({});
  await openPage();
  expect(screen.getByText('没有找到这个活动')).toBeTruthy();
});

/** 撤离: phone, confirm the person, survey, confirm (manual 002 §2.1). */
import type { FormQuestion } from '@common/contract/forms';
import { DEFAULT_FORMS } from '@common/rules/forms';
import Taro from '@tarojs/taro';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { session } from '@/services/session';
import { receiptOf } from '@/testing/checkIns';
import { fakeServer, LEARNER, meWith, Refusal, sessionOf } from '@/testing/fakeServer';
import { tap, tapId, type } from '@/testing/register';
import { openedWith, resetTaro } from '@/testing/taro';
import DeparturePage from './index';
import type { Person } from './useDeparture';

const person: Person = {
  name: '陈*敏',
  sex: 'female',
  phoneMasked: '139****8001',
  unitName: '临颍县王孟镇卫生院',
  department: '内科',
  title: '医师',
  activityName: '培训班',
  signedInAt: '2026-11-21T00:05:09.000Z',
  survey: [...DEFAULT_FORMS.survey],
};
const receipt = receiptOf({
  learnerName: '陈慧敏',
  direction: 'out',
  at: '2026-11-21T04:05:09.000Z',
  today: [],
});

type Answers = NonNullable<Parameters<typeof fakeServer>[0]['walkIns']>;
async function openPage(answers: Answers = {}, me = meWith(null)) {
  const sent = fakeServer({
    accounts: { signInWithWechat: () => sessionOf(me), me: () => me },
    walkIns: { departing: () => person, depart: () => receipt, ...answers },
  });
  await session.start();
  await act(async () => void render(<DeparturePage />));
  return (name: string) => sent.filter((each) => each.name === `walkIns.${name}`).map(({ input }) => input);
}
async function findByPhone() {
  type('phone', '13900138001');
  await tapId('departure-find');
}
async function answerAll() {
  for (const words of ['基本是', '部分知道', '很大', '满意', '开阔思路', '提高理论水平']) {
    await tap(words);
  }
}

beforeEach(() => {
  resetTaro();
  openedWith({ claim: 'c1' });
});

test('phone, person, survey, gone', async () => {
  const sent = await openPage();
  await findByPhone();
  expect(sent('departing')).toEqual([{ claimId: 'c1', phone: '13900138001' }]);
  for (const words of ['陈*敏', '女', '139****8001', '医师', '08:05']) {
    expect(screen.getByText(words)).toBeTruthy();
  }
  await tapId('departure-confirm');
  await answerAll();
  expect(screen.getByText('已答 5 题，共 5 题')).toBeTruthy();
  await tapId('departure-submit');
  expect(sent('depart')).toEqual([
    expect.objectContaining({
      claimId: 'c1',
      phone: '13900138001',
      answers: expect.arrayContaining([
        { question: 'novelty', options: ['2'] },
        { question: 'mostGained', options: ['1', '3'] },
      ]),
    }),
  ]);
  expect(screen.getByText('已确认离场')).toBeTruthy();
});

test('an open question is named and nothing is sent; a third choice is refused until one is taken back', async () => {
  const sent = await openPage();
  await findByPhone();
  await tapId('departure-confirm');
  await answerAll();
  expect(screen.getByText('已选2项')).toBeTruthy();
  await tap('提高操作能力');
  expect(screen.getByText('提高操作能力').closest('[role]')?.getAttribute('aria-checked')).toBe('false');
  expect(screen.getByText('只能选2项，请先取消一项')).toBeTruthy();
  await tap('提高理论水平');
  expect(screen.getByText('还差1项')).toBeTruthy();
  await tapId('departure-submit');
  expect(screen.getByText('第5题须选2项')).toBeTruthy();
  expect(sent('depart')).toHaveLength(0);
});

test('a survey that was changed meanwhile is asked anew; what still fits stays', async () => {
  const [first] = DEFAULT_FORMS.survey;
  const stars = { ...first, key: 'venue', kind: 'stars', text: '会场条件', options: [] } as FormQuestion;
  const words = {
    ...stars,
    key: 'words',
    kind: 'text',
    text: '还想学什么',
    isRequired: false,
  } as FormQuestion;
  let asked = person;
  const sent = await openPage({
    departing: () => asked,
    depart: ({ answers }) => {
      if (answers.some(({ question }) => question === 'gain')) {
        throw new Refusal('SURVEY_INCOMPLETE', 'answers.venue');
      }
      return receipt;
    },
  });
  await findByPhone();
  await tapId('departure-confirm');
  await answerAll();
  asked = { ...person, survey: [first as FormQuestion, stars, words] };
  await tapId('departure-submit');
  expect(screen.getByText('请完成调查问卷后再提交')).toBeTruthy();
  expect(screen.getByText('已答 1 题，共 3 题')).toBeTruthy();
  await act(async () => void fireEvent.click(screen.getByLabelText('4星，满意')));
  await tapId('departure-submit');
  expect(sent('depart').at(-1)).toMatchObject({
    answers: [
      { question: 'novelty', options: ['2'] },
      { question: 'venue', stars: 4 },
    ],
  });
  expect(screen.getByText('已确认离场')).toBeTruthy();
});

test('who has answered before leaves at once', async () => {
  const sent = await openPage({ departing: () => ({ ...person, survey: [] }) });
  await findByPhone();
  await tap('信息无误，确认离场');
  expect(sent('depart')).toHaveLength(1);
  expect(screen.getByText('已确认离场')).toBeTruthy();
});

test('a learner on his own WeChat types no phone; one who did not sign in with it does', async () => {
  const sent = await openPage({}, meWith(LEARNER));
  expect(sent('departing')).toEqual([{ claimId: 'c1' }]);
  await tapId('departure-deny');
  await findByPhone();
  expect(sent('departing').at(-1)).toEqual({ claimId: 'c1', phone: '13900138001' });
});

test('a phone that nobody signed in with, and one that is none', async () => {
  await openPage({
    departing: () => {
      throw new Refusal('NOT_SIGNED_IN_HERE', 'phone');
    },
  });
  type('phone', '123');
  await tapId('departure-find');
  expect(screen.getByText('请输入签到时登记的11位手机号')).toBeTruthy();
  await findByPhone();
  expect(screen.getByText(/没有找到该手机号今天在本活动的签到/)).toBeTruthy();
});

test('a dead network says so, and another try goes through', async () => {
  let tries = 0;
  const sent = await openPage({
    depart: () => {
      tries += 1;
      if (tries === 1) {
        throw new Error('request:fail');
      }
      return receipt;
    },
  });
  await findByPhone();
  await tapId('departure-confirm');
  await answerAll();
  await tapId('departure-submit');
  expect(Taro.showToast).toHaveBeenCalled();
  await tapId('departure-submit');
  expect(sent('depart')).toHaveLength(2);
  expect(screen.getByText('已确认离场')).toBeTruthy();
});

test('a scan that is over leads back to the camera', async () => {
  await openPage({
    departing: () => {
      throw new Refusal('CLAIM_EXPIRED');
    },
  });
  await findByPhone();
  expect(screen.getByText('请扫描会场大屏上的撤离二维码')).toBeTruthy();
});

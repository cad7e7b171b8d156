import type { OpenActivityView } from '@common/contract/enrolments';
import type { ErrorCode } from '@common/contract/errors';
import Taro from '@tarojs/taro';
import { act, render, screen } from '@testing-library/react';
import { session } from '@/services/session';
import { fakeServer, LEARNER, meWith, Refusal, sessionOf } from '@/testing/fakeServer';
import { inDays, openActivityOf } from '@/testing/openActivities';
import { tap, tapId } from '@/testing/register';
import { openedWith, resetTaro, showAgain } from '@/testing/taro';
import ActivityPage from './index';

const APPROVED = { ...LEARNER, approval: { ...LEARNER.approval, state: 'approved' as const } };
let activity: OpenActivityView;
let learner: typeof LEARNER;
let refusal: ErrorCode | null;
const mock = (call: unknown) => call as jest.Mock;

function become(part: Partial<OpenActivityView>): OpenActivityView {
  activity = { ...activity, ...part };
  return activity;
}
async function openPage(part: Partial<OpenActivityView> = {}) {
  become(part);
  const sent = fakeServer({
    accounts: { signInWithWechat: () => sessionOf(meWith(learner)), me: () => meWith(learner) },
    enrolments: {
      openActivity: () => activity,
      enrol: () => {
        if (refusal) {
          throw new Refusal(refusal);
        }
        const isFull = activity.capacity > 0 && activity.enrolled >= activity.capacity;
        return isFull
          ? become({ mine: { state: 'waiting', place: activity.waiting + 1 }, waiting: activity.waiting + 1 })
          : become({ mine: { state: 'enrolled', place: null }, enrolled: activity.enrolled + 1 });
      },
      leave: () => become({ mine: { state: 'left', place: null }, enrolled: activity.enrolled - 1 }),
    },
  });
  await session.start();
  await act(async () => void render(<ActivityPage />));
  return (name: string) => sent.filter((each) => each.name === `enrolments.${name}`);
}
const told = () => mock(Taro.showToast).mock.calls.map(([options]) => (options as { title: string }).title);

beforeEach(() => {
  resetTaro();
  activity = openActivityOf(1);
  learner = APPROVED;
  refusal = null;
  openedWith({ id: activity.id });
});

test('all that one decides by', async () => {
  await openPage();
  for (const words of ['I类学分 2.5 分', '7.5 学时', '国家级', '面授', '主讲：李雪梅', '主讲人待定']) {
    expect(await screen.findByText(words)).toBeTruthy();
  }
  expect(document.querySelectorAll('.activity__day')).toHaveLength(2);
  expect(screen.getByText('08:00–12:00、14:00–18:00')).toBeTruthy();
  expect(screen.getByText('河南省 漯河市 源汇区 人民东路56号')).toBeTruthy();
  expect(screen.getByText('已报名 188 人，共 200 个名额')).toBeTruthy();
  await tapId('open-map');
  expect(Taro.openLocation).toHaveBeenCalledWith({
    longitude: 114.02,
    latitude: 33.58,
    name: '门诊楼六楼学术报告厅',
    address: '人民东路56号',
  });
  await tapId('call-contact');
  expect(Taro.makePhoneCall).toHaveBeenCalledWith({ phoneNumber: '0395-3112233' });
});

test('a venue without a point has no map', async () => {
  await openPage({ point: null });
  await screen.findByText('门诊楼六楼学术报告厅');
  expect(document.querySelector('#open-map')).toBeNull();
});

test('报名, 加入日历, and 取消 after a question', async () => {
  const sent = await openPage();
  await tapId('enrol');
  expect(sent('enrol')[0]?.input).toEqual({ activityId: activity.id });
  expect(told()).toContain('报名成功');
  expect(screen.getByText(/到场后用继教通扫描大屏上的二维码签到/)).toBeTruthy();
  await tapId('add-calendar');
  expect(Taro.addPhoneCalendar).toHaveBeenCalledWith(
    expect.objectContaining({
      title: '学习班1',
      startTime: Date.parse(inDays(2, 8)) / 1000,
      location: '人民东路56号 门诊楼六楼学术报告厅',
      alarmOffset: 86_400,
    }),
  );
  expect(told()).toContain('已加入第一次的时间，共3次，全部时间见活动介绍');
  mock(Taro.showModal).mockResolvedValueOnce({ confirm: false });
  await tapId('leave');
  expect(sent('leave')).toHaveLength(0);
  await tapId('leave');
  expect(sent('leave')).toHaveLength(1);
  expect(screen.getByText('报名')).toBeTruthy();
});

test('the calendar that may not be written: said, with what happens anyway', async () => {
  mock(Taro.addPhoneCalendar).mockRejectedValueOnce({ errMsg: 'addPhoneCalendar:fail auth deny' });
  await openPage({ mine: { state: 'enrolled', place: null } });
  await tapId('add-calendar');
  expect(told()).toEqual(['没有加入日历，请在微信设置中允许使用日历；开始前一天继教通也会提醒您']);
});

test('full: the queue says how many are before one', async () => {
  await openPage({ enrolled: 200, waiting: 2 });
  await tap('候补（前面有 2 人）');
  expect(told()).toContain('已排队候补，第3位');
  expect(screen.getByText(/前面还有 2 人/)).toBeTruthy();
  await tapId('leave');
  expect(Taro.showModal).toHaveBeenCalledWith(expect.objectContaining({ title: '取消候补' }));
});

test('not approved yet: who has it, and nothing to press in vain; an approval shows when one comes back', async () => {
  learner = LEARNER;
  await openPage();
  await screen.findByText(/审核通过后才能报名。等待 宜章县第二人民医院 审核/);
  expect(document.querySelector('#enrol')).toBeNull();
  learner = APPROVED;
  await act(async () => showAgain());
  expect(document.querySelector('#enrol')).toBeTruthy();
});

test('over: said, and nothing can be done', async () => {
  await openPage({ isOpen: false, mine: { state: 'enrolled', place: null } });
  const button = await screen.findByText('活动已结束');
  expect(button.closest('button')?.disabled).toBe(true);
  expect(document.querySelector('#add-calendar')).toBeNull();
});

test('closed in the meantime: the reason is told and the page is true again', async () => {
  refusal = 'ENROLMENT_CLOSED';
  const sent = await openPage();
  become({ isOpen: false });
  await tapId('enrol');
  expect(told()).toContain('该活动已结束或未通过审核，不能报名');
  expect(sent('openActivity')).toHaveLength(2);
  expect(screen.getByText('活动已结束')).toBeTruthy();
});

test('an address without an activity leads to others', async () => {
  openedWith({ id: 'nonsense' });
  await openPage();
  await tap('查找其他活动');
  expect(Taro.redirectTo).toHaveBeenCalledWith({ url: '/learn/activities/index' });
});

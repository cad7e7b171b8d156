/** 学分情况查询 (manual 004): the filters, the totals, what is found. */
import type { CreditRow } from '@common/contract/credits';
import { yearOf } from '@common/rules/shanghaiTime';
import Taro from '@tarojs/taro';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { session } from '@/services/session';
import { creditOf, NO_CREDITS, pendingCredit } from '@/testing/credits';
import { fakeServer, LEARNER, meWith, sessionOf } from '@/testing/fakeServer';
import { idOf, pageOf } from '@/testing/people';
import { tap, tapId } from '@/testing/register';
import { resetTaro } from '@/testing/taro';
import CreditSearchPage from './index';

const YEAR = yearOf(Date.now());
const TOTALS = { ...NO_CREDITS, total: 400, classI: 400, reviewed: 400, minutes: 1440 };
let all: CreditRow[] = [];
/** Until an answer may come. */
let waitFor: () => Promise<void> = async () => undefined;

async function openPage() {
  const sent = fakeServer({
    accounts: { signInWithWechat: () => sessionOf(meWith(LEARNER)), me: () => meWith(LEARNER) },
    credits: {
      searchMyCredits: async (input) => {
        await waitFor();
        return { ...pageOf(all, input), totals: TOTALS };
      },
    },
  });
  await session.start();
  await act(async () => void render(<CreditSearchPage />));
  return () => sent.filter(({ name }) => name === 'credits.searchMyCredits').map(({ input }) => input);
}
const choose = (field: string, day: string) =>
  act(
    async () =>
      void fireEvent.change(document.querySelector(`#field-${field} [data-picker]`) as HTMLElement, {
        target: { value: day },
      }),
  );
beforeEach(() => {
  resetTaro();
  all = [creditOf(1), pendingCredit(2, { role: 'lecturer' })];
});

test('this year at first, with the totals in the words of the manual', async () => {
  const asked = await openPage();
  expect(asked()).toEqual([
    expect.objectContaining({ from: `${YEAR}-01-01`, to: `${YEAR}-12-31`, state: 'all', page: '1' }),
  ]);
  expect(screen.getByText('共2条记录')).toBeTruthy();
  const totals = [...document.querySelectorAll('#credit-totals .stat')].map((each) => each.textContent);
  expect(totals).toEqual(['4总分', '24总学时', '4I类学分', '0II类学分', '0其他']);
  expect(screen.getByText('等待 漯河市卫生健康委员会 审核')).toBeTruthy();
  expect(screen.getByText('主讲人')).toBeTruthy();
  await tapId(`credit-${idOf(901)}`);
  expect(Taro.navigateTo).toHaveBeenCalledWith({
    url: `/credits/entry/index?creditId=${idOf(901)}&year=2026`,
  });
});

test('审核状态, 学分类别 and the days are asked for, and a range the wrong way round is not', async () => {
  const asked = await openPage();
  await act(async () => void fireEvent.click(screen.getAllByText('已撤销')[0] as HTMLElement));
  await act(async () => void fireEvent.click(screen.getAllByText('II类学分')[0] as HTMLElement));
  await choose('from', '2013-01-01');
  expect(asked().at(-1)).toMatchObject({ from: '2013-01-01', state: 'revoked', creditClass: 'classII' });
  const before = asked().length;
  await choose('to', '2012-06-08');
  expect(screen.getByText('截止日期不能早于起始日期，请重新选择')).toBeTruthy();
  expect(asked()).toHaveLength(before);
  expect(document.getElementById('credit-totals')).toBeNull();
});

test('an answer that was overtaken takes nothing away from what is shown', async () => {
  await openPage();
  const late: (() => void)[] = [];
  waitFor = () => new Promise((resolve) => late.push(resolve));
  await act(async () => void fireEvent.click(screen.getAllByText('已撤销')[0] as HTMLElement));
  waitFor = async () => undefined;
  await act(async () => void fireEvent.click(screen.getAllByText('全部')[0] as HTMLElement));
  await act(async () => late.forEach((go) => void go()));
  expect(late).toHaveLength(1);
  expect(document.getElementById('credit-totals')).toBeTruthy();
});

test('more than a page is one tap away', async () => {
  all = Array.from({ length: 25 }, (_, n) => creditOf(n));
  await openPage();
  expect(document.querySelectorAll('.credit-head')).toHaveLength(20);
  await tapId('more');
  expect(document.querySelectorAll('.credit-head')).toHaveLength(25);
  expect(document.getElementById('more')).toBeNull();
});

test('nothing found: the filters can be taken away, and without any there is the way to the records', async () => {
  all = [];
  const asked = await openPage();
  await tapId('everything');
  expect(asked().at(-1)?.from).toBeUndefined();
  expect(asked().at(-1)).toMatchObject({ state: 'all' });
  await tap('查看考勤记录');
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/study/records/index' });
});

/** 学分 and 学分详情: each state of a credit in words, whom it waits for, and what counts nowhere. */
import type { CreditRow, CreditSummary } from '@common/contract/credits';
import Taro from '@tarojs/taro';
import { act, render, screen } from '@testing-library/react';
import CreditsPage from '@/pages/credits/index';
import { session } from '@/services/session';
import { creditOf, NO_CREDITS, pendingCredit, summaryOf } from '@/testing/credits';
import { fakeServer, LEARNER, meWith, sessionOf } from '@/testing/fakeServer';
import { idOf } from '@/testing/people';
import { tap, tapId } from '@/testing/register';
import { openedWith, resetTaro } from '@/testing/taro';
import CreditPage from './entry/index';

const RETURNED = creditOf(2, {
  ...{ state: 'returned', reviewed: false, waitingFor: '漯河市中心医院', opinion: '请补充考勤分析' },
});
const REVOKED = creditOf(3, { state: 'revoked', reviewed: false, opinion: '重复授分' });

async function openPage(Page: () => JSX.Element, items: CreditRow[], part: Partial<CreditSummary> = {}) {
  const sent = fakeServer({
    accounts: { signInWithWechat: () => sessionOf(meWith(LEARNER)), me: () => meWith(LEARNER) },
    activities: { myActivities: () => ({ items: [] }) },
    tasks: { mySubscriptions: () => ({ templateIds: ['S-task', 'S-credit'], creditTemplateId: 'S-credit' }) },
    credits: { myCredits: () => summaryOf({ items, ...part }) },
  });
  (Taro.downloadFile as unknown as jest.Mock).mockResolvedValue({
    statusCode: 200,
    tempFilePath: 'wxfile://1',
  });
  await session.start();
  await act(async () => void render(<Page />));
  return sent;
}
const openCredit = (entry: CreditRow) => {
  openedWith({ creditId: entry.id, year: '2026' });
  return openPage(CreditPage, [entry]);
};
beforeEach(resetTaro);

test('学分: returned waits for the unit, revoked is struck through with its reason, 主讲人 is marked', async () => {
  await openPage(CreditsPage, [RETURNED, REVOKED, creditOf(4, { role: 'lecturer' })], {
    byLevel: [{ level: 'national', credits: 400, minutes: 720 }],
  });
  expect(screen.getByText('等待 漯河市中心医院 修改后重新提交审核')).toBeTruthy();
  expect(screen.getByText('审核意见：请补充考勤分析')).toBeTruthy();
  const revoked = document.getElementById(`credit-${REVOKED.id}`);
  expect(revoked?.querySelector('.credit-head--revoked')).toBeTruthy();
  expect(revoked?.querySelector('.stepper')).toBeNull();
  expect(screen.getByText('撤销原因：重复授分')).toBeTruthy();
  expect(revoked?.querySelector('.tag')?.textContent).toBe('已撤销');
  expect(document.getElementById(`credit-${idOf(904)}`)?.textContent).toContain('主讲人');
  // A lecturer taught; he was asked no 签到.
  const steps = [...document.querySelectorAll(`#credit-${idOf(904)} .step__name`)];
  expect(steps.map((each) => each.textContent)).toEqual(['授课', '授分', '审核']);
  expect(screen.getByText('4 学分 · 12 学时')).toBeTruthy();
  expect(document.getElementById('credit-news')).toBeNull();
});

test('学分: a pending one can be followed by a 订阅消息, and every page of credits is one tap away', async () => {
  const totals = { ...NO_CREDITS, total: 200, pending: 200 };
  await openPage(CreditsPage, [pendingCredit(1)], { totals });
  (Taro.requestSubscribeMessage as jest.Mock).mockResolvedValueOnce({ 'S-credit': 'accept' });
  await tapId('subscribe-credit');
  const asked = { tmplIds: ['S-credit'] };
  expect(Taro.requestSubscribeMessage).toHaveBeenCalledWith(expect.objectContaining(asked));
  expect(Taro.showToast).toHaveBeenCalledWith(
    expect.objectContaining({ title: '已订阅，学分审核后会通知您' }),
  );
  (Taro.requestSubscribeMessage as jest.Mock).mockResolvedValueOnce({ 'S-credit': 'reject' });
  await tapId('subscribe-credit');
  expect(Taro.showToast).toHaveBeenLastCalledWith(
    expect.objectContaining({ title: '没有订阅，可随时在这里查看审核进度' }),
  );
  await tapId(`credit-${idOf(901)}`);
  await tapId('go-credit-search');
  await tapId('go-credit-papers');
  expect((Taro.navigateTo as unknown as jest.Mock).mock.calls.map(([{ url }]) => url)).toEqual([
    `/credits/entry/index?creditId=${idOf(901)}&year=2026`,
    '/credits/search/index',
    '/credits/papers/index',
  ]);
});

test('详情 of a reviewed one: all that is kept, and its certificate', async () => {
  await openCredit(creditOf(1));
  const facts = [...document.querySelectorAll('#credit-facts .list-row')].map((each) => each.textContent);
  expect(facts).toContain('起止时间2026-11-20 至 2026-11-21');
  expect(facts).toContain('学科护理学/外科护理学');
  expect(facts).toContain('审核状态已审核');
  await tapId('open-certificate');
  expect(Taro.downloadFile).toHaveBeenCalledWith(
    expect.objectContaining({ url: `https://api.test/api/me/credits/${idOf(901)}/certificate.pdf` }),
  );
});

test.each([
  ['pending', pendingCredit(1), '审核通过后生成电子学分证书，可在这里下载。'],
  ['returned', RETURNED, '等待 漯河市中心医院 修改后重新提交审核。审核意见：请补充考勤分析'],
  ['revoked', REVOKED, /不计入学分，已有的证书随之作废。\s*撤销原因：重复授分。有疑问请联系举办单位。/],
] as const)('详情 of a %s one has no certificate', async (_state, entry, words) => {
  await openCredit(entry);
  expect(screen.getByText(words)).toBeTruthy();
  expect(document.getElementById('open-certificate')).toBeNull();
});

test('one that is not there: the way to the others', async () => {
  openedWith({ creditId: idOf(999), year: '2026' });
  await openPage(CreditPage, []);
  await tap('查看我的学分');
  expect(Taro.switchTab).toHaveBeenCalledWith({ url: '/pages/credits/index' });
});

import type { Page } from 'playwright-core';
import { clickUntil } from './browser';
import { buttonOf } from './console';

/** 考勤分析 of the activity that the desk is at, by its holding periods; its result is shown afterwards. */
export async function analyseOn(desk: Page): Promise<void> {
  await clickUntil(
    desk.getByRole('button', { name: /^按举办周期/ }),
    desk.getByLabel('第1个刷卡周期的开始时间'),
  );
  const counted = desk.getByLabel('符合条件人数');
  await counted.getByText('还没有保存').waitFor();
  await clickUntil(counted.getByRole('button', { name: '考勤分析' }), buttonOf(desk, '确定，去授分'));
}

/** Asks for 授分 of who is chosen, agrees, and waits until it is done. */
export async function grantOn(desk: Page, persons: number): Promise<void> {
  const yes = desk.getByRole('dialog').getByRole('button', { name: `授分给${persons}人` });
  await clickUntil(desk.locator('.batch-bar').getByRole('button', { name: /授\s*分$/ }), yes);
  await clickUntil(yes, desk.getByText(new RegExp(`已给${persons}人授分`)));
}

/** The authority opens the batch of a project that it is asked to review. */
export async function openBatch(page: Page, url: string, project: string): Promise<void> {
  await page.goto(`${url}/console/creditings`);
  const row = page.getByRole('row', { name: new RegExp(project) }).filter({ hasText: '审核' });
  await clickUntil(row.getByRole('link', { name: '审核', exact: true }).first(), page.locator('.batch-bar'));
}

/** Approves the batch that is open. */
export async function approveOn(page: Page): Promise<void> {
  const yes = buttonOf(page.getByRole('dialog'), '审核通过');
  await clickUntil(buttonOf(page.locator('.batch-bar'), '审核通过'), yes);
  await clickUntil(yes, page.locator('.ant-message', { hasText: '审核通过' }));
}

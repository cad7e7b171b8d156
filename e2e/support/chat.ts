/** The simulated WeChat's chat page. */
import type { Page } from 'playwright-core';
import type { Stage } from './stage';

/** The chat of a simulated person with the main official account. */
export async function chatOf({ demo, journey }: Stage, persona: string): Promise<Page> {
  const { page } = await journey.desk();
  await page.goto(`${demo.simulatorUrl}/#${persona}`);
  await page.getByPlaceholder(/试试/).waitFor();
  return page;
}

/** Sends words and waits for an answer after them that has these. */
export async function say(chat: Page, words: string, answer: RegExp): Promise<void> {
  const bubbles = chat.locator('#chat .message:not(.mine)');
  const before = await bubbles.count();
  await chat.getByPlaceholder(/试试/).fill(words);
  await chat.getByRole('button', { name: '发送' }).click();
  await bubbles.nth(before).waitFor();
  await bubbles.filter({ hasText: answer }).last().waitFor();
}

/** Goes over to another official account, and follows it where that has not been done. */
export async function followAccount(chat: Page, name: string): Promise<void> {
  await chat.locator('#account').selectOption({ label: name });
  const follow = chat.locator('#follow');
  if ((await follow.getAttribute('aria-pressed')) !== 'true') {
    await follow.click();
  }
}

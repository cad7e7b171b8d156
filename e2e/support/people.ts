import type { Page } from 'playwright-core';
import type { Office } from './cast';
import type { Demo } from './demo';

const POLL_MS = 200;
const ATTEMPTS = 100;

/** Waits for the next text message with a code to a phone, after what `before` counted. */
export async function smsCode(demo: Demo, phone: string, before = 0): Promise<string> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const messages = await smsTo(demo, phone);
    const code = messages.length > before && /\d{6}/.exec(messages.at(-1)?.text ?? '')?.[0];
    if (code) {
      return code;
    }
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  throw new Error(`no code came to ${phone}; one a minute is sent to a phone`);
}

/** The text messages that a phone has had. */
export async function smsTo(demo: Demo, phone: string): Promise<{ text: string }[]> {
  const answer = await fetch(`${demo.simulatorUrl}/simulator/sms?phone=${phone}`);
  return ((await answer.json()) as { messages: { text: string }[] }).messages;
}

/** Signs in to the console: account, password, the administrator's name, the code on his phone. */
export async function signInToConsole(
  demo: Demo,
  page: Page,
  who: Office,
  onStep: (step: 'names' | 'code') => Promise<void> = async () => undefined,
): Promise<void> {
  await page.goto(`${demo.url}/console/sign-in`);
  await page.getByPlaceholder('单位编号或行政部门账号').fill(who.account);
  await page.getByPlaceholder('请输入密码').fill(who.password);
  await page.getByRole('button', { name: '登录' }).click();
  const before = (await smsTo(demo, who.phone)).length;
  const choice = page.getByRole('button', { name: new RegExp(who.name) });
  await choice.waitFor();
  await onStep('names');
  await choice.click();
  await page.locator('#sms-code').waitFor();
  await onStep('code');
  await page.locator('#sms-code').fill(await smsCode(demo, who.phone, before));
  await page.waitForURL(/\/console\/?$/);
}

/** Fills one of the phone's fields: Taro draws an input inside the element that carries the id. */
export const fill = async (phone: Page, id: string, text: string) => phone.locator(`#${id} input`).fill(text);

/** Signs in to the administration on a phone: account, password, the administrator's name, the code. */
export async function signInOnPhone(
  demo: Demo,
  phone: Page,
  who: Office,
  onNames: () => Promise<void> = async () => undefined,
): Promise<void> {
  await phone.goto(`${demo.url}/#/pages/sign-in/index?for=unit`);
  await fill(phone, 'field-account', who.account);
  await fill(phone, 'field-password', who.password);
  await phone.locator('#sign-in-submit').click();
  await phone.locator('.who__one', { hasText: who.name }).click();
  await onNames();
  const before = (await smsTo(demo, who.phone)).length;
  await phone.locator('#code-send').click();
  await fill(phone, 'field-smsCode', await smsCode(demo, who.phone, before));
  await phone.locator('#administrator-confirm').click();
}

/** Waits until something that WeChat shows a person contains the words. */
export async function untilTold(demo: Demo, persona: string, words: string): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const answer = await fetch(`${demo.simulatorUrl}/simulator/personas/${persona}/inbox`);
    if ((await answer.text()).includes(words)) {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  throw new Error(`nobody told ${persona} of ${words}`);
}

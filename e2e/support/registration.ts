import type { Page } from 'playwright-core';
import type { Demo } from './demo';
import { fill, smsCode, smsTo } from './people';

/** The phone number and the code that comes to it, on the page 联系信息. */
export async function confirmPhone(demo: Demo, phone: Page, number: string): Promise<void> {
  const before = (await smsTo(demo, number)).length;
  await fill(phone, 'field-phone', number);
  await phone.locator('#sms-send').click();
  await fill(phone, 'field-smsCode', await smsCode(demo, number, before));
}

/** Looks a unit up by what one types and takes it. */
export async function chooseUnit(
  phone: Page,
  field: string,
  typed: string,
  name: string,
  onFound: () => Promise<void> = async () => undefined,
): Promise<void> {
  await phone.locator(`#${field} .field__box`).click();
  await phone.locator('#unit-q input').fill(typed);
  const found = phone.locator('.units__one', { hasText: name });
  await found.waitFor();
  await onFound();
  await found.click();
}

import type { Page } from 'playwright-core';
import { clickUntil } from './browser';

/** A button by its words: Ant Design puts a space between two characters. */
export const buttonOf = (page: Page | ReturnType<Page['locator']>, words: string) =>
  page.getByRole('button', {
    name: words.length === 2 ? new RegExp(`^${words[0]}\\s*${words[1]}$`) : words,
    exact: true,
  });

/** Chooses an option of a Select by typing a part of it. */
export async function chooseOption(page: Page, id: string, text: string): Promise<void> {
  await page.locator(`#${id}`).click();
  await page.locator(`#${id}`).fill(text);
  await page.locator('.ant-select-item-option', { hasText: text }).first().click();
}

/** Types a day into a DatePicker. */
export async function typeDay(page: Page, label: string, day: string): Promise<void> {
  const input = page.getByLabel(label);
  await input.click();
  await input.fill(day);
  await input.press('Enter');
}

/** Clicks what opens a dialog and then the dialog's own button; done when the dialog is gone. */
export async function confirm(page: Page, opener: string, words: string): Promise<void> {
  const yes = buttonOf(page.getByRole('dialog'), words);
  await clickUntil(buttonOf(page, opener).first(), yes);
  await clickUntil(yes, yes, 'detached');
}

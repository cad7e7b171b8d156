import type { Locator, Page } from 'playwright-core';
import { readQr } from './browser';

/** What a screen says now, as a phone's camera reads it. */
export async function codeOn(screen: Page): Promise<string> {
  let text: string | null = null;
  while (!text) {
    await screen.bringToFront();
    text = await readQr(screen);
  }
  return text;
}

/**
 * Scans until what is looked for is seen. A code lives for seconds, and a busy machine may need longer for the page: it says so,
 * and one scans again.
 */
export async function scanOn(phone: Page, screen: Page, seen: Locator): Promise<void> {
  for (let attempt = 1; attempt < 6; attempt += 1) {
    // WeChat's scanner opens the text that it read.
    await phone.goto(await codeOn(screen));
    await seen.or(phone.locator('#check-in-failed')).first().waitFor();
    if (await seen.first().isVisible()) {
      return;
    }
  }
  await seen.first().waitFor();
}

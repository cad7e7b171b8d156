import { mkdirSync } from 'node:fs';
import path from 'node:path';
import jsQR from 'jsqr';
import { type Browser, type BrowserContext, chromium, type Locator, type Page } from 'playwright-core';
import { PNG } from 'pngjs';

const ARGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
/** `SCREENSHOTS=docs/screenshots npm test` renews the README's pictures. */
const SHOTS = process.env.SCREENSHOTS ?? 'e2e/shots';

export interface Journey {
  browser: Browser;
  /** Errors and warnings of every page, and answers of 500 and above. */
  problems: string[];
  phone(): Promise<{ context: BrowserContext; page: Page }>;
  desk(): Promise<{ context: BrowserContext; page: Page }>;
  close(): Promise<void>;
}

/** Debian's Chromium with a phone (375×812) and a desk (1440×900). */
export async function openBrowser(): Promise<Journey> {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ARGS,
  });
  const problems: string[] = [];
  async function open(options: Parameters<Browser['newContext']>[0]) {
    const context = await browser.newContext({
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      // A dialog that is still growing moves away under the pointer on a busy machine.
      reducedMotion: 'reduce',
      ...options,
    });
    context.setDefaultTimeout(20_000);
    context.on('page', (page) => watch(page, problems));
    return { context, page: await context.newPage() };
  }
  return {
    browser,
    problems,
    phone: () =>
      open({ viewport: { width: 375, height: 812 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true }),
    desk: () => open({ viewport: { width: 1440, height: 900 } }),
    close: () => browser.close(),
  };
}

function watch(page: Page, problems: string[]): void {
  page.on('console', (message) => {
    // Chromium reports every refusal (4xx) by itself, and what a page leaves unfinished when it is left; both are part of the
    // journey.
    const isRefusal =
      /status of 4\d\d|net::ERR_(ABORTED|INCOMPLETE_CHUNKED_ENCODING|INTERNET_DISCONNECTED)/.test(
        message.text(),
      );
    if (['error', 'warning'].includes(message.type()) && !isRefusal) {
      problems.push(`${message.type()}: ${message.text()}`);
    }
  });
  page.on('pageerror', (error) => problems.push(`pageerror: ${error.message}`));
  page.on('response', (answer) => {
    if (answer.status() >= 500) {
      problems.push(`${answer.status()} ${answer.url()}`);
    }
  });
}

/** Clicks until it shows: a busy machine may lose a click to a page that is just being drawn. Only for what is done once. */
export async function clickUntil(
  button: Locator,
  seen: Locator,
  state: 'visible' | 'detached' = 'visible',
): Promise<void> {
  for (let attempt = 1; attempt < 5; attempt += 1) {
    await button.click({ timeout: 5_000 }).catch(() => undefined);
    const isSeen = await seen.waitFor({ state, timeout: 5_000 }).then(
      () => true,
      () => false,
    );
    if (isSeen) {
      return;
    }
  }
  await seen.waitFor({ state });
}

const WAITING = '.skeleton, .ant-skeleton';

/** Takes a picture when the page has come to rest. */
export async function shoot(page: Page, name: string): Promise<void> {
  mkdirSync(SHOTS, { recursive: true });
  await page.waitForLoadState('networkidle', { timeout: 3_000 }).catch(() => undefined);
  await page
    .locator(WAITING)
    .first()
    .waitFor({ state: 'detached', timeout: 5_000 })
    .catch(() => undefined);
  await page.evaluate(untilStill).catch(() => null);
  await page.screenshot({ path: path.join(SHOTS, `${name}.png`) });
}

/** Runs in the page. A spinner never ends: it is not waited for. */
const untilStill = () =>
  Promise.allSettled(
    document
      .getAnimations()
      .filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime))
      .map((animation) => animation.finished),
  ).then(() => null);

/** Reads the QR on a page as a phone's camera would: from its picture. */
export async function readQr(page: Page): Promise<string | null> {
  const { data, width, height } = PNG.sync.read(await page.screenshot());
  return jsQR(new Uint8ClampedArray(data), width, height)?.data ?? null;
}

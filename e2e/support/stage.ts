import type { Page } from 'playwright-core';
import type { Journey } from './browser';
import type { Office } from './cast';
import type { Demo } from './demo';
import { signInToConsole } from './people';

/** What every journey plays on: the one demo and the one browser, there from `beforeAll` on. */
export interface Stage {
  demo: Demo;
  journey: Journey;
  /** The offices that are signed in, by account: a phone gets one code a minute. */
  desks: Map<string, Page>;
}

/** The desk of an office, signed in to the console; the same one for all journeys. */
export async function deskOf(
  stage: Stage,
  office: Office,
  onStep?: (page: Page, step: 'names' | 'code') => Promise<void>,
): Promise<Page> {
  const known = stage.desks.get(office.account);
  if (known) {
    await known.bringToFront();
    return known;
  }
  const { page } = await stage.journey.desk();
  await signInToConsole(stage.demo, page, office, onStep && (async (step) => onStep(page, step)));
  stage.desks.set(office.account, page);
  return page;
}

/** A phone in the hand of a simulated WeChat person. */
export async function phoneOf({ demo, journey }: Stage, persona: string): Promise<Page> {
  const { page } = await journey.phone();
  await page.goto(`${demo.simulatorUrl}/personas?persona=${persona}`);
  await page.goto(demo.url);
  // WeChat's page authorisation leads away and back once.
  await page.locator('#go-register, .approved, #approval').first().waitFor();
  return page;
}

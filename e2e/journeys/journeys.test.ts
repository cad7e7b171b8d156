/** The journeys, one after the other, on one demo as `npm run demo` starts it: people go on where the loop has left them. */
import { openBrowser } from '../support/browser';
import { startDemo } from '../support/demo';
import type { Stage } from '../support/stage';
import { account } from './account';
import { activities } from './activities';
import { crediting } from './crediting';
import { enrolment } from './enrolment';
import { exam } from './exam';
import { loop } from './loop';
import { national } from './national';
import { people } from './people';
import { projects } from './projects';
import { venue } from './venue';

const stage = { desks: new Map() } as Stage;

beforeAll(async () => {
  stage.demo = await startDemo();
  stage.journey = await openBrowser();
}, 300_000);
afterAll(async () => {
  await stage.journey?.close();
  await stage.demo?.stop();
});

describe('the loop', () => loop(stage));
// Before she moves to another province, whose notices are others.
describe('the official account, messages, notices', () => account(stage));
describe('people and units', () => people(stage));
describe('projects', () => projects(stage));
describe('activities', () => activities(stage));
describe('enrolment', () => enrolment(stage));
describe('national projects', () => national(stage));
describe('the venue', () => venue(stage));
describe('exam and evaluation', () => exam(stage));
describe('crediting', () => crediting(stage));

test('nothing went wrong on any page, and the demo stops cleanly', async () => {
  expect(stage.journey.problems).toEqual([]);
  await stage.journey.close();
  expect(await stage.demo.stop()).toBe(0);
});

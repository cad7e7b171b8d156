import type { Journey } from './browser';
import type { Demo } from './demo';

/** What every journey plays on: the one demo and the one browser, there from `beforeAll` on. */
export interface Stage {
  demo: Demo;
  journey: Journey;
}

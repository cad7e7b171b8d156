/**
 * The one source of the API. Koa's routes, the typed clients, OpenAPI and the permission tests are all derived from it.
 * The mini-program imports types from here only (`import type`), so that zod stays out of its package.
 */
import { accounts } from './accounts';
import { activities } from './activities';
import { checkIns } from './checkIns';
import { crediting } from './crediting';
import { credits } from './credits';
import type { Area } from './endpoint';
import { learners } from './learners';
import { overviewArea } from './overview';
import { regionsUnits } from './regionsUnits';

export const contract = {
  accounts,
  regionsUnits,
  learners,
  activities,
  checkIns,
  crediting,
  credits,
  overview: overviewArea,
} satisfies Record<string, Area>;

export type Contract = typeof contract;

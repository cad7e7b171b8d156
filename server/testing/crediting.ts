import type { AnalysisMethod } from '@common/contract/analyses';
import type { Client } from '@common/contract/client';
import type { Fixtures, TestServer } from './harness';
import { approvedLearner, type RegisterOptions } from './people';
import { swipe } from './swipes';

interface Wanted {
  /** Default: the day of `NINE`. */
  activityDate?: string;
  learnerIds?: string[];
  except?: { learnerId: string; reason: string }[];
  /** Default: each holding period is one window, and every one needs a swipe. */
  method?: Partial<AnalysisMethod>;
}

/** Saves an analysis whose windows are the activity's holding periods. */
export async function analyse(unit: Client, activityId: string, method: Partial<AnalysisMethod> = {}) {
  const { periods } = await unit.analyses.timeline({ activityId });
  const windows = periods.map(({ from, to }) => ({ from, to }));
  return unit.analyses.saveAnalysis({ activityId, method: { windows, ...method } });
}

/** 考勤分析, then 授分 by it. */
export async function analyseAndGrant(unit: Client, activityId: string, wanted: Wanted = {}) {
  const { activityDate = '2026-11-21', learnerIds, except = [], method } = wanted;
  const analysis = await analyse(unit, activityId, method);
  return unit.crediting.grant({ activityId, analysisId: analysis.id, learnerIds, except, activityDate });
}

/** Approved learners with a swipe in the fixtures' activity at the present time of the test's clock. */
export async function attendees(
  server: TestServer,
  fixtures: Fixtures,
  count: number,
  options: RegisterOptions = { name: '学员' },
) {
  const people = [];
  for (let n = 1; n <= count; n += 1) {
    const person = await approvedLearner(server, fixtures, n, options);
    await swipe(server, fixtures, person.learnerId);
    people.push(person);
  }
  return people;
}

import type { CreditSummary } from '@common/contract/credits';
import { groupBy } from '@common/groupBy';
import { yearOf } from '@common/rules/shanghaiTime';
import { Types } from 'mongoose';
import { appError } from '../../http/errors';
import type { Platform } from '../../platform';
import { inTurns } from '../../platform/together';
import type { Services } from '../services';
import { creditEntryModel } from './model';
import { presentCredit, totalsOf } from './presenter';
import { createStandings } from './standings';

export type YearOfCredits = Pick<CreditSummary, 'year' | 'required' | 'totals' | 'items'>;

export interface YearCredits {
  /**
   * A learner's credits of a year, as `summary` has them. Hundreds who ask at once (a notice went out, and everybody writes 学分 to
   * the official account) share the reads. @throws AppError NOT_FOUND.
   */
  yearCredits(learnerId: string, year?: number): Promise<YearOfCredits>;
}

export function createYearCredits(platform: Platform, services: Services): YearCredits {
  const { mongo, clock } = platform;
  const CreditEntry = creditEntryModel(mongo);
  const { standingsAmong } = createStandings(platform, services);

  /** What each of these learners must reach, by his unit's region; only of those who exist. */
  async function requiredOf(learnerIds: string[]): Promise<Map<string, number>> {
    const learners = await services.learners.briefs(learnerIds);
    const unitOf = (id: string) => String(learners.get(id)?.unitId ?? '');
    const units = await services.regionsUnits.units(
      [...new Set([...learners.keys()].map(unitOf))].filter(Boolean),
    );
    // Whoever waits for his unit to be added is under the national requirement meanwhile.
    const regionOf = (id: string) => units.get(unitOf(id))?.regionCode ?? '';
    const regions = [...new Set([...learners.keys()].map(regionOf))];
    const settings = await Promise.all(regions.map(async (code) => services.regionsUnits.settings(code)));
    const byRegion = new Map(settings.map(({ annualCredits }, at) => [regions[at] ?? '', annualCredits]));
    return new Map([...learners.keys()].map((id) => [id, byRegion.get(regionOf(id)) ?? 0]));
  }

  async function ofOneYear(year: number, learnerIds: string[]): Promise<Map<string, YearOfCredits>> {
    const [entries, required] = await Promise.all([
      CreditEntry.find({ learnerId: { $in: learnerIds.map((id) => new Types.ObjectId(id)) }, year })
        .sort({ activityDate: -1, _id: -1 })
        .lean(),
      requiredOf(learnerIds),
    ]);
    const byLearner = groupBy(await standingsAmong(entries), ({ entry }) => String(entry.learnerId));
    return new Map(
      [...required].map(([id, credits]) => {
        const standings = byLearner.get(id) ?? [];
        const items = standings.map(presentCredit);
        return [`${year} ${id}`, { year, required: credits, totals: totalsOf(standings), items }];
      }),
    );
  }

  const find = inTurns(async (keys) => {
    const byYear = groupBy(keys, (key) => key.slice(0, key.indexOf(' ')));
    const found = await Promise.all(
      [...byYear].map(async ([year, asked]) =>
        ofOneYear(
          Number(year),
          asked.map((key) => key.slice(year.length + 1)),
        ),
      ),
    );
    return new Map(found.flatMap((one) => [...one]));
  });

  return {
    async yearCredits(learnerId, year = yearOf(clock.now())) {
      const found = await find(`${year} ${learnerId}`);
      if (!found) {
        throw appError('NOT_FOUND');
      }
      return found;
    },
  };
}

import type { RawOutputOf } from '@common/contract/endpoint';
import type { StandardRow, standards } from '@common/contract/standards';
import { yearOf } from '@common/rules/shanghaiTime';
import { standardInForce, standardYears } from '@common/rules/standards';
import type { Platform } from '../../platform';
import { publishedFor, regionOfLearner } from '../notices/audience';
import { codesOver } from '../regions-units/policy';
import type { Services } from '../services';
import { type StandardDoc, standardModel } from './model';
import { presentTable } from './presenter';

type Shown = RawOutputOf<typeof standards.publicStandard>;

/** The table that holds in a region in a year. */
export interface StandardInForce {
  year: number;
  authorityName: string;
  rows: StandardRow[];
}

/** The tables that hold, for those who look them up. */
export interface StandardReading {
  /** Of the nearest authority that has published one for the year, or for the latest year before it; null where none has. */
  inForce(regionCode: string, year: number): Promise<StandardInForce | null>;
  /** The same with the years to choose from; of the present year where none is given. */
  show(regionCode: string, year?: number): Promise<Shown>;
  /** For a learner's region. */
  showMine(learnerId: string, year?: number): Promise<Shown>;
  /** Regions whose authority has published a table. */
  publishedRegions(): Promise<string[]>;
}

export function createStandardReading({ mongo, clock }: Platform, services: Services): StandardReading {
  const Standard = standardModel(mongo);

  async function chosen(regionCode: string, year: number) {
    const published = await Standard.find(publishedFor(regionCode), { regionCode: 1, year: 1 }).lean();
    const choice = standardInForce(published, codesOver(regionCode), year);
    // Withdrawn meanwhile: none.
    const standard = choice && (await Standard.findOne({ _id: choice._id, state: 'published' }).lean());
    return { standard, years: standardYears(published) };
  }
  const nameOf = async ({ authorityId }: StandardDoc) =>
    (await services.regionsUnits.authority(String(authorityId)))?.name ?? '';

  async function show(regionCode: string, year = yearOf(clock.now())): Promise<Shown> {
    const { standard, years } = await chosen(regionCode, year);
    return { table: standard && presentTable(standard, await nameOf(standard)), years };
  }

  return {
    show,
    showMine: async (learnerId, year) => show(await regionOfLearner(services, learnerId), year),
    async inForce(regionCode, year) {
      const { standard } = await chosen(regionCode, year);
      return standard && { year: standard.year, authorityName: await nameOf(standard), rows: standard.rows };
    },
    publishedRegions: async () => Standard.distinct('regionCode', { state: 'published' }),
  };
}

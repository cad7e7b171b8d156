import { tidyUnitName, tidyUnitNames } from '@common/rules/unitName';
import { type ClientSession, Types } from 'mongoose';
import { appError } from '../../http/errors';
import type { Platform } from '../../platform';
import { isCollision, isDuplicate, tryAgain } from '../../platform/mongo';
import { initialsOfAll } from './initials';
import { namesOf, type UnitDoc, unitModel } from './model';
import type { UnitIndex } from './unitIndex';

export interface NewUnit {
  name: string;
  /** A county. */
  regionCode: string;
  aliases: string[];
  formerNames: string[];
}

/** Everything that changes units goes through here: initials, codes, "once" and the search's freshness. */
export interface UnitWriter {
  /** Inserts units with the next codes of their counties. Call it within `write`. */
  insert(units: NewUnit[], session?: ClientSession): Promise<UnitDoc[]>;
  /**
   * Runs what writes units; again where another one took a code first or met it, so it may run more than once.
   * @throws AppError UNIT_EXISTS.
   */
  write<T>(work: () => Promise<T>): Promise<T>;
  /** The fields that follow from names. */
  derived(names: Pick<UnitDoc, 'name' | 'aliases' | 'formerNames'>): Pick<UnitDoc, 'initials' | 'updatedAt'>;
}

const ATTEMPTS = 50;
const CHUNK = 1000;

/**
 * 单位编号: the county's six digits and a running number of three, past 999 of five: never ten digits in all, which would be a
 * 医通卡号 at sign-in.
 */
const codeOf = (regionCode: string, number: number) =>
  regionCode + String(number).padStart(number > 999 ? 5 : 3, '0');

export function createUnitWriter({ mongo, clock }: Platform, index: UnitIndex): UnitWriter {
  const Unit = unitModel(mongo);

  async function lastNumber(regionCode: string, session?: ClientSession): Promise<number> {
    const taken = await Unit.find({ code: { $regex: `^${regionCode}(\\d{3}|\\d{5})$` } }, { code: 1 })
      .session(session ?? null)
      .lean();
    return Math.max(0, ...taken.map(({ code }) => Number(code.slice(6))));
  }

  const derived: UnitWriter['derived'] = (unit) => ({
    initials: initialsOfAll(namesOf(unit)),
    updatedAt: new Date(clock.now()),
  });

  return {
    derived,
    async insert(units, session) {
      const last = new Map<string, number>();
      for (const { regionCode } of units) {
        last.set(regionCode, last.get(regionCode) ?? (await lastNumber(regionCode, session)));
      }
      const docs = units.map((unit) => {
        const number = (last.get(unit.regionCode) ?? 0) + 1;
        last.set(unit.regionCode, number);
        const name = tidyUnitName(unit.name);
        const aliases = tidyUnitNames(unit.aliases, [name]);
        const formerNames = tidyUnitNames(unit.formerNames, [name, ...aliases]);
        const names = { name, aliases, formerNames };
        const { regionCode } = unit;
        const code = codeOf(regionCode, number);
        return {
          _id: new Types.ObjectId(),
          code,
          ...names,
          regionCode,
          formerRegionCodes: [],
          ...derived(names),
        };
      });
      for (let from = 0; from < docs.length; from += CHUNK) {
        await Unit.insertMany(docs.slice(from, from + CHUNK), { session });
      }
      return docs;
    },
    async write(work) {
      const done = await tryAgain(
        work,
        (error) => isDuplicate(error, 'code_1') || isCollision(error),
        ATTEMPTS,
      ).catch((error) => {
        throw isDuplicate(error, 'regionCode_1_name_1') ? appError('UNIT_EXISTS', { field: 'name' }) : error;
      });
      await index.changed();
      return done;
    },
  };
}

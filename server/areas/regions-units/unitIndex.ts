/**
 * The units of the whole country in each process's memory (50,000 are some 30 MB), because people type: every key stroke is a
 * search, and a store that must look through all names by their characters takes seconds for it.
 *
 * A counter in Redis says when units changed. Each search reads it; a new value makes the process read the units changed
 * since. What was written past this service (the demo, a script) shows by the number of units and the latest change, looked
 * at now and then. While a store is away, what is loaded serves on.
 */
import { type SearchableUnit, searchableUnit, unitQuery } from '@common/rules/unitSearch';
import type { Types } from 'mongoose';
import type { Platform } from '../../platform';
import { best, type Candidates, createCandidates } from './candidates';
import { initialsOfAll } from './initials';
import { namesOf, type UnitDoc, unitModel } from './model';

/** A unit as the index holds it. */
export interface IndexedUnit {
  _id: Types.ObjectId;
  code: string;
  name: string;
  regionCode: string;
  formerRegionCodes: string[];
  names: string[];
  searchable: SearchableUnit;
}

/** What is searched for. */
export interface UnitSearch {
  /** Units that are in it now or were formerly. */
  region?: string;
  /** Units that are in it now: an authority's own region. */
  within?: string;
  q: string;
  /** How many of the best; all of them where absent. */
  limit?: number;
}

export interface UnitIndex {
  /** The units that fit, best first, then by name, and how many there are. @throws Error when nothing could be loaded yet. */
  find(search: UnitSearch): Promise<{ units: IndexedUnit[]; total: number }>;
  /** To be called after units were written: every process reads them before its next search. */
  changed(): Promise<void>;
}

const VERSION = 'units:version';
/** Clocks of processes differ, and a transaction's time is from before its commit. */
const OVERLAP_MS = 5 * 60_000;
const LOOK_EVERY_MS = 15_000;
/** A counter that moved further was lost and begun anew, and says nothing of what changed. */
const MAX_STEPS = 1_000_000;
const BATCH = 500;
const FIELDS = 'code name aliases formerNames regionCode formerRegionCodes initials updatedAt';

interface Loaded {
  units: Map<string, IndexedUnit>;
  candidates: Candidates;
  /** Of the counter before reading; null where Redis did not answer. */
  version: number | null;
  newest: number;
  lookAt: number;
}

export function createUnitIndex({ mongo, redis, clock, random, log }: Platform): UnitIndex {
  const Unit = unitModel(mongo);
  let loaded: Loaded | null = null;
  let loading: Promise<void> = Promise.resolve();

  /** A counter begins at random, so that one begun anew is not mistaken for the old one. */
  const firstVersion = () => random.bytes(6).readUIntBE(0, 6);

  async function readVersion(): Promise<number | null> {
    try {
      const text = await redis.get(VERSION);
      return text === null ? await beginVersion() : Number(text);
    } catch (err) {
      log.warn({ err }, 'unit index: version');
      return null;
    }
  }

  async function beginVersion(): Promise<number> {
    await redis.set(VERSION, firstVersion(), 'NX');
    return Number(await redis.get(VERSION));
  }

  /** What Redis cannot tell: units written past this service. */
  async function isAsStored({ units, newest }: Loaded): Promise<boolean> {
    const [count, latest] = await Promise.all([
      Unit.countDocuments(),
      Unit.findOne({}, { updatedAt: 1 }).sort({ updatedAt: -1 }).lean(),
    ]);
    return count === units.size && (latest?.updatedAt?.getTime() ?? 0) <= newest;
  }

  async function read(since: number | null, into: Map<string, IndexedUnit>): Promise<number> {
    const changed = since === null ? {} : { updatedAt: { $gte: new Date(since) } };
    let newest = 0;
    let count = 0;
    for await (const unit of Unit.find(changed, FIELDS).lean().cursor({ batchSize: BATCH })) {
      into.set(String(unit._id), indexed(unit));
      newest = Math.max(newest, unit.updatedAt?.getTime() ?? 0);
      count += 1;
      if (count % BATCH === 0) {
        // Initials that have to be made take their time: others are served in between.
        await new Promise(setImmediate);
      }
    }
    return newest;
  }

  async function load(version: number | null): Promise<void> {
    const before = loaded;
    const steps = (version ?? 0) - (before?.version ?? 0);
    const isContinued = before?.version != null && version !== null && steps >= 0 && steps <= MAX_STEPS;
    let units = new Map(isContinued ? before.units : []);
    let newest = await read(isContinued ? before.newest - OVERLAP_MS : null, units);
    newest = Math.max(newest, isContinued ? before.newest : 0);
    if (isContinued && units.size !== (await Unit.countDocuments())) {
      units = new Map();
      newest = await read(null, units);
    }
    const candidates = createCandidates(units.values());
    loaded = { units, candidates, version, newest, lookAt: clock.now() + LOOK_EVERY_MS };
  }

  /** One after another: who comes while another loads needs it too, and may know of a later change. */
  async function refresh(version: number | null): Promise<void> {
    const mine = loading.then(async () => {
      if (!loaded || (version !== null && version !== loaded.version)) {
        await load(version);
      } else if (clock.now() >= loaded.lookAt) {
        loaded.lookAt = clock.now() + LOOK_EVERY_MS;
        if (!(await isAsStored(loaded))) {
          await load(version);
        }
      }
    });
    loading = mine.catch(() => undefined);
    await mine;
  }

  async function current(): Promise<Loaded> {
    const version = await readVersion();
    const isStale = !loaded || (version !== null && version !== loaded.version);
    if (isStale || clock.now() >= (loaded?.lookAt ?? 0)) {
      await refresh(version).catch((err) => {
        if (!loaded) {
          throw err;
        }
        log.warn({ err }, 'unit index: serving what is loaded');
      });
    }
    if (!loaded) {
      throw new Error('the unit index is empty');
    }
    return loaded;
  }

  return {
    async find({ q, region = '', within = '', limit }) {
      const { candidates } = await current();
      const query = unitQuery(q);
      return best(candidates.of(query, region), within, query, limit);
    },
    async changed() {
      try {
        await redis.multi().set(VERSION, firstVersion(), 'NX').incr(VERSION).exec();
      } catch (err) {
        // The write stands. This process looks at once, the others within `LOOK_EVERY_MS`.
        log.warn({ err }, 'unit index: change not announced');
      }
      if (loaded) {
        loaded.lookAt = 0;
      }
    },
  };
}

function indexed(unit: UnitDoc): IndexedUnit {
  const { _id, code, name, regionCode } = unit;
  const names = namesOf(unit);
  const initials = unit.initials?.length === names.length ? unit.initials : initialsOfAll(names);
  const formerRegionCodes = unit.formerRegionCodes ?? [];
  return {
    _id,
    code,
    name,
    regionCode,
    formerRegionCodes,
    names,
    searchable: searchableUnit(names, initials),
  };
}

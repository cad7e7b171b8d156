/** A ledger for the benchmark of credit look-ups: so many entries of so many people, all of a few hundred activities. */
import { Types } from 'mongoose';
import { activityModel } from '../server/areas/activities/model';
import { projectModel } from '../server/areas/catalogue/model';
import { creditingModel } from '../server/areas/crediting/model';
import { creditEntryModel } from '../server/areas/credits/model';
import { learnerModel } from '../server/areas/learners/model';
import { unitModel } from '../server/areas/regions-units/model';
import type { Bench } from './bed';

const ACTIVITIES = 200;
const YEARS = [2026, 2025, 2024, 2023, 2022];
/** A person's, of all years. */
const ENTRIES_EACH = 20;
const PIECE = 5_000;
const AT_ONCE = 2;
const NOW = new Date('2026-11-21T01:00:00Z');

/** Puts the entries in, of which those of `sampled` people are looked up; answers these people. */
export async function fillLedger(
  { platform: { mongo } }: Bench,
  entries: number,
  sampled: number,
): Promise<string[]> {
  const { unitId, sources } = await putActivities(mongo);
  const CreditEntry = creditEntryModel(mongo);
  const people = Math.max(1, Math.floor(entries / ENTRIES_EACH));
  const ids = Array.from({ length: people }, () => new Types.ObjectId());
  const entryOf = (n: number) => {
    // Everybody's next entry follows everybody's last: nobody's lie together, as in life.
    const round = Math.floor(n / people);
    const year = YEARS[round % YEARS.length] ?? 2026;
    const source = sources[(n * 7 + round * 13) % sources.length] ?? sources[0];
    const day = String(1 + ((n + round) % 28)).padStart(2, '0');
    return {
      _id: new Types.ObjectId(),
      kind: 'grant' as const,
      learnerId: ids[n % people],
      year,
      creditClass: 'classI' as const,
      ...{ credits: 200, minutes: 360 },
      activityDate: `${year}-${String(1 + (round % 12)).padStart(2, '0')}-${day}`,
      sourceKind: 'activity' as const,
      ...source,
      role: 'participant' as const,
      round,
      grantedAt: NOW,
      ...{ unitId, department: '护理部', regionCode: '411102', level: 'city' as const },
      ...{ disciplineCode: '1402', holderId: unitId },
    };
  };
  // Filled first and indexed then, as a store is restored: seven indexes kept up to date would take most of the time.
  await CreditEntry.collection.dropIndexes();
  for (let from = 0; from < entries; from += PIECE * AT_ONCE) {
    await Promise.all(
      Array.from({ length: AT_ONCE }, async (_, lane) => {
        const start = from + lane * PIECE;
        const count = Math.min(PIECE, entries - start);
        if (count > 0) {
          await CreditEntry.collection.insertMany(
            Array.from({ length: count }, (_each, n) => entryOf(start + n)) as never[],
            { ordered: false },
          );
        }
      }),
    );
  }
  await CreditEntry.createIndexes();
  const step = Math.max(1, Math.floor(people / sampled));
  const asked = ids.filter((_, n) => n % step === 0).slice(0, sampled);
  await learnerModel(mongo).insertMany(
    asked.map((_id, n) => ({
      _id,
      name: `学员${n}`,
      ...{ sex: 'female', title: 'nurse', unitId, source: 'import' },
      approval: { state: 'approved', submittedAt: NOW },
      createdAt: NOW,
    })),
  );
  return asked.map(String);
}

/** A unit with its activities, each with one reviewed batch. */
async function putActivities(mongo: Bench['platform']['mongo']) {
  const unit = await unitModel(mongo).create({
    ...{ code: '976811', name: '漯河市中心医院', regionCode: '411102' },
    ...{ aliases: [], formerNames: [], formerRegionCodes: [], initials: ['lhszxyy'], updatedAt: NOW },
  });
  const unitId = unit._id;
  const projects = await projectModel(mongo).insertMany(
    Array.from({ length: ACTIVITIES }, (_, n) => ({
      number: `2026-14-02-${String(n).padStart(3, '0')} (市)`,
      ...{ year: 2026, name: `外科护理学新进展学习班（${n}）`, discipline: '护理学/外科护理学' },
      ...{ disciplineCode: '1402', level: 'city', creditClass: 'classI', leader: '李雪梅' },
      ...{ minutes: 360, credits: 200, unitId, regionCode: '411102' },
    })),
  );
  const activities = await activityModel(mongo).insertMany(
    projects.map(({ _id }) => ({
      ...{ projectId: _id, unitId, term: 1, state: 'approved', courses: [] },
      periods: [{ from: new Date(NOW.getTime() - 36e5), to: NOW }],
    })),
  );
  const batches = await creditingModel(mongo).insertMany(
    activities.map(({ _id }) => ({
      ...{ activityId: _id, unitId, regions: ['411102'], kind: 'participants', activityDate: '2026-11-21' },
      ...{ creditClass: 'classI', chosen: [], excepted: [], done: 0, touchedAt: NOW, persons: 0 },
      ...{ state: 'approved', grantedAt: NOW, grantedBy: '王芳', moves: [] },
    })),
  );
  const sources = batches.map(({ _id, activityId }) => ({ creditingId: _id, sourceId: activityId }));
  return { unitId, sources };
}

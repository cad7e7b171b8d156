/**
 * `npm run bench -- analysis`: 考勤分析 of 10,000 learners with 8 swipes each over 4 windows, and of ten times as many. Each is
 * timed from the stored swipes to everybody's verdict; saving it, and the doubts, which are found by a computation of their own,
 * are not in it. Beside it, in turns, the same swipes are merely read from MongoDB.
 *
 * growthRatio: the time of ten times as many to the time of one. throughputRatio: merely reading to analysing, at ten times.
 *
 * Options: --learners (10000), --rounds (5), --json.
 */
import type { AnalysisMethod } from '@common/contract/analyses';
import { Types } from 'mongoose';
import { activityModel } from '../server/areas/activities/model';
import { projectModel } from '../server/areas/catalogue/model';
import { checkInModel } from '../server/areas/check-ins/model';
import { authorityModel, unitModel } from '../server/areas/regions-units/model';
import { type Bench, openBench, throwAwayStores } from './bed';
import { option, report } from './options';

const LEARNERS = option('learners', 10_000);
const ROUNDS = option('rounds', 5);
const TIMES = 10;
const CHUNK = 5_000;
const MINUTE = 60_000;
const EIGHT = Date.parse('2026-11-21T00:00:00Z');
/** Minutes after eight o'clock: a swipe at the beginning and one at the end of each of these. */
const WINDOWS: [from: number, to: number][] = [
  [0, 60],
  [180, 240],
  [360, 420],
  [540, 600],
];
const SWIPES = WINDOWS.length * 2;

const at = (minutes: number) => new Date(EIGHT + minutes * MINUTE);
const METHOD: AnalysisMethod = {
  windows: WINDOWS.map(([from, to]) => ({
    from: at(from).toISOString(),
    to: at(to).toISOString(),
    direction: null,
    courseId: null,
  })),
  strategy: 'everyWindow',
  isExamRequired: false,
  isEvaluationRequired: false,
};

interface Place {
  unitId: Types.ObjectId;
  projectId: Types.ObjectId;
}

async function putPlace({ platform: { mongo } }: Bench): Promise<Place> {
  const none = { aliases: [], formerNames: [], formerRegionCodes: [] };
  await authorityModel(mongo).create({
    code: '411100',
    name: '漯河市卫生健康委员会',
    level: 'city',
    regionCode: '4111',
    settings: {},
  });
  const unit = await unitModel(mongo).create({
    ...none,
    code: '976811',
    name: '漯河市中心医院',
    regionCode: '411102',
    initials: ['lhszxyy'],
    updatedAt: at(0),
  });
  const project = await projectModel(mongo).create({
    number: '2020-14-02-049 (国)',
    year: 2020,
    name: '外科护理学新进展学习班',
    discipline: '护理学/外科护理学',
    level: 'national',
    creditClass: 'classI',
    leader: '测试用',
    minutes: 360,
    credits: 200,
    unitId: unit._id,
    regionCode: unit.regionCode,
  });
  return { unitId: unit._id, projectId: project._id };
}

/** An activity with so many learners; one in ten has missed the last window. */
async function putSwipes({ platform: { mongo } }: Bench, place: Place, term: number, learners: number) {
  const courseId = new Types.ObjectId();
  const activity = await activityModel(mongo).create({
    ...place,
    term,
    venue: '学术报告厅',
    courses: [{ _id: courseId, name: '围手术期护理', minutes: 360, lecturers: [] }],
    periods: [{ from: at(0), to: at(600) }],
    state: 'approved',
  });
  const swipeOf = (learnerId: Types.ObjectId, n: number, swipe: number) => {
    const [from = 0, to = 0] = WINDOWS[Math.floor(swipe / 2)] ?? [];
    const isLate = n % 10 === 0 && swipe >= SWIPES - 2;
    const minutes = (swipe % 2 === 0 ? from : to - 20) + (n % 20) + (isLate ? 90 : 0);
    return {
      activityId: activity._id,
      courseId,
      learnerId,
      direction: swipe % 2 === 0 ? 'in' : 'out',
      at: at(minutes),
      receivedAt: at(minutes),
      slotWindow: EIGHT / 5_000 + minutes * 12,
      method: 'qr',
      claim: `${String(learnerId)}-${swipe}`,
      device: `phone ${n}`,
      network: `network ${n % 7}`,
    };
  };
  const ids = Array.from({ length: learners }, () => new Types.ObjectId());
  // In the order of time, as a hall swipes.
  for (let swipe = 0; swipe < SWIPES; swipe += 1) {
    for (let from = 0; from < learners; from += CHUNK) {
      const rows = ids.slice(from, from + CHUNK).map((id, i) => swipeOf(id, from + i, swipe));
      await checkInModel(mongo).collection.insertMany(rows as never[], { ordered: false });
    }
  }
  return String(activity._id);
}

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
};
const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Reading and analysing in turns, so that what else the machine does meets both. */
async function measure({ services, platform }: Bench, activityId: string, learners: number) {
  const { collection } = checkInModel(platform.mongo);
  const projection = { _id: 0, learnerId: 1, courseId: 1, direction: 1, at: 1 };
  const ofActivity = { activityId: new Types.ObjectId(activityId) };
  const full = await services.activities.get(activityId);
  const reads: number[] = [];
  const analyses: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    // By the bare driver, what the analysis looks at and no more.
    const read = await timed(async () => collection.find(ofActivity, { projection }).toArray());
    const analysed = await timed(async () => {
      const { counts } = await services.analyses.withoutDoubts(full, METHOD);
      const missed = Math.ceil(learners / 10);
      if (counts.swipes !== learners * SWIPES || counts.effective !== learners - missed) {
        throw new Error(`wrong: ${JSON.stringify(counts)}`);
      }
    });
    // The first is for warming up.
    if (round > 0) {
      reads.push(read);
      analyses.push(analysed);
    }
  }
  return { readMs: median(reads), analyseMs: median(analyses) };
}

async function main(): Promise<void> {
  const stores = await throwAwayStores();
  const bench = await openBench(stores);
  try {
    const place = await putPlace(bench);
    const small = await putSwipes(bench, place, 1, LEARNERS);
    const large = await putSwipes(bench, place, 2, LEARNERS * TIMES);
    const one = await measure(bench, small, LEARNERS);
    const ten = await measure(bench, large, LEARNERS * TIMES);
    report({
      learners: LEARNERS,
      swipes: LEARNERS * SWIPES,
      windows: WINDOWS.length,
      analyseMs: Math.round(one.analyseMs),
      readMs: Math.round(one.readMs),
      analyseTenMs: Math.round(ten.analyseMs),
      readTenMs: Math.round(ten.readMs),
      growthRatio: round2(ten.analyseMs / one.analyseMs),
      throughputRatio: round2(ten.readMs / ten.analyseMs),
      throughputRatioSmall: round2(one.readMs / one.analyseMs),
    });
  } finally {
    await bench.stop();
    await stores.stop();
  }
}

const round2 = (value: number) => Math.round(value * 100) / 100;

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});

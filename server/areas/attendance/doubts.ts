import type { attendance, DoubtRow } from '@common/contract/attendance';
import type { ParsedInputOf } from '@common/contract/endpoint';
import { groupBy } from '@common/groupBy';
import { stillStands } from '@common/rules/doubtFindings';
import type { DoubtKind } from '@common/terms';
import { Types } from 'mongoose';
import { appError } from '../../http/errors';
import type { Platform } from '../../platform';
import { isDuplicate, tryAgain } from '../../platform/mongo';
import type { FullActivity } from '../activities/service';
import type { Services } from '../services';
import { createEvidence, type Evidence } from './evidence';
import { type DoubtClearanceDoc, doubtClearanceModel } from './model';
import { peopleOf } from './people';
import { presentDoubt } from './presentDoubt';

type Query = Omit<ParsedInputOf<typeof attendance.listDoubts>, 'activityId'>;
type Clearance = Omit<ParsedInputOf<typeof attendance.clearDoubt>, 'activityId'>;

/** 疑点: computed anew each time from what was recorded, so that none can be forgotten; only what people say of them is stored. */
export interface Doubts {
  /** Persons with doubts, the latest first; `open` persons have one that stands. */
  listDoubts(full: FullActivity, query: Query): Promise<{ items: DoubtRow[]; total: number; open: number }>;
  /** @throws AppError NOT_FOUND where there is no such doubt. */
  clearDoubt(full: FullActivity, clearance: Clearance, by: string): Promise<void>;
  /** What stands against whom, by learner. */
  openDoubts(full: FullActivity): Promise<Map<string, DoubtKind[]>>;
}

const ATTEMPTS = 3;
const keyOf = ({ learnerId, kind }: { learnerId: unknown; kind: DoubtKind }) =>
  `${String(learnerId)} ${kind}`;

export function createDoubts({ mongo, clock }: Platform, services: Services): Doubts {
  const DoubtClearance = doubtClearanceModel(mongo);
  const gather = createEvidence(services);

  /** Everything, each with its clearance where that still holds. */
  async function judge(full: FullActivity) {
    const [evidence, rows] = await Promise.all([
      gather(full),
      DoubtClearance.find({ activityId: full.activity._id }).lean(),
    ]);
    const clearances = new Map(rows.map((row) => [keyOf(row), row]));
    const judged = evidence.doubts.map((doubt) => {
      const clearance = clearances.get(keyOf(doubt));
      return { doubt, cleared: clearance && !stillStands(doubt, clearance.seen) ? clearance : null };
    });
    return { evidence, judged };
  }

  const present = async (
    full: FullActivity,
    evidence: Evidence,
    persons: [string, { doubt: Evidence['doubts'][number]; cleared: DoubtClearanceDoc | null }[]][],
  ): Promise<DoubtRow[]> => {
    const named = persons.flatMap(([learnerId, all]) => [
      learnerId,
      ...all.flatMap(({ doubt }) =>
        doubt.facts.flatMap(({ learnerId: other, ownerId }) => (ownerId ? [other, ownerId] : [other])),
      ),
    ]);
    const personOf = await peopleOf(services, named);
    return persons.map(([learnerId, all]) => {
      const { name, unitName } = personOf(learnerId);
      const doubts = all.map(({ doubt, cleared }) =>
        presentDoubt(doubt, cleared, { full, evidence, nameOf: (id) => personOf(id).name }),
      );
      return { learnerId, name, unitName, doubts };
    });
  };

  return {
    async listDoubts(full, { only, learnerId: wanted, page, pageSize }) {
      const { evidence, judged } = await judge(full);
      const shown = judged.filter(
        ({ doubt, cleared }) => (only === 'all' || !cleared) && (!wanted || wanted === doubt.learnerId),
      );
      const persons = groupBy(shown, ({ doubt }) => doubt.learnerId);
      const latest = (all: typeof judged) => Math.max(...all.map(({ doubt }) => doubt.at));
      const rows = [...persons].sort(([idA, a], [idB, b]) => latest(b) - latest(a) || (idA < idB ? -1 : 1));
      const open = new Set(judged.flatMap(({ doubt, cleared }) => (cleared ? [] : [doubt.learnerId])));
      const from = (page - 1) * pageSize;
      const items = await present(full, evidence, rows.slice(from, from + pageSize));
      return { items, total: rows.length, open: open.size };
    },
    async clearDoubt(full, { learnerId, kind, reason }, by) {
      const { doubts } = await gather(full);
      const doubt = doubts.find((one) => one.learnerId === learnerId && one.kind === kind);
      if (!doubt) {
        throw appError('NOT_FOUND', { message: '没有这个疑点，请刷新后查看' });
      }
      const whose = { activityId: full.activity._id, learnerId: new Types.ObjectId(learnerId), kind };
      const seen = doubt.facts.map(({ key }) => key);
      const said = { seen, reason, by, at: new Date(clock.now()) };
      // Two at once: the second finds the row of the first.
      await tryAgain(
        async () => DoubtClearance.updateOne(whose, { $set: said }, { upsert: true }),
        isDuplicate,
        ATTEMPTS,
      );
    },
    async openDoubts(full) {
      const { judged } = await judge(full);
      const open = judged.flatMap(({ doubt, cleared }) => (cleared ? [] : [doubt]));
      return groupBy(
        open,
        ({ learnerId }) => learnerId,
        ({ kind }) => kind,
      );
    },
  };
}

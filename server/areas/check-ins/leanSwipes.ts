import type { Swipe } from '@common/rules/attendance';
import { Types } from 'mongoose';
import type { CheckInDoc, checkInModel } from './model';

type CheckIns = ReturnType<typeof checkInModel>;
type Row = Pick<CheckInDoc, '_id' | 'learnerId' | 'courseId' | 'direction' | 'at'>;

/** Rows a query: they come in one answer. */
const PIECE = 40_000;
const FIELDS = { learnerId: 1, courseId: 1, direction: 1, at: 1 } as const;

/**
 * Every swipe of an activity, in no order, with what 考勤分析 looks at. Read by the driver itself (of hundreds of thousands mongoose
 * would make each a document of its own), piece by piece along the index, each beginning where the last one ended: a cursor over
 * all of them costs some stores more with each answer.
 */
export async function leanSwipes(CheckIn: CheckIns, activityId: string, piece = PIECE): Promise<Swipe[]> {
  const swipes: Swipe[] = [];
  const spell = createSpelling();
  const of = { activityId: new Types.ObjectId(activityId) };
  let limit = piece;
  let last: Date | null = null;
  /** Of the time at which the last piece ended: the next one has them again. */
  let known = new Set<string>();
  for (;;) {
    const rows: Row[] = await CheckIn.collection
      .find<Row>({ ...of, ...(last && { at: { $lte: last } }) }, { projection: FIELDS })
      .sort({ at: -1, _id: -1 })
      .limit(limit)
      .batchSize(limit)
      .toArray();
    const end: Date | undefined = rows.at(-1)?.at;
    const isNew = ({ at, _id }: Row) => at.getTime() !== last?.getTime() || !known.has(String(_id));
    const found: Row[] = last ? rows.filter(isNew) : rows;
    for (const row of found) {
      swipes.push({
        learnerId: row.learnerId.toHexString(),
        courseId: spell(row.courseId),
        direction: row.direction,
        at: row.at.getTime(),
      });
    }
    if (rows.length < limit || !end) {
      return swipes;
    }
    const isSame = end.getTime() === last?.getTime();
    // Of one moment there may be more than a piece holds.
    limit = isSame ? limit * 2 : piece;
    const atEnd = rows.filter(({ at }) => at.getTime() === end.getTime()).map(({ _id }) => String(_id));
    known = new Set([...(isSame ? known : []), ...atEnd]);
    last = end;
  }
}

/** The same course comes again and again, and is spelled out once. */
function createSpelling(): (id: Types.ObjectId) => string {
  let last: Types.ObjectId | null = null;
  let spelled = '';
  return (id) => {
    if (!last || !id.equals(last)) {
      last = id;
      spelled = id.toHexString();
    }
    return spelled;
  };
}

import type { Client } from '@common/contract/client';
import { Types } from 'mongoose';
import { activityModel } from '../areas/activities/model';
import { administratorModel } from '../areas/administrators/model';
import { projectModel } from '../areas/catalogue/model';
import { type Fixtures, NINE, type TestServer } from './harness';

const HOUR = 3_600_000;

/** The fixtures' activity has ended, and its report waits to be written; its project is the city's, which reviews it. */
export async function endedActivity(server: TestServer): Promise<void> {
  await projectModel(server.platform.mongo).updateMany({}, { $set: { level: 'city' } });
  server.clock.set(NINE + 10 * HOUR);
  await server.services.reports.sweep();
}

/** Another term, held on one day in China (`YYYY-MM-DD`) from 8 to 18 o'clock. */
export async function heldOn(
  server: TestServer,
  { activityId }: Fixtures,
  term: number,
  day: string,
  some: { state?: string; unitId?: string } = {},
): Promise<string> {
  const Activity = activityModel(server.platform.mongo);
  const { _id, ...like } = await Activity.findById(activityId).orFail().lean();
  const from = new Date(`${day}T08:00:00+08:00`);
  const held = await Activity.create({
    ...like,
    hasReport: undefined,
    term,
    periods: [{ from, to: new Date(from.getTime() + 10 * HOUR) }],
    ...some,
    ...(some.unitId && { unitId: new Types.ObjectId(some.unitId) }),
  } as object);
  return String(held._id);
}

/** Weeks later the sessions have ended: the unit and the authority sign in anew. */
export async function signedInAgain(server: TestServer, { unitId, authorityId }: Fixtures) {
  const again = async (who: { unitId: string } | { authorityId: string }, subjectId: string) => {
    const administrator = await administratorModel(server.platform.mongo).findOne({ subjectId }).orFail();
    const { token } = await server.services.accounts.sessions.open({
      ...who,
      administratorId: String(administrator._id),
    });
    return server.client(token);
  };
  return { unit: await again({ unitId }, unitId), authority: await again({ authorityId }, authorityId) };
}

/** All that has to be filled in. */
export const FILLED = {
  holding: { participants: 86, lecturers: 4, place: '学术报告厅', deviations: '' },
  summary: { effect: '掌握了围手术期护理要点', problems: '无', advice: '' },
};

/** Fills in a report and hands it in. */
export async function handIn(client: Client, activityId: string) {
  const { version } = await client.reports.getReport({ activityId });
  const saved = await client.reports.saveReport({ activityId, version, form: FILLED });
  return client.reports.submitReport({ activityId, version: saved.version });
}

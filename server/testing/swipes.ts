/** Swipes without a scan, for what only looks at them. */
import type { CheckInMethod, Direction } from '@common/terms';
import { Types } from 'mongoose';
import type { Fixtures, TestServer } from './harness';

/** A swipe of a learner in the fixtures' activity at the present time of the test's clock. */
export async function swipe(
  server: TestServer,
  { activityId, courseId }: Pick<Fixtures, 'activityId' | 'courseId'>,
  learnerId: string,
  direction: Direction = 'in',
  method: CheckInMethod = 'qr',
): Promise<void> {
  await server.services.checkIns.record({
    activityId: new Types.ObjectId(activityId),
    courseId: new Types.ObjectId(courseId),
    learnerId: new Types.ObjectId(learnerId),
    direction,
    at: new Date(server.clock.now()),
    periodMs: 5_000,
    method,
    claim: `test:${new Types.ObjectId()}`,
  });
}

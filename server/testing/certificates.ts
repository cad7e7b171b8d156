import type { FileAnswer } from '@common/contract/shapes';
import { analyseAndGrant, attendees } from './crediting';
import type { Fixtures, ReceivedFile, TestServer } from './harness';

/** Learners with a credit each in the fixtures' activity: granted, and unless told otherwise reviewed. */
export async function credited(
  server: TestServer,
  fixtures: Fixtures,
  { count = 1, isReviewed = true, name = '陈慧敏' } = {},
) {
  const people = await attendees(server, fixtures, count, { name });
  const { id: creditingId } = await analyseAndGrant(fixtures.unit, fixtures.activityId);
  const approve = async () => fixtures.authority.crediting.approve({ creditingId });
  if (isReviewed) {
    await approve();
  }
  const [first] = people;
  if (!first) {
    throw new Error('nobody to credit');
  }
  const creditIdOf = async (learnerId: string) => {
    const [standing] = await server.services.credits.standings({ learnerId });
    return String(standing?.entry._id);
  };
  return { people, ...first, creditId: await creditIdOf(first.learnerId), creditIdOf, creditingId, approve };
}

/** A download as the tests' client has it. */
export const received = (file: FileAnswer) => file as ReceivedFile;

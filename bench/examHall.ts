/** A hall that takes an exam: a published paper, learners who have signed in, an open attempt for each. */
import type { GivenAnswer } from '@common/contract/exams';
import { Types } from 'mongoose';
import { checkInModel } from '../server/areas/check-ins/model';
import { attemptModel } from '../server/areas/exams/model';
import { type Hall, type Seated, seat } from '../server/testing/hall';
import type { Bench } from './bed';
import { examFloor } from './examFloor';
import { load } from './load';

const QUESTIONS = 20;
const DRAWN = 10;
/** Attempts that are begun at once while the hall is made ready: this is not measured. */
const BEGIN_WIDTH = 20;

/** One learner with what he is going to send. */
export interface Candidate extends Seated {
  attemptId: string;
  answers: GivenAnswer[];
}

/** Publishes a paper of which ten of twenty questions are drawn. */
export async function publishPaper({ services }: Bench, { activityId }: Hall): Promise<void> {
  const { papers, activities } = services;
  const full = await activities.get(activityId);
  await papers.addQuestions(
    full,
    Array.from({ length: QUESTIONS }, (_, n) => ({
      kind: n % 3 === 0 ? ('multiple' as const) : ('single' as const),
      stem: `第${n + 1}题：关于外科手术后伤口护理的下列说法中，正确的是哪一项或哪几项？`,
      pictureId: null,
      options: ['每日更换敷料并观察', '保持伤口清洁干燥', '遵医嘱使用抗生素', '以上都不对'].map(
        (text, place) => ({
          text,
          isRight: place === 0 || (n % 3 === 0 && place === 1),
        }),
      ),
      explanation: '伤口护理的要点见教材第三章第二节，考前请复习。',
    })),
  );
  const { rules } = await papers.draftOf(full);
  const { revision } = await papers.setRules(full, { ...rules, draw: DRAWN, minutes: 60 });
  await papers.publish(full, revision);
}

/** Seats learners, signs them in and begins an attempt of each; the floor gets a copy of every attempt. */
export async function beginAttempts(
  { platform, services }: Bench,
  hall: Hall,
  count: number,
  from: number,
): Promise<Candidate[]> {
  const { mongo, clock } = platform;
  const people = await seat(platform, services, hall, count, from);
  const at = new Date(clock.now());
  await checkInModel(mongo).insertMany(
    people.map(({ learnerId }) => ({
      activityId: new Types.ObjectId(hall.activityId),
      courseId: new Types.ObjectId(hall.courseId),
      learnerId: new Types.ObjectId(learnerId),
      direction: 'in',
      at,
      receivedAt: at,
      slotWindow: 0,
      method: 'qr',
      claim: `exam:${learnerId}`,
    })),
  );
  const candidates: Candidate[] = [];
  await load(people.length, BEGIN_WIDTH, async (index) => {
    const person = people[index];
    if (person) {
      const { id, questions } = await services.exams.start(person.learnerId, hall.activityId);
      const answers = questions.map((question) => ({ question: question.id, chosen: [index % 4] }));
      candidates[index] = { ...person, attemptId: id, answers };
    }
  });
  const rows = await attemptModel(mongo)
    .find({ _id: { $in: candidates.map(({ attemptId }) => attemptId) } })
    .lean();
  await (await examFloor(mongo)).insertMany(rows);
  return candidates;
}

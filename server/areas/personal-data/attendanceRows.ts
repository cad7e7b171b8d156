import { formatDateTime } from '@common/rules/shanghaiTime';
import { CHECK_IN_METHODS, DIRECTIONS, EDUCATION_LEVELS, EXAM_OUTCOMES, TITLES } from '@common/terms';
import type { Services } from '../services';

/** Rows of a learner's own export: where he was, what he did there, and who read it. */

const READERS_AT_ONCE = 200;

/** A time of the wire in words; empty for none. */
export const time = (iso: string | null) => (iso ? formatDateTime(Date.parse(iso)) : '');

const activitiesOf = async (services: Services, rows: readonly { activityId: unknown }[]) =>
  services.activities.many([...new Set(rows.map(({ activityId }) => String(activityId)))]);

export async function checkInRows(services: Services, learnerId: string): Promise<string[][]> {
  const checkIns = await services.checkIns.ofLearner(learnerId);
  const activities = await activitiesOf(services, checkIns);
  return checkIns.map(({ activityId, courseId, direction, at, method }) => {
    const full = activities.get(String(activityId));
    const course = full?.activity.courses.find(({ _id }) => String(_id) === String(courseId));
    return [
      full?.project.name ?? '',
      course?.name ?? '',
      DIRECTIONS[direction],
      formatDateTime(at.getTime()),
      CHECK_IN_METHODS[method],
    ];
  });
}

export async function attemptRows(services: Services, learnerId: string): Promise<string[][]> {
  const attempts = await services.exams.ofLearner(learnerId);
  const activities = await activitiesOf(services, attempts);
  return attempts.map(({ activityId, tryNumber, startedAt, submittedAt, score, isPassed }) => [
    activities.get(String(activityId))?.project.name ?? '',
    String(tryNumber),
    formatDateTime(startedAt.getTime()),
    submittedAt ? formatDateTime(submittedAt.getTime()) : '',
    submittedAt ? String(score ?? 0) : '',
    submittedAt ? EXAM_OUTCOMES[isPassed ? 'passed' : 'failed'] : '未交卷',
  ]);
}

/** Only that he has: what he wrote is kept without his name. */
export async function evaluationRows(services: Services, learnerId: string): Promise<string[][]> {
  const activities = await activitiesOf(services, await services.checkIns.ofLearner(learnerId));
  const done = await services.evaluations.doneOf(learnerId, [...activities.keys()]);
  return [...activities].flatMap(([id, { project, unit }]) =>
    done.has(id) ? [[project.name, unit.name]] : [],
  );
}

export async function walkInRows(services: Services, learnerId: string): Promise<string[][]> {
  const forms = await services.walkIns.formsOf(learnerId);
  const activities = await services.activities.many(forms.map(({ activityId }) => activityId));
  return forms.map(({ activityId, at, form }) => [
    activities.get(activityId)?.project.name ?? '',
    formatDateTime(at.getTime()),
    form.phone,
    form.unitName,
    form.department,
    form.unitPlace,
    form.isGrassroots ? '是' : '否',
    TITLES[form.title],
    form.post,
    form.education ? EDUCATION_LEVELS[form.education] : '',
  ]);
}

export async function readerRows(services: Services, learnerId: string): Promise<string[][]> {
  const rows: string[][] = [];
  for (let page = 1; ; page += 1) {
    const { items } = await services.audit.readersOf(learnerId, { page, pageSize: READERS_AT_ONCE });
    rows.push(...items.map(({ at, readerName, what }) => [time(at), readerName, what]));
    if (items.length < READERS_AT_ONCE) {
      return rows;
    }
  }
}

import { Readable } from 'node:stream';
import { activityFileHead, cardHolderLine } from '@common/rules/swipeFile';
import type { ServedFile } from '../../http/call';
import { insistApproved } from '../activities/policy';
import { periodsOf } from '../activities/presenter';
import type { FullActivity } from '../activities/service';
import type { Services } from '../services';
import type { Cards } from './cards';

/** So many people are looked up at a time, however many there are. */
const AT_ONCE = 500;

/** 下载活动信息到考勤机 (docs/terminals.md): everybody with a card who is enrolled or belongs to the unit. */
export function createActivityFile(services: Services, cardsOf: Cards['cardsOf']) {
  async function* lines(full: FullActivity) {
    const { activity, project, unit } = full;
    const { checkIn } = await services.regionsUnits.settings(unit.regionCode);
    const courses = activity.courses.map(({ name }) => name || project.name);
    yield activityFileHead({
      id: String(activity._id),
      name: `${project.name} 第${activity.term}期`,
      courses: checkIn.isFirstCourseOnly ? courses.slice(0, 1) : courses,
      periods: periodsOf(activity),
    });
    const [enrolled, own] = await Promise.all([
      services.enrolments.enrolledIds(String(activity._id)),
      services.learners.idsOf(String(unit._id)),
    ]);
    const ids = [...new Set([...enrolled, ...own])];
    for (let from = 0; from < ids.length; from += AT_ONCE) {
      yield await peopleLines(ids.slice(from, from + AT_ONCE));
    }
  }

  async function peopleLines(ids: string[]): Promise<string> {
    const cards = await cardsOf(ids);
    const learners = await services.learners.many(cards.map(({ learnerId }) => String(learnerId)));
    const unitNameOf = await services.regionsUnits.unitNamesOf(learners.values());
    return cards
      .flatMap(({ cardNo, learnerId }) => {
        const learner = learners.get(String(learnerId));
        if (!learner) {
          return [];
        }
        const { name, personnelNo = '', unitId } = learner;
        return [cardHolderLine({ cardNo, name, personnelNo, unitName: unitNameOf(unitId) })];
      })
      .join('');
  }

  return (full: FullActivity): ServedFile => {
    insistApproved(full.activity, '活动审核通过后才能下载到考勤机');
    return {
      name: `考勤机活动信息-${full.project.name}-第${full.activity.term}期.csv`,
      type: 'text/csv; charset=utf-8',
      body: Readable.from(lines(full)),
    };
  };
}

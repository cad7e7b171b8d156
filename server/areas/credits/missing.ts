import type { MissingCredit } from '@common/contract/credits';
import { type MissingCreditFacts, missingCredit } from '@common/rules/missingCredit';
import { isoSpanOf } from '@common/rules/periods';
import { Types } from 'mongoose';
import { appError } from '../../http/errors';
import type { Platform } from '../../platform';
import { periodsOf } from '../activities/presenter';
import type { Services } from '../services';
import { analysisFact } from './missingAnalysis';
import { creditFact } from './missingCreditFact';
import { scanFacts } from './missingScans';
import { creditEntryModel } from './model';
import { createStandings } from './standings';

export interface Missing {
  /** 为什么查不到学分. @throws AppError NOT_FOUND where the learner has nothing to do with the activity. */
  whyMissing(learnerId: string, activityId: string): Promise<MissingCredit>;
}

/** Gathers what the rule (common/rules/missingCredit.ts) judges by. */
export function createMissing(platform: Platform, services: Services): Missing {
  const CreditEntry = creditEntryModel(platform.mongo);
  const { standingsAmong } = createStandings(platform, services);
  const oid = (id: string) => new Types.ObjectId(id);

  return {
    async whyMissing(learnerId, activityId) {
      const [full, learner] = await Promise.all([
        services.activities.get(activityId),
        services.learners.get(learnerId),
      ]);
      if (!learner || full.activity.state !== 'approved') {
        throw appError('NOT_FOUND');
      }
      const [checkIns, uncounted, entries, enrolments, batches] = await Promise.all([
        services.checkIns.ofLearner(learnerId, activityId),
        services.checkIns.uncountedOf(learnerId, activityId),
        CreditEntry.find({
          sourceKind: 'activity',
          sourceId: oid(activityId),
          learnerId: oid(learnerId),
        }).lean(),
        services.enrolments.ofLearner(learnerId),
        services.crediting.ofActivity(activityId),
      ]);
      const { activity, project, unit } = full;
      const isHis =
        String(learner.unitId) === String(activity.unitId) ||
        [checkIns, uncounted.held, uncounted.refused, entries].some((rows) => rows.length > 0) ||
        enrolments.some((each) => String(each.full.activity._id) === activityId);
      if (!isHis) {
        throw appError('NOT_FOUND');
      }
      const [tasks, analysis, standings, ownUnit] = await Promise.all([
        services.tasks.tasksOf(learnerId, [full], checkIns),
        analysisFact(services, { learnerId, activityId, checkIns }),
        standingsAmong(entries),
        learner.unitId ? services.regionsUnits.unit(String(learner.unitId)) : null,
      ]);
      const periods = periodsOf(activity);
      const { refused, ...scans } = scanFacts(uncounted, {
        holder: unit.name,
        ownUnit: ownUnit?.name ?? null,
      });
      const facts: MissingCreditFacts = {
        now: platform.clock.now(),
        holder: unit.name,
        periods,
        swipes: checkIns.length,
        ...scans,
        tasks: tasks.get(activityId) ?? [],
        analysis,
        approval: {
          state: learner.approval.state,
          reason: learner.approval.reason ?? null,
          unitName: ownUnit?.name ?? null,
        },
        excepted:
          batches.flatMap(({ excepted }) => excepted).find((each) => String(each.learnerId) === learnerId)
            ?.reason ?? null,
        credit: creditFact(standings, batches),
      };
      return {
        activityId,
        activityName: project.name,
        projectNumber: project.number,
        unitName: unit.name,
        ...isoSpanOf(periods),
        ...missingCredit(facts),
        refused,
      };
    },
  };
}

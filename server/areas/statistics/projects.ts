import type { ProjectFilter, ProjectStatisticRow } from '@common/contract/statistics';
import { CREDIT_CLASS_OF } from '@common/rules/creditClass';
import { codesOf, PROJECT_LEVELS } from '@common/terms';
import type { Paging } from '../../platform/mongo';
import type { HeldFilter } from '../activities/held';
import type { FullActivity } from '../activities/service';
import type { Services } from '../services';
import { presentProject } from './presenter';
import { type Scope, unitIdsOf } from './scope';

/** 项目明细查询: what was held, with how many came and got the credit. */
export interface ProjectStatistics {
  listProjects(
    scope: Scope,
    filter: ProjectFilter,
    paging: Paging,
  ): Promise<{ items: ProjectStatisticRow[]; total: number }>;
  countProjects(scope: Scope, filter: ProjectFilter): Promise<number>;
  projectsInPieces(scope: Scope, filter: ProjectFilter, size: number): AsyncIterable<ProjectStatisticRow[]>;
}

export function createProjectStatistics(services: Services): ProjectStatistics {
  async function heldBy(
    scope: Scope,
    { unitId, creditClass, level, ...filter }: ProjectFilter,
  ): Promise<HeldFilter> {
    const unitIds = await unitIdsOf(services, scope, unitId);
    // A project's class follows from its level.
    const levels = codesOf(PROJECT_LEVELS).filter(
      (each) => (!level || each === level) && (!creditClass || CREDIT_CLASS_OF[each] === creditClass),
    );
    return { ...filter, ...(unitIds && { unitIds }), ...((level || creditClass) && { levels }) };
  }

  async function counted(found: FullActivity[]): Promise<ProjectStatisticRow[]> {
    const ids = found.map(({ activity }) => String(activity._id));
    const [attended, credited] = await Promise.all([
      services.checkIns.attendedCounts(ids),
      services.credits.creditedCounts(ids),
    ]);
    return found.map((full) => {
      const id = String(full.activity._id);
      return presentProject(full, { attended: attended.get(id), ...credited.get(id) });
    });
  }

  return {
    async listProjects(scope, filter, paging) {
      const { items, total } = await services.activities.listHeld(await heldBy(scope, filter), paging);
      return { items: await counted(items), total };
    },
    countProjects: async (scope, filter) => services.activities.countHeld(await heldBy(scope, filter)),
    async *projectsInPieces(scope, filter, size) {
      for await (const piece of services.activities.heldInPieces(await heldBy(scope, filter), size)) {
        yield counted(piece);
      }
    },
  };
}

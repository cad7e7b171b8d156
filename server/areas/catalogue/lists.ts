import type { ProjectRow, UnitProjectRow } from '@common/contract/catalogue';
import { appError } from '../../http/errors';
import type { Platform } from '../../platform';
import type { Services } from '../services';
import { type ProjectDoc, projectModel } from './model';
import { presentProject, presentUnitProject } from './presenter';
import { type ProjectQuery, projectFilter } from './searchKeys';

/** What people search by, and which page of it. */
export type ListQuery = Pick<ProjectQuery, 'q' | 'year' | 'level' | 'discipline' | 'nature'> & {
  region?: string;
  page: number;
  pageSize: number;
};
/** `total` is counted up to 10,000; `isMore` says that there are more. */
export interface ProjectPage<T> {
  items: T[];
  total: number;
  isMore: boolean;
}

export interface ProjectLists {
  /** 项目查询: what was published or put in by an authority. */
  search(query: ListQuery): Promise<ProjectPage<ProjectRow>>;
  /** 选择录入: a unit's own, with the terms that it holds of them. */
  ofUnit(unitId: string, query: ListQuery): Promise<ProjectPage<UnitProjectRow>>;
  /** 项目库: of the units in an authority's region. @throws AppError NOT_FOUND. */
  ofAuthority(authorityId: string, query: ListQuery): Promise<ProjectPage<ProjectRow>>;
}

/** Counting goes through every row: past this many it is enough to know that there are more. */
const MOST_COUNTED = 10_000;

export function createProjectLists({ mongo }: Platform, services: Services): ProjectLists {
  const Project = projectModel(mongo);

  async function find(query: ProjectQuery, { page, pageSize }: ListQuery): Promise<ProjectPage<ProjectDoc>> {
    const filter = projectFilter(query);
    const [items, count] = await Promise.all([
      Project.find(filter)
        .select<ProjectDoc>('-keys -text')
        .sort({ year: -1, number: 1 })
        .skip((page - 1) * pageSize)
        .limit(pageSize)
        .lean(),
      Project.countDocuments(filter, { limit: MOST_COUNTED + 1 }),
    ]);
    return { items, total: Math.min(count, MOST_COUNTED), isMore: count > MOST_COUNTED };
  }

  /** Names as they are now: a unit that was renamed is shown by its present name. */
  async function named(projects: ProjectDoc[]): Promise<(project: ProjectDoc) => string> {
    const ids = [...new Set(projects.map(({ unitId }) => String(unitId)))];
    const units = await services.regionsUnits.units(ids);
    return ({ unitId }) => units.get(String(unitId))?.name ?? '';
  }

  async function rows(query: ProjectQuery, list: ListQuery): Promise<ProjectPage<ProjectRow>> {
    const { items, ...counted } = await find(query, list);
    const nameOf = await named(items);
    return { items: items.map((project) => presentProject(project, nameOf(project))), ...counted };
  }

  return {
    search: async ({ region, ...query }) => rows({ ...query, regions: [region], isPublic: true }, query),
    async ofUnit(unitId, { region: _region, ...query }) {
      const { items, ...counted } = await find({ ...query, unitId }, query);
      const [nameOf, terms] = await Promise.all([
        named(items),
        services.activities.termsOf(items.map(({ _id }) => String(_id))),
      ]);
      return {
        items: items.map((project) =>
          presentUnitProject(project, nameOf(project), terms.get(String(project._id)) ?? []),
        ),
        ...counted,
      };
    },
    async ofAuthority(authorityId, { region, ...query }) {
      const authority = await services.regionsUnits.authority(authorityId);
      if (!authority) {
        throw appError('NOT_FOUND');
      }
      return rows({ ...query, regions: [authority.regionCode, region] }, query);
    },
  };
}

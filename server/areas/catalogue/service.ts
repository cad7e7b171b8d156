import { isValidObjectId, type Types } from 'mongoose';
import type { Platform } from '../../platform';
import type { Services } from '../services';
import { createProjectLists, type ProjectLists } from './lists';
import { type ProjectDoc, projectModel } from './model';
import { createNationalEntries, type NationalEntries } from './nationalEntries';
import { createProjectImport, type ProjectImport } from './projectImport';
import { createPublishing, type Publishing } from './publishing';
import { projectFilter, projectKeys } from './searchKeys';

/** The approved catalogue: what may be held. */
export interface CatalogueService extends ProjectLists, Publishing, NationalEntries {
  get(projectId: string | Types.ObjectId): Promise<ProjectDoc | null>;
  projects(ids: (string | Types.ObjectId)[]): Promise<Map<string, ProjectDoc>>;
  /** Ids of a unit's projects whose number, name or leader holds a text. */
  idsMatching(unitId: string, text: string): Promise<Types.ObjectId[]>;
  /** Ids of the projects with this 项目编号, in its one spelling: one a year. */
  idsNumbered(number: string): Promise<Types.ObjectId[]>;
  /** A unit moved to another county: the authorities there have its projects in their lists from now on. */
  unitMoved(unitId: string, regionCode: string): Promise<void>;
  /** Gives the projects of an earlier version what they are found by. At the start, before the first request. */
  completeOld(): Promise<void>;
  projectImport: ProjectImport;
}

export function createCatalogueService(platform: Platform, services: Services): CatalogueService {
  const Project = projectModel(platform.mongo);
  return {
    ...createProjectLists(platform, services),
    ...createPublishing(platform, services),
    ...createNationalEntries(platform, services),
    projectImport: createProjectImport(platform, services),
    get: async (projectId) => (isValidObjectId(projectId) ? Project.findById(projectId).lean() : null),
    async projects(ids) {
      const found = await Project.find({ _id: { $in: ids } }).lean();
      return new Map(found.map((project) => [String(project._id), project]));
    },
    async idsMatching(unitId, text) {
      const found = await Project.find(projectFilter({ unitId, q: text }), { _id: 1 }).lean();
      return found.map((project) => project._id);
    },
    async idsNumbered(number) {
      const found = await Project.find({ number }, { _id: 1 }).lean();
      return found.map((project) => project._id);
    },
    async unitMoved(unitId, regionCode) {
      const projects = await Project.find({ unitId }).lean();
      const updates = projects.map((project) => ({
        updateOne: {
          filter: { _id: project._id },
          update: { $set: { regionCode, keys: projectKeys({ ...project, regionCode }) } },
        },
      }));
      await Project.bulkWrite(updates);
    },
    async completeOld() {
      // Null finds those without the field, and by the index.
      for await (const old of Project.find({ keys: null }).lean().cursor()) {
        const unit = await services.regionsUnits.unit(String(old.unitId));
        const { _id, ...whole } = new Project({ ...old, regionCode: unit?.regionCode }).toObject();
        await Project.updateOne({ _id }, { $set: whole });
      }
    },
  };
}

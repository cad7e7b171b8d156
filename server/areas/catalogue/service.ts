import type { Types } from 'mongoose';
import type { Platform } from '../../platform';
import { literally } from '../../platform/mongo';
import { type ProjectDoc, projectModel } from './model';

export interface CatalogueService {
  projects(ids: (string | Types.ObjectId)[]): Promise<Map<string, ProjectDoc>>;
  /** Ids of the projects whose number or name holds a text. */
  idsMatching(unitId: string, text: string): Promise<Types.ObjectId[]>;
}

export function createCatalogueService({ mongo }: Platform): CatalogueService {
  const Project = projectModel(mongo);
  return {
    async projects(ids) {
      const found = await Project.find({ _id: { $in: ids } }).lean();
      return new Map(found.map((project) => [String(project._id), project]));
    },
    async idsMatching(unitId, text) {
      const pattern = literally(text);
      const found = await Project.find(
        { unitId, $or: [{ number: pattern }, { name: pattern }] },
        { _id: 1 },
      ).lean();
      return found.map((project) => project._id);
    },
  };
}

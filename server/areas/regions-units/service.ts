import type { Platform } from '../../platform';
import type { Services } from '../services';
import { type Authorities, createAuthorities } from './authorities';
import { createDepartments, type Departments } from './departments';
import { createProjectSettings, type ProjectSettingsService } from './projectSettings';
import { createRulesSettings, type RulesSettingsService } from './rulesSettings';
import { createUnitImport, type UnitImport } from './unitImport';
import { createUnitIndex } from './unitIndex';
import { createUnitRequests, type UnitRequests } from './unitRequests';
import { createUnits, type Units } from './units';
import { createUnitWriter } from './unitWriter';

/** Authorities, units and departments: who is where, and under whom. */
export interface RegionsUnitsService
  extends Authorities,
    ProjectSettingsService,
    RulesSettingsService,
    Units,
    UnitRequests,
    Departments {
  unitImport: UnitImport;
}

export function createRegionsUnitsService(platform: Platform, services: Services): RegionsUnitsService {
  const index = createUnitIndex(platform);
  const writer = createUnitWriter(platform, index);
  return {
    ...createAuthorities(platform, services),
    ...createProjectSettings(platform, services),
    ...createRulesSettings(platform, services),
    ...createUnits(platform, services, index, writer),
    ...createUnitRequests(platform, services, index, writer),
    ...createDepartments(platform, services),
    unitImport: createUnitImport(platform, services, writer),
  };
}

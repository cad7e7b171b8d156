import type { ImportReport } from '@common/contract/imports';
import type { ProjectForm } from '@common/terms';
import type { ServedFile } from '../../http/call';
import { appError } from '../../http/errors';
import type { Platform } from '../../platform';
import { isDuplicate } from '../../platform/mongo';
import { createPendingImports } from '../../sheets/pendingImports';
import { readSheet } from '../../sheets/readSheet';
import { collectFaults, createSeen, importReport } from '../../sheets/report';
import { writeTemplate } from '../../sheets/writeTemplate';
import type { Services } from '../services';
import { type ProjectDoc, projectModel } from './model';
import { type By, latestYear, nationalFields } from './nationalEntries';
import { COLUMNS, type ImportedProject, NUMBER, parseRow } from './projectSheet';

/** 国家级项目导入: an authority's list of national projects from Excel, all or none. */
export interface ProjectImport {
  template(): Promise<ServedFile>;
  /** Reads and checks; nothing is stored but the checked rows, sealed, for half an hour. @throws AppError FILE_INVALID. */
  check(authorityId: string, bytes: Buffer): Promise<ImportReport>;
  /** @throws AppError IMPORT_EXPIRED; PROJECT_EXISTS, and then nothing is written. */
  commit(authorityId: string, importId: string, by: By): Promise<{ imported: number }>;
}

const CHUNK = 1000;

export function createProjectImport(platform: Platform, services: Services): ProjectImport {
  const { mongo, clock } = platform;
  const Project = projectModel(mongo);
  const pending = createPendingImports<ImportedProject[]>(platform, 'projects');

  /** The numbers that are in the catalogue, with whose they are. */
  async function taken(
    projects: readonly Pick<ImportedProject, 'number'>[],
  ): Promise<Map<string, ProjectDoc>> {
    const numbers = projects.map(({ number }) => number).filter(Boolean);
    const found = await Project.find({ number: { $in: numbers } }).lean();
    return new Map(found.map((project) => [project.number, project]));
  }

  /** The credits follow from the rates in force when it is written, county by county. */
  async function fieldsOf(projects: readonly ImportedProject[]) {
    const units = await services.regionsUnits.units([...new Set(projects.map(({ unitId }) => unitId))]);
    const rates = new Map<string, Record<ProjectForm, number>>();
    const fields = [];
    for (const { unitId, row: _row, ...given } of projects) {
      const unit = units.get(unitId);
      if (!unit) {
        throw appError('IMPORT_EXPIRED');
      }
      const { regionCode } = unit;
      const rate =
        rates.get(regionCode) ?? (await services.regionsUnits.settings(regionCode)).minutesPerCredit.national;
      rates.set(regionCode, rate);
      fields.push({
        ...nationalFields(given, unit, rate[given.form]),
        enteredBy: 'authority' as const,
        enteredAt: new Date(clock.now()),
      });
    }
    return fields;
  }

  return {
    template: () => writeTemplate('国家级项目导入模板', '国家级项目', COLUMNS),
    async check(authorityId, bytes) {
      const authority = await services.regionsUnits.authority(authorityId);
      if (!authority) {
        throw appError('NOT_FOUND');
      }
      const sheet = await readSheet(bytes, COLUMNS);
      const faults = collectFaults(sheet.faults);
      const called = sheet.rows.map(({ cells }) => cells.unit).filter(Boolean);
      const units = await services.regionsUnits.unitsCalled(called, authority.regionCode);
      const most = latestYear(clock.now());
      const projects = sheet.rows.map((row) => parseRow(row, { units, latestYear: most }, faults));
      const inStore = await taken(projects);
      const owners = await services.regionsUnits.units([
        ...new Set([...inStore.values()].map(({ unitId }) => String(unitId))),
      ]);
      const seen = createSeen();
      sheet.rows.forEach((row, at) => {
        const number = projects[at]?.number;
        if (!number) {
          return;
        }
        const before = seen(number, row.row);
        const existing = inStore.get(number);
        if (before !== null) {
          faults.add(row, NUMBER, `与第${before}行的项目编号相同`);
        } else if (existing) {
          const owner = owners.get(String(existing.unitId))?.name ?? '其他单位';
          faults.add(row, NUMBER, `该项目编号已在项目库中，举办单位是“${owner}”，请删除此行`);
        }
      });
      const importId = sheet.faults.length === 0 ? await pending.keep(authorityId, projects) : null;
      return importReport(COLUMNS, sheet, importId, (_key, text) => text);
    },
    async commit(authorityId, importId, by) {
      const projects = await pending.take(authorityId, importId);
      if (!projects) {
        throw appError('IMPORT_EXPIRED');
      }
      const fields = await fieldsOf(projects);
      try {
        await mongo.transaction(async (session) => {
          for (let from = 0; from < fields.length; from += CHUNK) {
            await Project.insertMany(fields.slice(from, from + CHUNK), { session });
          }
        });
      } catch (error) {
        if (!isDuplicate(error)) {
          throw error;
        }
        const inStore = await taken(projects);
        const clash = projects.find(({ number }) => inStore.has(number));
        throw appError('PROJECT_EXISTS', {
          message: `第${clash?.row}行的项目刚刚已由他人录入，本次未写入任何项目，请重新上传文件核对`,
        });
      }
      await services.audit.append({
        ...by,
        action: 'projects.imported',
        subject: `authority:${authorityId}`,
        reason: `共${projects.length}个项目`,
      });
      return { imported: projects.length };
    },
  };
}

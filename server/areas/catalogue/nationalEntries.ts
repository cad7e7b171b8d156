import type { ProjectRow } from '@common/contract/catalogue';
import { disciplineName } from '@common/disciplines';
import { CREDIT_CLASS_OF } from '@common/rules/creditClass';
import { creditsFromMinutes } from '@common/rules/credits';
import { parseProjectNumber } from '@common/rules/projectNumber';
import { yearOf } from '@common/rules/shanghaiTime';
import type { ProjectForm } from '@common/terms';
import { isValidObjectId } from 'mongoose';
import type { Actor } from '../../http/call';
import { appError } from '../../http/errors';
import type { Platform } from '../../platform';
import { isDuplicate } from '../../platform/mongo';
import type { UnitDoc } from '../regions-units/model';
import type { Services } from '../services';
import { type ProjectDoc, projectModel } from './model';
import { isOwnEntry } from './policy';
import { presentProject } from './presenter';

/** Who does it, for the log. */
export interface By {
  actor: Actor;
  requestId: string;
}
/** What is entered of a national project; its number is in any spelling. */
export interface NationalProject {
  number: string;
  name: string;
  /** Four digits. */
  discipline: string;
  leader: string;
  form: ProjectForm;
  minutes: number;
}

export interface NationalEntries {
  /** 国家级项目录入 (manual 002 §1.2). @throws AppError INVALID_INPUT, PROJECT_EXISTS. */
  enter(unitId: string, given: NationalProject, by: By): Promise<ProjectRow>;
  /** Only what the unit entered itself and nobody holds. @throws AppError NOT_FOUND, MOVE_REFUSED. */
  remove(unitId: string, projectId: string, by: By): Promise<void>;
}

/** The fields of a national project for a unit, but for who put it in and when. */
export type NationalFields = Omit<
  ProjectDoc,
  '_id' | 'keys' | 'text' | 'enteredBy' | 'enteredAt' | 'applicationId'
>;

export const NUMBER_WORDS = '请填写国家级项目的编号，如 2020-14-02-049 (国)';

/**
 * The one spelling and the year of a national number.
 * @param latestYear National projects are published for the coming year at most.
 * @returns Null where it is none.
 */
export function nationalNumber(text: string, latestYear: number): { text: string; year: number } | null {
  const number = parseProjectNumber(text);
  return number?.level === 'national' && number.year <= latestYear ? number : null;
}

/** National projects are of the year now or the coming one at most. */
export const latestYear = (now: number): number => yearOf(now) + 1;

/** A national project as it is stored: its credits by the rate that is in force at its unit. */
export function nationalFields(
  { number, year, ...given }: Omit<NationalProject, 'number'> & { number: string; year: number },
  unit: Pick<UnitDoc, '_id' | 'regionCode'>,
  minutesPerCredit: number,
): NationalFields {
  return {
    ...given,
    number,
    year,
    discipline: disciplineName(given.discipline) ?? '',
    disciplineCode: given.discipline,
    level: 'national',
    nature: 'entered',
    creditClass: CREDIT_CLASS_OF.national,
    credits: creditsFromMinutes(given.minutes, minutesPerCredit),
    unitId: unit._id,
    regionCode: unit.regionCode,
  };
}

export function createNationalEntries({ mongo, clock }: Platform, services: Services): NationalEntries {
  const Project = projectModel(mongo);

  /** Whose it is: somebody with the same number in hand has to know whom to ask. */
  async function exists(number: string, unitId: string) {
    const project = await Project.findOne({ number }).lean();
    const owner = project && (await services.regionsUnits.unit(String(project.unitId)));
    const message =
      String(owner?._id) === unitId
        ? '本单位已有这个项目，请在列表中查找'
        : `该项目编号已登记在“${owner?.name ?? '其他单位'}”名下，请核对编号；如有疑问请联系上级部门`;
    return appError('PROJECT_EXISTS', { field: 'number', message });
  }

  return {
    async enter(unitId, given, by) {
      const number = nationalNumber(given.number, latestYear(clock.now()));
      if (!number) {
        throw appError('INVALID_INPUT', { message: NUMBER_WORDS, field: 'number' });
      }
      if (!disciplineName(given.discipline)) {
        throw appError('INVALID_INPUT', { message: '请选择学科', field: 'discipline' });
      }
      const unit = await services.regionsUnits.unit(unitId);
      if (!unit) {
        throw appError('NOT_FOUND');
      }
      const { minutesPerCredit } = await services.regionsUnits.settings(unit.regionCode);
      const project = await Project.create({
        ...nationalFields(
          { ...given, number: number.text, year: number.year },
          unit,
          minutesPerCredit.national[given.form],
        ),
        enteredBy: 'unit',
        enteredAt: new Date(clock.now()),
      }).catch(async (error) => {
        throw isDuplicate(error, 'number_1_year_1') ? await exists(number.text, unitId) : error;
      });
      await services.audit.append({
        ...by,
        action: 'project.entered',
        subject: `project:${project._id}`,
        reason: number.text,
      });
      return presentProject(project.toObject(), unit.name);
    },
    async remove(unitId, projectId, by) {
      const project = isValidObjectId(projectId) ? await Project.findById(projectId).lean() : null;
      if (!project || String(project.unitId) !== unitId) {
        throw appError('NOT_FOUND');
      }
      if (!isOwnEntry(project, unitId)) {
        throw appError('MOVE_REFUSED', { message: '上级公布或导入的项目不能删除' });
      }
      await mongo.transaction(async (session) => {
        await Project.deleteOne({ _id: project._id }, { session });
        // Looked at after the deletion: an activity that was added meanwhile brings the project back.
        if ((await services.activities.termsOf([projectId])).get(projectId)?.length) {
          throw appError('MOVE_REFUSED', { message: '该项目已有举办的活动，请先删除未上报的活动' });
        }
      });
      await services.audit.append({
        ...by,
        action: 'project.removed',
        subject: `project:${projectId}`,
        reason: `${project.number} ${project.name}`,
      });
    },
  };
}

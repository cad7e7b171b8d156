import type { ApplicationForm, ApplicationView, applications } from '@common/contract/applications';
import type { ParsedInputOf } from '@common/contract/endpoint';
import { isEditable } from '@common/rules/review';
import { PROJECT_LEVELS } from '@common/terms';
import { Types } from 'mongoose';
import { appError } from '../../http/errors';
import type { Platform } from '../../platform';
import { isDuplicate } from '../../platform/mongo';
import type { ProjectDoc } from '../catalogue/model';
import type { By } from '../regions-units/authorities';
import type { Services } from '../services';
import { emptyForm, formAgain, formOfProject } from './contents';
import { openPhones, sealPhones } from './formPhones';
import type { Windows } from './windows';
import type { ApplicationsWorkshop } from './workshop';

/** 申报新项目 and 项目备案, while they are written. */
export interface Drafts {
  /** @throws AppError WINDOW_CLOSED, NO_REVIEWER, PROJECT_NOT_YOURS, MOVE_REFUSED for what is filed already, INVALID_INPUT. */
  create(
    unitId: string,
    given: ParsedInputOf<typeof applications.createApplication>,
    by: By,
  ): Promise<ApplicationView>;
  /** Keeps it as it is. @throws AppError NOT_FOUND, MOVE_REFUSED, REVIEW_MOVED where it was saved elsewhere meanwhile. */
  save(
    unitId: string,
    given: { applicationId: string; version: number; form: ApplicationForm },
    by: By,
  ): Promise<ApplicationView>;
  /** @throws AppError NOT_FOUND, MOVE_REFUSED. */
  remove(unitId: string, applicationId: string, by: By): Promise<void>;
}

export function createDrafts(
  { clock, cipher }: Platform,
  services: Services,
  { Application, reviews, seen, view, audit }: ApplicationsWorkshop,
  windows: Windows,
): Drafts {
  const ofUnit = (id: string) => ({ kind: 'unit' as const, id });

  /** One of the unit's own. @throws AppError PROJECT_NOT_YOURS; INVALID_INPUT where none is named or it is of another level. */
  async function earlierProject(unitId: string, given: { projectId?: string; level: ProjectDoc['level'] }) {
    if (!given.projectId) {
      throw appError('INVALID_INPUT', { message: '请选择要备案的项目', field: 'projectId' });
    }
    const project = await services.catalogue.get(given.projectId);
    if (!project || String(project.unitId) !== unitId) {
      throw appError('PROJECT_NOT_YOURS', {
        message: '只能备案本单位以往公布的项目，没有找到请联系上级部门',
        field: 'projectId',
      });
    }
    if (project.level !== given.level) {
      throw appError('INVALID_INPUT', {
        message: `该项目是${PROJECT_LEVELS[project.level]}项目，请按${PROJECT_LEVELS[project.level]}项目备案`,
        field: 'level',
      });
    }
    return project;
  }

  async function contentsOf(project: ProjectDoc): Promise<ApplicationForm> {
    const earlier = project.applicationId && (await Application.findById(project.applicationId).lean());
    return earlier ? formAgain(openPhones(cipher, earlier._id, earlier.form)) : formOfProject(project);
  }

  return {
    async create(unitId, given, by) {
      const { kind, level, year } = given;
      const unit = await services.regionsUnits.unit(unitId);
      if (!unit) {
        throw appError('NOT_FOUND');
      }
      await windows.mustBeOpen(unit.regionCode, given);
      await reviews.chainFor(unitId, level);
      const project = kind === 'filing' ? await earlierProject(unitId, given) : null;
      const _id = new Types.ObjectId();
      const now = new Date(clock.now());
      const created = await Application.create({
        _id,
        unitId: unit._id,
        kind,
        level,
        year,
        state: 'draft',
        form: sealPhones(cipher, _id, project ? await contentsOf(project) : emptyForm()),
        createdAt: now,
        updatedAt: now,
        ...(project && { sourceProjectId: project._id, isCurrentFiling: true }),
      }).catch((error) => {
        throw isDuplicate(error)
          ? appError('MOVE_REFUSED', {
              message: `该项目${year}年已经备案，请在列表中查看`,
              field: 'projectId',
            })
          : error;
      });
      await audit(by, 'created', _id);
      return view(created.toObject(), by.actor);
    },
    async save(unitId, { applicationId, version, form }, by) {
      const doc = await seen(ofUnit(unitId), applicationId);
      if (!isEditable(doc.state)) {
        throw appError('MOVE_REFUSED', { message: '已经提交上报，不能修改；需要修改请先撤回' });
      }
      const saved = await Application.findOneAndUpdate(
        { _id: doc._id, version, state: doc.state },
        {
          $set: { form: sealPhones(cipher, doc._id, form), updatedAt: new Date(clock.now()) },
          $inc: { version: 1 },
        },
        { returnDocument: 'after' },
      ).lean();
      if (!saved) {
        throw appError('REVIEW_MOVED', { message: '这份申报刚刚在别处修改过，请刷新后继续填写' });
      }
      return view(saved, by.actor);
    },
    async remove(unitId, applicationId, by) {
      const doc = await seen(ofUnit(unitId), applicationId);
      if (!reviews.movesOf(doc, ofUnit(unitId)).includes('remove')) {
        throw appError('MOVE_REFUSED', { message: '已经上报的申报不能删除' });
      }
      const { deletedCount } = await Application.deleteOne({ _id: doc._id, state: doc.state });
      if (deletedCount === 0) {
        throw appError('MOVE_REFUSED');
      }
      await audit(by, 'removed', doc._id);
    },
  };
}

import type { applications, WindowRow } from '@common/contract/applications';
import type { ParsedInputOf } from '@common/contract/endpoint';
import { dayOf } from '@common/rules/shanghaiTime';
import { rulingWindows, sortWindows, type WindowPurpose, windowRefusal } from '@common/rules/windows';
import { PROJECT_LEVELS, WINDOW_KINDS } from '@common/terms';
import { isValidObjectId, Types } from 'mongoose';
import type { Actor } from '../../http/call';
import { appError } from '../../http/errors';
import type { Platform } from '../../platform';
import { isDuplicate } from '../../platform/mongo';
import type { By } from '../regions-units/authorities';
import { codesOver } from '../regions-units/policy';
import type { Services } from '../services';
import { type WindowDoc, windowModel } from './model';
import { presentWindow } from './presenter';

type Given = ParsedInputOf<typeof applications.createWindow>;

/** 申报时间 and 备案时间, each set by an authority for its region (manual 001 §二). */
export interface Windows {
  /** For a unit those that rule over it; for an authority its own and those above. Open ones first. */
  listWindows(actor: Actor, year?: number): Promise<WindowRow[]>;
  /** @throws AppError INVALID_INPUT at `to` or `year`. */
  createWindow(authorityId: string, given: Given, by: By): Promise<WindowRow>;
  /** @throws AppError NOT_FOUND for another authority's, INVALID_INPUT. */
  updateWindow(authorityId: string, given: Given & { windowId: string }, by: By): Promise<WindowRow>;
  /** @throws AppError NOT_FOUND for another authority's. */
  removeWindow(authorityId: string, windowId: string, by: By): Promise<void>;
  /** Lets pass inside the window that rules over the region. @throws AppError WINDOW_CLOSED, naming the next one. */
  mustBeOpen(regionCode: string, wanted: WindowPurpose): Promise<void>;
}

export function createWindows({ mongo, clock }: Platform, services: Services): Windows {
  const Window = windowModel(mongo);
  const today = () => dayOf(clock.now());

  /** The nearest authority's first. */
  async function windowsOver(regionCode: string, year?: number): Promise<WindowDoc[]> {
    const found = await Window.find({
      regionCode: { $in: codesOver(regionCode) },
      ...(year && { year }),
    }).lean();
    return found.sort((a, b) => b.regionCode.length - a.regionCode.length);
  }

  async function present(windows: WindowDoc[], actor: Pick<Actor, 'id'>): Promise<WindowRow[]> {
    const names = await services.regionsUnits.authorityNames(
      windows.map(({ authorityId }) => String(authorityId)),
    );
    return windows.map((window) =>
      presentWindow(window, {
        today: today(),
        authorityName: names.get(String(window.authorityId)) ?? '',
        isOwn: String(window.authorityId) === actor.id,
      }),
    );
  }

  const one = async (window: WindowDoc) =>
    (await present([window], { id: String(window.authorityId) }))[0] as WindowRow;

  function check({ from, to }: Given): void {
    if (to < from) {
      throw appError('INVALID_INPUT', { message: '截止日期不能早于开始日期', field: 'to' });
    }
  }

  const once = (given: Given) => (error: unknown) => {
    throw isDuplicate(error)
      ? appError('INVALID_INPUT', {
          message: `${given.year}年${PROJECT_LEVELS[given.level]}项目的${WINDOW_KINDS[given.kind]}已经设置，请直接修改`,
          field: 'year',
        })
      : error;
  };

  const own = (authorityId: string, windowId: string) => ({
    _id: new Types.ObjectId(isValidObjectId(windowId) ? windowId : undefined),
    authorityId: new Types.ObjectId(authorityId),
  });

  const audit = async (by: By, action: string, windowId: unknown) =>
    services.audit.append({ ...by, action, subject: `window:${windowId}` });

  return {
    async listWindows(actor, year) {
      const place = await (actor.kind === 'unit'
        ? services.regionsUnits.unit(actor.id)
        : services.regionsUnits.authority(actor.id));
      if (!place) {
        throw appError('NOT_FOUND');
      }
      const all = await windowsOver(place.regionCode, year);
      const shown = actor.kind === 'unit' ? rulingWindows(all) : all;
      return present(sortWindows(shown, today()), actor);
    },
    async createWindow(authorityId, given, by) {
      check(given);
      const authority = await services.regionsUnits.authority(authorityId);
      if (!authority) {
        throw appError('NOT_FOUND');
      }
      const created = await Window.create({
        ...given,
        authorityId: authority._id,
        regionCode: authority.regionCode,
      }).catch(once(given));
      await audit(by, 'window.created', created._id);
      return one(created.toObject());
    },
    async updateWindow(authorityId, { windowId, ...given }, by) {
      check(given);
      const changed = await Window.findOneAndUpdate(
        own(authorityId, windowId),
        { $set: given },
        { returnDocument: 'after' },
      )
        .lean()
        .catch(once(given));
      if (!changed) {
        throw appError('NOT_FOUND');
      }
      await audit(by, 'window.changed', changed._id);
      return one(changed);
    },
    async removeWindow(authorityId, windowId, by) {
      const { deletedCount } = await Window.deleteOne(own(authorityId, windowId));
      if (deletedCount === 0) {
        throw appError('NOT_FOUND');
      }
      await audit(by, 'window.removed', windowId);
    },
    async mustBeOpen(regionCode, wanted) {
      const message = windowRefusal(await windowsOver(regionCode), wanted, today());
      if (message !== null) {
        throw appError('WINDOW_CLOSED', { message });
      }
    },
  };
}

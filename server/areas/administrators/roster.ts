import type { AdministratorRow } from '@common/contract/administrators';
import type { Permission } from '@common/terms';
import { type ClientSession, Types } from 'mongoose';
import { appError } from '../../http/errors';
import { typedPhone } from '../../http/typedPhone';
import type { Platform } from '../../platform';
import { isDuplicate } from '../../platform/mongo';
import type { Services } from '../services';
import { type AdministratorDoc, administratorModel } from './model';
import { checkName, MANAGES, ofSubject, type Subject } from './policy';
import { presentRow, sealedTo } from './presenter';
import { createTurns } from './turns';

export interface NewAdministrator {
  name: string;
  phone: string;
  permissions: Permission[];
  isConfirmed: boolean;
}

export interface Roster {
  list(subject: Subject, selfId: string): Promise<AdministratorRow[]>;
  /**
   * Enters one. `permissions: 'ofFirst'` gives the first one everything and a later one nothing.
   * @throws AppError INVALID_INPUT, ADMINISTRATOR_EXISTS.
   */
  enter(
    subject: Subject,
    given: Omit<NewAdministrator, 'permissions'> & { permissions: Permission[] | { ifFirst: Permission[] } },
  ): Promise<AdministratorDoc>;
  /** @throws AppError NOT_FOUND for another's, INVALID_INPUT, LAST_MANAGER. */
  update(
    subject: Subject,
    id: string,
    given: { name: string; permissions: Permission[] },
  ): Promise<AdministratorDoc>;
  /** Removes one and ends his sessions. @throws AppError NOT_FOUND for another's, LAST_MANAGER. */
  remove(subject: Subject, id: string): Promise<AdministratorDoc>;
}

/** 管理员与权限: the named people behind a unit's or authority's one account. */
export function createRoster(platform: Platform, services: Services): Roster {
  const { mongo, cipher, clock } = platform;
  const Administrator = administratorModel(mongo);
  const inTurn = createTurns(platform);

  /** @throws AppError LAST_MANAGER, which undoes the change. */
  async function keepManager(subject: Subject, session: ClientSession): Promise<void> {
    if ((await Administrator.countDocuments({ ...ofSubject(subject), ...MANAGES }, { session })) === 0) {
      throw appError('LAST_MANAGER');
    }
  }

  return {
    async list(subject, selfId) {
      const all = await Administrator.find(ofSubject(subject))
        .select('+phone')
        .sort({ createdAt: 1, _id: 1 })
        .lean();
      return all.map((administrator) => presentRow(cipher, administrator, selfId));
    },
    async enter(subject, { permissions, isConfirmed, ...given }) {
      const name = checkName(given.name);
      const phone = typedPhone(given.phone);
      const _id = new Types.ObjectId();
      const entered = {
        ...ofSubject(subject),
        _id,
        name,
        phone: cipher.seal(sealedTo(_id), phone),
        phoneHash: cipher.hash('phone', phone),
        isConfirmed,
        createdAt: new Date(clock.now()),
      };
      try {
        return await inTurn(subject.subjectId, async (session) => {
          const isFirst = (await Administrator.countDocuments(ofSubject(subject), { session })) === 0;
          const held = Array.isArray(permissions) ? permissions : isFirst ? permissions.ifFirst : [];
          const row = { ...entered, permissions: [...new Set(held)] };
          await Administrator.create([row], { session });
          return row;
        });
      } catch (error) {
        throw isDuplicate(error) ? appError('ADMINISTRATOR_EXISTS', { field: 'phone' }) : error;
      }
    },
    async update(subject, id, given) {
      const name = checkName(given.name);
      return inTurn(subject.subjectId, async (session) => {
        const updated = await Administrator.findOneAndUpdate(
          { _id: id, ...ofSubject(subject) },
          { $set: { name, permissions: [...new Set(given.permissions)] } },
          { session, returnDocument: 'after' },
        )
          .select('+phone')
          .lean();
        if (!updated) {
          throw appError('NOT_FOUND');
        }
        await keepManager(subject, session);
        return updated;
      });
    },
    async remove(subject, id) {
      const removed = await inTurn(subject.subjectId, async (session) => {
        const found = await Administrator.findOneAndDelete(
          { _id: id, ...ofSubject(subject) },
          { session },
        ).lean();
        if (!found) {
          throw appError('NOT_FOUND');
        }
        await keepManager(subject, session);
        return found;
      });
      await services.accounts.sessions.closeAll({ administratorId: id });
      return removed;
    },
  };
}

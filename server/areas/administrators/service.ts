import { codesOf, PERMISSIONS, type Permission } from '@common/terms';
import { isValidObjectId, Types } from 'mongoose';
import type { Platform } from '../../platform';
import type { Services } from '../services';
import { type AdministratorDoc, administratorModel } from './model';
import { createNaming, type Naming } from './naming';
import { phoneOf } from './presenter';
import { createRoster, type Roster } from './roster';

export interface AdministratorsService {
  naming: Naming;
  roster: Roster;
  get(administratorId: string): Promise<AdministratorDoc | null>;
  /** For what is kept with the name of who did it; 管理员 for one who was removed in this moment. */
  nameOf(administratorId: string): Promise<string>;
  /** The 权限 held now; empty for one who was removed. */
  permissionsOf(administratorId: string): Promise<readonly Permission[]>;
  /** How many each of these units or authorities has. */
  countBy(subjectIds: string[]): Promise<Map<string, number>>;
  /** Removes all of a subject, and ends their sessions. */
  clear(kind: AdministratorDoc['kind'], subjectId: string): Promise<void>;
  /** Tells those of a subject who hold a permission, by SMS. A phone that cannot be reached is logged, not thrown. */
  notify(
    kind: AdministratorDoc['kind'],
    subjectId: string,
    permission: Permission,
    text: string,
  ): Promise<void>;
  /** The ids of those of a subject who hold a permission. */
  holding(kind: AdministratorDoc['kind'], subjectId: string, permission: Permission): Promise<string[]>;
  /** Sends one of them an SMS; nothing to one who was removed. @throws Error where the gateway did not take it. */
  text(administratorId: string, text: string): Promise<void>;
  /** Puts one in as if he had signed in before: for the demo and the tests. */
  put(given: {
    kind: AdministratorDoc['kind'];
    subjectId: string;
    name: string;
    phone: string;
    permissions?: Permission[];
  }): Promise<AdministratorDoc>;
}

export function createAdministratorsService(platform: Platform, services: Services): AdministratorsService {
  const { mongo, cipher, sms, log } = platform;
  const Administrator = administratorModel(mongo);
  const roster = createRoster(platform, services);

  return {
    roster,
    naming: createNaming(platform, services, roster),
    get: async (id) => (isValidObjectId(id) ? Administrator.findById(id).lean() : null),
    async nameOf(id) {
      return (await this.get(id))?.name ?? '管理员';
    },
    async permissionsOf(id) {
      return (await this.get(id))?.permissions ?? [];
    },
    async countBy(subjectIds) {
      const counts = await Administrator.aggregate<{ _id: Types.ObjectId; count: number }>([
        { $match: { subjectId: { $in: subjectIds.map((id) => new Types.ObjectId(id)) } } },
        { $group: { _id: '$subjectId', count: { $sum: 1 } } },
      ]);
      return new Map(counts.map(({ _id, count }) => [String(_id), count]));
    },
    async clear(kind, subjectId) {
      await Administrator.deleteMany({ kind, subjectId: new Types.ObjectId(subjectId) });
      await services.accounts.closeSessionsOf(kind, subjectId);
    },
    async notify(kind, subjectId, permission, text) {
      const told = await Administrator.find({
        kind,
        subjectId: new Types.ObjectId(subjectId),
        permissions: permission,
      })
        .select('+phone')
        .lean();
      await Promise.all(
        told.map(async (one) =>
          sms.send(phoneOf(cipher, one), text).catch((err) => log.warn({ err }, 'sms')),
        ),
      );
    },
    async holding(kind, subjectId, permission) {
      const found = await Administrator.find(
        { kind, subjectId: new Types.ObjectId(subjectId), permissions: permission },
        { _id: 1 },
      ).lean();
      return found.map(({ _id }) => String(_id));
    },
    async text(administratorId, text) {
      const one = await Administrator.findById(administratorId).select('+phone').lean();
      if (one) {
        await sms.send(phoneOf(cipher, one), text);
      }
    },
    put: async ({ kind, subjectId, permissions = codesOf(PERMISSIONS), ...given }) =>
      roster.enter({ kind, subjectId }, { ...given, permissions, isConfirmed: true }),
  };
}

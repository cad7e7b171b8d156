import type { AuthorityRow } from '@common/contract/regionsUnits';
import { tidyUnitName } from '@common/rules/unitName';
import type { RegionLevel } from '@common/terms';
import { isValidObjectId } from 'mongoose';
import type { Actor } from '../../http/call';
import { appError } from '../../http/errors';
import type { Platform } from '../../platform';
import { isDuplicate } from '../../platform/mongo';
import type { Services } from '../services';
import { type InheritedSettings, settingsUnder } from './inheritance';
import { type AuthorityDoc, authorityModel, unitModel, unitRequestModel } from './model';
import { codesOver, governs, isAbove, mustLieIn } from './policy';
import { type Counted, presentAuthority } from './presenter';
import { isRegion } from './regions';

/** Who does it, for the log. */
export interface By {
  actor: Actor;
  requestId: string;
}
/** A password that is told once. */
export interface ToldPassword {
  accountName: string;
  password: string;
  /** It is good for so many days. */
  days: number;
}

export interface Authorities {
  authority(id: string): Promise<AuthorityDoc | null>;
  /** Names by id. */
  authorityNames(ids: string[]): Promise<Map<string, string>>;
  /** A region's own authority and those above it, from the nearest to the nation. */
  authoritiesOver(regionCode: string): Promise<AuthorityDoc[]>;
  /** The settings in force in a region: those of the nearest authority that sets them. */
  settings(regionCode: string): Promise<InheritedSettings>;
  /** An authority with the settings in force in its region, and those that hold above it. @throws AppError NOT_FOUND. */
  settingsOf(
    authorityId: string,
  ): Promise<{ own: AuthorityDoc; inForce: InheritedSettings; above: InheritedSettings }>;
  /** The authority that reviews a region's credits: the nearest one above it. */
  authorityOver(regionCode: string): Promise<AuthorityDoc | null>;
  /** Itself and those below it, from above. @throws AppError NOT_FOUND. */
  listAuthorities(authorityId: string): Promise<AuthorityRow[]>;
  /** @throws AppError INVALID_INPUT for a region that is not below it, AUTHORITY_EXISTS. */
  createAuthority(
    authorityId: string,
    given: { name: string; regionCode: string },
    by: By,
  ): Promise<AuthorityRow>;
  /** Only those below it, never its own (manual 003 §七). @throws AppError NOT_FOUND. */
  resetAuthorityPassword(
    authorityId: string,
    given: { authorityId: string; clearAdministrators: boolean },
    by: By,
  ): Promise<ToldPassword>;
  /**
   * For whoever runs the system: the first authority, which has nobody above it to make it or to reset its password. With a name
   * it is made; without one its password is reset and its administrators go.
   * @throws AppError NOT_FOUND, AUTHORITY_EXISTS, INVALID_INPUT for a region that does not exist.
   */
  openFirstAuthority(
    given: { regionCode: string; name?: string },
    requestId: string,
  ): Promise<ToldPassword & { name: string }>;
}

const LEVELS: Record<number, RegionLevel> = { 0: 'nation', 2: 'province', 4: 'city', 6: 'county' };

export function createAuthorities({ mongo }: Platform, services: Services): Authorities {
  const Authority = authorityModel(mongo);
  const Unit = unitModel(mongo);
  const UnitRequest = unitRequestModel(mongo);

  const get = async (id: string) => (isValidObjectId(id) ? Authority.findById(id).lean() : null);

  async function authoritiesOver(regionCode: string): Promise<AuthorityDoc[]> {
    const found = await Authority.find({ regionCode: { $in: codesOver(regionCode) } }).lean();
    return found.sort((a, b) => b.regionCode.length - a.regionCode.length);
  }

  async function mine(authorityId: string): Promise<AuthorityDoc> {
    const authority = await get(authorityId);
    if (!authority) {
      throw appError('NOT_FOUND');
    }
    return authority;
  }

  async function present(authorities: AuthorityDoc[], regionCode: string): Promise<AuthorityRow[]> {
    const ids = authorities.map(({ _id }) => String(_id));
    const [accounts, administrators, counties] = await Promise.all([
      services.accounts.passwords.withAccount('authority', ids),
      services.administrators.countBy(ids),
      Unit.aggregate<{ _id: string; count: number }>([
        { $match: { regionCode: { $regex: `^${regionCode}` } } },
        { $group: { _id: '$regionCode', count: { $sum: 1 } } },
      ]),
    ]);
    const counted: Counted = { accounts, administrators };
    const unitsIn = (authority: AuthorityDoc) =>
      counties.reduce((sum, { _id, count }) => sum + (governs(authority, _id) ? count : 0), 0);
    return authorities.map((authority) => presentAuthority(authority, counted, unitsIn(authority)));
  }

  async function add(name: string, regionCode: string, by: By): Promise<AuthorityDoc> {
    const created = await Authority.create({
      code: regionCode.padEnd(6, '0'),
      name: tidyUnitName(name),
      level: LEVELS[regionCode.length],
      regionCode,
      settings: {},
    }).catch((error) => {
      throw isDuplicate(error) ? appError('AUTHORITY_EXISTS', { field: 'regionCode' }) : error;
    });
    await services.audit.append({ ...by, action: 'authority.created', subject: `authority:${created._id}` });
    return created.toObject();
  }

  return {
    authority: get,
    async authorityNames(ids) {
      const found = await Authority.find({ _id: { $in: ids } }, { name: 1 }).lean();
      return new Map(found.map(({ _id, name }) => [String(_id), name]));
    },
    authoritiesOver,
    settings: async (regionCode) => settingsUnder(await authoritiesOver(regionCode)),
    async settingsOf(authorityId) {
      const own = await mine(authorityId);
      const nearestFirst = await authoritiesOver(own.regionCode);
      return { own, inForce: settingsUnder(nearestFirst), above: settingsUnder(nearestFirst.slice(1)) };
    },
    authorityOver: async (regionCode) => (await authoritiesOver(regionCode))[0] ?? null,
    async listAuthorities(authorityId) {
      const { regionCode } = await mine(authorityId);
      const found = await Authority.find({ regionCode: { $regex: `^${regionCode}` } })
        .sort({ regionCode: 1 })
        .lean();
      return present(found, regionCode);
    },
    async createAuthority(authorityId, { name, regionCode }, by) {
      const above = await mine(authorityId);
      mustLieIn(isAbove(above, regionCode) && isRegion(regionCode), '请选择本部门辖区之下的地区');
      const created = await add(name, regionCode, by);
      // What waited for the next one above waits for the nearest from now on.
      const [, next] = await authoritiesOver(regionCode);
      await UnitRequest.updateMany(
        { open: true, authorityId: next?._id, regionCode: { $regex: `^${regionCode}` } },
        { $set: { authorityId: created._id } },
      );
      const [row] = await present([created], regionCode);
      return row as AuthorityRow;
    },
    async resetAuthorityPassword(authorityId, given, by) {
      const [above, authority] = await Promise.all([mine(authorityId), mine(given.authorityId)]);
      if (!isAbove(above, authority.regionCode)) {
        throw appError('NOT_FOUND');
      }
      return resetPassword(services, { kind: 'authority', subject: authority, ...given }, by);
    },
    async openFirstAuthority({ regionCode, name }, requestId) {
      mustLieIn(regionCode === '' || isRegion(regionCode), '没有这个行政区划代码');
      const by: By = { actor: { kind: 'system', id: 'operator' }, requestId };
      const authority = name
        ? await add(name, regionCode, by)
        : await Authority.findOne({ regionCode }).lean();
      if (!authority) {
        throw appError('NOT_FOUND');
      }
      const given = { kind: 'authority', subject: authority, clearAdministrators: !name } as const;
      return { ...(await resetPassword(services, given, by)), name: authority.name };
    },
  };
}

/** 重置密码 of what lies below (manual 003 §七): told once, logged; its administrators go where all of them have left. */
export async function resetPassword(
  services: Services,
  given: {
    kind: 'unit' | 'authority';
    subject: Pick<AuthorityDoc, '_id' | 'code'>;
    clearAdministrators: boolean;
  },
  by: By,
): Promise<ToldPassword> {
  const { kind, subject, clearAdministrators } = given;
  const subjectId = String(subject._id);
  const told = await services.accounts.passwords.reset({ kind, subjectId, name: subject.code });
  if (clearAdministrators) {
    await services.administrators.clear(kind, subjectId);
  }
  await services.audit.append({
    ...by,
    action: `${kind}.password-reset`,
    subject: `${kind}:${subjectId}`,
    ...(clearAdministrators && { reason: '同时移除全部管理员' }),
  });
  return told;
}

import type { Client } from '@common/contract/client';
import type { Permission } from '@common/terms';
import { authorityModel, unitModel } from '../areas/regions-units/model';
import { NINE, type TestServer } from './harness';
import { colleague } from './people';

/** A signed-in client of an authority in the person of one more administrator of it. */
export async function authorityColleague(
  server: TestServer,
  authorityId: string,
  given: { name: string; phone: string; permissions?: Permission[] },
): Promise<Client> {
  const { administrators, accounts } = server.services;
  const administrator = await administrators.put({ kind: 'authority', subjectId: authorityId, ...given });
  const { token } = await accounts.sessions.open({ authorityId, administratorId: String(administrator._id) });
  return server.client(token);
}

/** One more unit, with an administrator who may do everything. */
export async function anotherUnit(
  server: TestServer,
  given: { code: string; name: string; regionCode: string; phone: string },
): Promise<{ unitId: string; client: Client; token: string }> {
  const { code, name, regionCode, phone } = given;
  const unit = await unitModel(server.platform.mongo).create({
    code,
    name,
    aliases: [],
    formerNames: [],
    regionCode,
    formerRegionCodes: [],
    initials: [],
    updatedAt: new Date(NINE),
  });
  const unitId = String(unit._id);
  const { client, token } = await colleague(server, unitId, { name: '刘洋', phone });
  return { unitId, client, token };
}

/** One more authority, likewise; its level follows its region's code. */
export async function anotherAuthority(
  server: TestServer,
  given: { code: string; name: string; regionCode: string; phone: string },
): Promise<{ authorityId: string; client: Client }> {
  const { code, name, regionCode, phone } = given;
  const level = (['nation', 'province', 'city', 'county'] as const)[regionCode.length / 2];
  const authority = await authorityModel(server.platform.mongo).create({
    code,
    name,
    level,
    regionCode,
    settings: {},
  });
  const authorityId = String(authority._id);
  return {
    authorityId,
    client: await authorityColleague(server, authorityId, { name: '周敏', phone }),
  };
}

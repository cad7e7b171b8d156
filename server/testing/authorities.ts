import type { Client } from '@common/contract/client';
import { authorityModel } from '../areas/regions-units/model';
import type { TestServer } from './harness';

const LEVELS: Record<number, 'nation' | 'province' | 'city' | 'county'> = {
  0: 'nation',
  2: 'province',
  4: 'city',
  6: 'county',
};

/** Another authority, with an administrator who holds all 权限, signed in. */
export async function authorityClient(server: TestServer, regionCode: string): Promise<Client> {
  const { mongo } = server.platform;
  const { administrators, accounts } = server.services;
  const authority = await authorityModel(mongo).create({
    code: regionCode.padEnd(6, '0'),
    name: `卫健委${regionCode}`,
    level: LEVELS[regionCode.length],
    regionCode,
    settings: {},
  });
  const authorityId = String(authority._id);
  const administrator = await administrators.put({
    kind: 'authority',
    subjectId: authorityId,
    name: '赵敏',
    phone: '13700000000',
  });
  const { token } = await accounts.sessions.open({ authorityId, administratorId: String(administrator._id) });
  return server.client(token);
}

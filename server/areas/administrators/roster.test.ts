import type { Client } from '@common/contract/client';
import { codesOf, PERMISSIONS, type Permission } from '@common/terms';
import { clearFaults, orderFault, send } from '../../testing/calls';
import {
  ADMINISTRATOR,
  type Fixtures,
  PASSWORD,
  startTestServer,
  type TestServer,
} from '../../testing/harness';
import { codeFor } from '../../testing/smsCode';
import { auditModel } from '../audit/model';
import { administratorModel } from './model';

const ALL = codesOf(PERMISSIONS);
const LAST = {
  code: 'LAST_MANAGER',
  message: '至少要保留一名有“管理单位、账号与权限”权限的管理员',
};

let server: TestServer;
let fixtures: Fixtures;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  fixtures = await server.reset();
});
afterAll(async () => server.stop());

const list = async (client: Client = fixtures.unit) =>
  (await client.administrators.listAdministrators({})).items;
const self = async (client: Client = fixtures.unit) =>
  (await list(client)).find(({ isSelf }) => isSelf)?.id ?? '';

/** A colleague who has signed in, with his session. */
async function colleague(name: string, phone: string, permissions: Permission[] = ALL) {
  const { administrators, accounts } = server.services;
  const { _id } = await administrators.put({
    kind: 'unit',
    subjectId: fixtures.unitId,
    name,
    phone,
    permissions,
  });
  const account = await accounts.passwords.ofSubject('unit', fixtures.unitId);
  const { token } = await accounts.sessions.open({
    accountId: String(account?._id),
    unitId: fixtures.unitId,
    administratorId: String(_id),
  });
  return { id: String(_id), client: server.client(token), token };
}

describe('adding', () => {
  test('enters one whose phone is not proved yet; he proves it when he first signs in', async () => {
    const added = await fixtures.unit.administrators.addAdministrator({
      name: ' 李 雪梅 ',
      phone: '+86 137-0013-7007',
      permissions: ['credit', 'approveLearners', 'credit'],
    });
    expect(added).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{24}$/),
      name: '李雪梅',
      phoneMasked: '137****7007',
      permissions: ['credit', 'approveLearners'],
      isConfirmed: false,
      isSelf: false,
      lastSignInAt: null,
    });
    const { token } = await server
      .client()
      .accounts.signInWithPassword({ name: '976811', password: PASSWORD });
    const client = server.client(token);
    await client.administrators.sendAdministratorCode({ administratorId: added.id });
    const me = await client.administrators.chooseAdministrator({
      administratorId: added.id,
      smsCode: codeFor(server, '13700137007'),
    });
    expect(me.administrator).toEqual({
      id: added.id,
      name: '李雪梅',
      permissions: ['credit', 'approveLearners'],
    });
    expect((await list()).map(({ isConfirmed }) => isConfirmed)).toEqual([true, true]);
  });

  test('a phone of the list is refused, even added ten times at once', async () => {
    const tries = await Promise.allSettled(
      Array.from({ length: 10 }, async () =>
        fixtures.unit.administrators.addAdministrator({
          name: '李雪梅',
          phone: '13700137007',
          permissions: [],
        }),
      ),
    );
    const refused = tries.flatMap((tried) => (tried.status === 'rejected' ? [tried.reason] : []));
    expect(refused).toHaveLength(9);
    for (const reason of refused) {
      expect(reason).toMatchObject({ code: 'ADMINISTRATOR_EXISTS', field: 'phone' });
    }
    expect(await list()).toHaveLength(2);
  });

  test.each([
    [{ name: '', phone: '13700137007', permissions: [] }, 'name', '请输入姓名'],
    [{ name: '李', phone: '13700137007', permissions: [] }, 'name', '请填写管理员的真实姓名'],
    [{ name: '李雪梅', phone: '137', permissions: [] }, 'phone', '手机号格式不正确，请输入11位手机号'],
  ])('%j', async (body, field, message) => {
    const { token } = await colleague('张建国', '13700137001');
    expect(await send(server, 'POST', '/api/administrators', { token, body })).toMatchObject({
      status: 400,
      body: { code: 'INVALID_INPUT', field, message },
    });
  });
});

describe('changing', () => {
  test('name and 权限 hold from the next call on', async () => {
    const { id, client } = await colleague('张建国', '13700137001');
    expect((await client.learners.listLearners({})).total).toBe(0);
    const decide = async () => client.learners.decide({ learnerIds: ['0'.repeat(24)], decision: 'approve' });
    await expect(decide()).resolves.toBeDefined();

    const rest = ALL.filter((permission) => permission !== 'approveLearners');
    expect(
      await fixtures.unit.administrators.updateAdministrator({
        administratorId: id,
        name: '张建军',
        permissions: rest,
      }),
    ).toMatchObject({ id, name: '张建军', permissions: rest });
    await expect(decide()).rejects.toMatchObject({
      code: 'PERMISSION_REQUIRED',
      message: '您没有“人员审核与调动”权限，请联系本单位有“管理单位、账号与权限”权限的管理员开通',
    });
    expect((await client.accounts.me({})).administrator).toEqual({ id, name: '张建军', permissions: rest });

    await fixtures.unit.administrators.updateAdministrator({
      administratorId: id,
      name: '张建军',
      permissions: ALL,
    });
    await expect(decide()).resolves.toBeDefined();
  });

  test('who may not manage sees the list and changes nothing', async () => {
    const { client } = await colleague('张建国', '13700137001', ['approveLearners']);
    expect(await list(client)).toHaveLength(2);
    const administratorId = await self(client);
    const refused = { code: 'PERMISSION_REQUIRED' };
    await expect(
      client.administrators.updateAdministrator({ administratorId, name: '张建国', permissions: ALL }),
    ).rejects.toMatchObject(refused);
    await expect(client.administrators.removeAdministrator({ administratorId })).rejects.toMatchObject(
      refused,
    );
  });

  test('a 权限 that does not exist is refused', async () => {
    const { id, token } = await colleague('张建国', '13700137001');
    const body = { name: '张建国', permissions: ['everything'] };
    expect(await send(server, 'PUT', `/api/administrators/${id}`, { token, body })).toMatchObject({
      status: 400,
      body: { code: 'INVALID_INPUT', field: 'permissions.0' },
    });
  });
});

describe('removing', () => {
  test('ends his sessions at once, and nobody else’s', async () => {
    const gone = await colleague('张建国', '13700137001');
    const stays = await colleague('赵敏', '13700137002');
    expect(await fixtures.unit.administrators.removeAdministrator({ administratorId: gone.id })).toEqual({
      ok: true,
    });
    await expect(gone.client.accounts.me({})).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
    expect((await stays.client.accounts.me({})).administrator?.name).toBe('赵敏');
    expect((await list()).map(({ name }) => name)).toEqual([ADMINISTRATOR, '赵敏']);
    await expect(
      fixtures.unit.administrators.removeAdministrator({ administratorId: gone.id }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('while he is signing in: he is not in afterwards, whoever was first', async () => {
    for (let round = 0; round < 5; round += 1) {
      const phone = `1370013701${round}`;
      const { id } = await colleague('张建国', phone);
      const { token } = await server
        .client()
        .accounts.signInWithPassword({ name: '976811', password: PASSWORD });
      const client = server.client(token);
      await client.administrators.sendAdministratorCode({ administratorId: id });
      const smsCode = codeFor(server, phone);
      await Promise.allSettled([
        client.administrators.chooseAdministrator({ administratorId: id, smsCode }),
        fixtures.unit.administrators.removeAdministrator({ administratorId: id }),
      ]);
      expect(await administratorModel(server.platform.mongo).exists({ _id: id })).toBeNull();
      const now = await client.accounts.me({}).catch((error: { code: string }) => error.code);
      expect(now === 'NOT_SIGNED_IN' || (now as { needsAdministrator: boolean }).needsAdministrator).toBe(
        true,
      );
      await expect(client.learners.listLearners({})).rejects.toMatchObject({
        code: expect.stringMatching(/NOT_SIGNED_IN|ADMINISTRATOR_REQUIRED/),
      });
    }
  });

  test('himself, where another manages', async () => {
    const other = await colleague('张建国', '13700137001');
    await fixtures.unit.administrators.removeAdministrator({ administratorId: await self() });
    await expect(fixtures.unit.accounts.me({})).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
    expect(await list(other.client)).toMatchObject([{ name: '张建国', isSelf: true }]);
  });
});

describe('one who manages always remains', () => {
  test('the only one neither leaves nor gives it up', async () => {
    await colleague('张建国', '13700137001', ['credit']);
    const administratorId = await self();
    await expect(fixtures.unit.administrators.removeAdministrator({ administratorId })).rejects.toMatchObject(
      LAST,
    );
    await expect(
      fixtures.unit.administrators.updateAdministrator({
        administratorId,
        name: '王芬',
        permissions: ['credit'],
      }),
    ).rejects.toMatchObject(LAST);
    expect(await list()).toMatchObject([{ name: ADMINISTRATOR, permissions: ALL }, { name: '张建国' }]);
  });

  test('one who has never signed in does not count', async () => {
    await fixtures.unit.administrators.addAdministrator({
      name: '李雪梅',
      phone: '13700137007',
      permissions: ALL,
    });
    await expect(
      fixtures.unit.administrators.removeAdministrator({ administratorId: await self() }),
    ).rejects.toMatchObject(LAST);
  });

  test('two who remove each other at once: one of them remains', async () => {
    for (let round = 0; round < 4; round += 1) {
      const [one, two] = [
        await colleague('张建国', `1370013710${round}`),
        await colleague('赵敏', `1370013720${round}`),
      ];
      // All others step back first, so that these two are all there are.
      await administratorModel(server.platform.mongo).updateMany(
        { subjectId: fixtures.unitId, _id: { $nin: [one.id, two.id] } },
        { $set: { permissions: [] } },
      );
      const outcomes = await Promise.allSettled([
        one.client.administrators.removeAdministrator({ administratorId: two.id }),
        two.client.administrators.updateAdministrator({
          administratorId: one.id,
          name: '张建国',
          permissions: [],
        }),
      ]);
      const codes = outcomes.map((outcome) =>
        outcome.status === 'rejected' ? (outcome.reason as { code: string }).code : 'done',
      );
      expect(codes).toContain('done');
      const managers = await administratorModel(server.platform.mongo)
        .find({ subjectId: fixtures.unitId, permissions: 'manageAccount' })
        .sort({ _id: 1 })
        .lean();
      expect(managers).toHaveLength(1);
    }
  });
});

describe('another unit’s', () => {
  test('administrator is not there', async () => {
    const administratorId = await self(fixtures.otherUnit);
    await expect(
      fixtures.unit.administrators.updateAdministrator({ administratorId, name: '王芳', permissions: [] }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(fixtures.unit.administrators.removeAdministrator({ administratorId })).rejects.toMatchObject(
      { code: 'NOT_FOUND' },
    );
    expect(await list(fixtures.otherUnit)).toMatchObject([{ id: administratorId, permissions: ALL }]);
    expect((await list()).map(({ id }) => id)).not.toContain(administratorId);
  });

  test('authorities have theirs in the same way', async () => {
    await fixtures.authority.administrators.addAdministrator({
      name: '李雪梅',
      phone: '13700137007',
      permissions: ['review'],
    });
    expect((await list(fixtures.authority)).map(({ name }) => name)).toEqual([ADMINISTRATOR, '李雪梅']);
    expect(await list()).toHaveLength(1);
  });
});

test('each step is audited with who did it and to whom', async () => {
  const { id } = await fixtures.unit.administrators.addAdministrator({
    name: '李雪梅',
    phone: '13700137007',
    permissions: [],
  });
  await fixtures.unit.administrators.updateAdministrator({
    administratorId: id,
    name: '李雪媚',
    permissions: ['credit'],
  });
  await fixtures.unit.administrators.removeAdministrator({ administratorId: id });
  const entries = await auditModel(server.platform.mongo).find().sort({ sequence: 1 }).lean();
  expect(entries.map(({ action, reason, subject }) => ({ action, reason, subject }))).toEqual([
    { action: 'administrator.added', reason: '李雪梅', subject: `administrator:${id}` },
    { action: 'administrator.updated', reason: '李雪媚', subject: `administrator:${id}` },
    { action: 'administrator.removed', reason: '李雪媚', subject: `administrator:${id}` },
  ]);
  expect(JSON.stringify(entries) + server.logged()).not.toContain('13700137007');
});

test('those who hold a permission are told by SMS, a phone that cannot be reached is no failure', async () => {
  await colleague('张建国', '13700137001', ['approveLearners']);
  await colleague('赵敏', '13700137002', ['credit']);
  await server.services.administrators.notify(
    'unit',
    fixtures.unitId,
    'approveLearners',
    '【继教通】测试提醒',
  );
  const got = (phone: string) =>
    server.simulator.inbox(phone).filter(({ text }) => text.includes('测试提醒'));
  expect(got('13700137001')).toHaveLength(1);
  expect(got('13700137002')).toHaveLength(0);
  await orderFault(server, { kind: 'status', path: '/sms', times: 9 });
  await expect(
    server.services.administrators.notify('unit', fixtures.unitId, 'credit', '【继教通】测试提醒'),
  ).resolves.toBeUndefined();
  await clearFaults(server);
  expect(server.logged()).not.toContain('13700137002');
});

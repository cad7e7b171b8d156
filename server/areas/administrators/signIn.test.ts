import { codesOf, PERMISSIONS } from '@common/terms';
import { send } from '../../testing/calls';
import {
  ADMINISTRATOR,
  administratorPhone,
  type Fixtures,
  PASSWORD,
  startTestServer,
  type TestServer,
} from '../../testing/harness';
import { codeFor } from '../../testing/smsCode';
import { auditModel } from '../audit/model';
import { administratorModel } from './model';

const ALL = codesOf(PERMISSIONS);
const NEW = { name: '李雪梅', phone: '13700137007' };
const INVALID = { code: 'SMS_CODE_INVALID', field: 'smsCode' };

let server: TestServer;
let fixtures: Fixtures;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  fixtures = await server.reset();
});
afterAll(async () => server.stop());

/** After the account's password, before any name. */
async function nameless(account = '976811') {
  const { token, me } = await server
    .client()
    .accounts.signInWithPassword({ name: account, password: PASSWORD });
  return { token, me, client: server.client(token) };
}
/** One of an account that has no administrator yet. */
async function fresh(account = '976811') {
  await server.services.administrators.clear('unit', fixtures.unitId);
  return nameless(account);
}
const stored = () => administratorModel(server.platform.mongo);

describe('the first sign-in', () => {
  test('after the password nothing is open but saying who it is', async () => {
    const { me, client } = await fresh();
    expect(me).toMatchObject({ roles: ['unit'], needsAdministrator: true, administrator: null });
    expect(await client.administrators.administratorChoices({})).toEqual({ items: [] });
    await expect(client.learners.listLearners({})).rejects.toMatchObject({
      code: 'ADMINISTRATOR_REQUIRED',
      message: '请先选择姓名并用短信验证码确认身份',
    });
  });

  test('name, phone and code make the first administrator, who holds everything', async () => {
    const { client } = await fresh();
    expect(await client.administrators.sendAdministratorCode(NEW)).toEqual({
      ok: true,
      retryAfter: 60,
      phoneMasked: '137****7007',
    });
    const me = await client.administrators.chooseAdministrator({
      ...NEW,
      smsCode: codeFor(server, NEW.phone),
    });
    expect(me).toMatchObject({
      needsAdministrator: false,
      administrator: { name: '李雪梅', permissions: ALL },
      unit: { name: '漯河市中心医院' },
    });
    expect(await client.accounts.me({})).toEqual(me);
    expect((await client.learners.listLearners({})).total).toBe(0);
    expect((await client.administrators.listAdministrators({})).items).toEqual([
      {
        id: me.administrator?.id,
        name: '李雪梅',
        phoneMasked: '137****7007',
        permissions: ALL,
        isConfirmed: true,
        isSelf: true,
        lastSignInAt: '2026-11-21T01:00:00.000Z',
      },
    ]);
  });

  test('is audited by name, and no number stands in clear anywhere', async () => {
    const { client } = await fresh();
    await client.administrators.sendAdministratorCode(NEW);
    const smsCode = codeFor(server, NEW.phone);
    const me = await client.administrators.chooseAdministrator({ ...NEW, smsCode });
    const entries = await auditModel(server.platform.mongo).find().sort({ sequence: 1 }).lean();
    expect(entries.map(({ action }) => action)).toEqual(['administrator.added', 'administrator.signed-in']);
    expect(entries[1]).toMatchObject({
      actor: { kind: 'unit', id: fixtures.unitId },
      subject: `administrator:${me.administrator?.id}`,
      reason: '李雪梅',
    });
    const everything = JSON.stringify([
      entries,
      await stored().find().sort({ _id: 1 }).select('+phone').lean(),
    ]);
    expect(everything + server.logged()).not.toContain(NEW.phone);
    expect(server.logged()).not.toContain(smsCode);
  });

  test('two at once: both are in, exactly one holds everything', async () => {
    await server.services.administrators.clear('unit', fixtures.unitId);
    for (let round = 0; round < 5; round += 1) {
      const people = [
        { name: '李雪梅', phone: `1370013${round}007` },
        { name: '张建国', phone: `1370013${round}008` },
        { name: '赵敏', phone: `1370013${round}009` },
      ];
      const sessions = await Promise.all(people.map(async () => nameless()));
      const mes = await Promise.all(
        people.map(async (person, i) => {
          const { client } = sessions[i] ?? (await nameless());
          await client.administrators.sendAdministratorCode(person);
          const smsCode = codeFor(server, person.phone);
          return client.administrators.chooseAdministrator({ ...person, smsCode });
        }),
      );
      const held = mes.map(({ administrator }) => administrator?.permissions.length).sort();
      expect(held).toEqual([0, 0, ALL.length]);
      await stored().deleteMany({ subjectId: fixtures.unitId });
      server.clock.pass(11 * 60_000);
      await server.platform.redis.del(...(await server.platform.redis.keys('limit:*')));
    }
  });

  test('the same person twice at once is one administrator', async () => {
    const { client } = await fresh();
    await client.administrators.sendAdministratorCode(NEW);
    const smsCode = codeFor(server, NEW.phone);
    const tries = await Promise.allSettled(
      Array.from({ length: 5 }, async () => client.administrators.chooseAdministrator({ ...NEW, smsCode })),
    );
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await stored().countDocuments({ subjectId: fixtures.unitId })).toBe(1);
  });
});

describe('a later sign-in', () => {
  test('chooses a name, and the code goes to the phone of that name', async () => {
    const { client } = await nameless();
    const { items } = await client.administrators.administratorChoices({});
    expect(items).toEqual([{ id: expect.any(String), name: ADMINISTRATOR, phoneMasked: '139****6811' }]);
    const administratorId = items[0]?.id ?? '';
    expect(await client.administrators.sendAdministratorCode({ administratorId })).toMatchObject({
      phoneMasked: '139****6811',
    });
    const me = await client.administrators.chooseAdministrator({
      administratorId,
      smsCode: codeFor(server, administratorPhone('976811')),
    });
    expect(me).toMatchObject({ needsAdministrator: false, administrator: { name: ADMINISTRATOR } });
  });

  test('an authority’s goes the same way', async () => {
    const { client } = await nameless('411100');
    const [choice] = (await client.administrators.administratorChoices({})).items;
    const administratorId = choice?.id ?? '';
    await client.administrators.sendAdministratorCode({ administratorId });
    const smsCode = codeFor(server, administratorPhone('411100'));
    const me = await client.administrators.chooseAdministrator({ administratorId, smsCode });
    expect(me).toMatchObject({ roles: ['authority'], administrator: { permissions: ALL } });
  });

  test('who adds himself to others holds nothing until it is granted', async () => {
    const { client } = await nameless();
    await client.administrators.sendAdministratorCode(NEW);
    const smsCode = codeFor(server, NEW.phone);
    const me = await client.administrators.chooseAdministrator({ ...NEW, smsCode });
    expect(me.administrator?.permissions).toEqual([]);
    await expect(
      client.administrators.addAdministrator({ name: '赵敏', phone: '13700137009', permissions: ALL }),
    ).rejects.toMatchObject({ code: 'PERMISSION_REQUIRED' });
  });

  test('who stands in the list is told to choose his name, and is not entered again', async () => {
    const { client } = await nameless();
    const again = { name: '李雪梅', phone: ' 139 0097-6811 ' };
    const exists = {
      code: 'ADMINISTRATOR_EXISTS',
      field: 'phone',
      message: '该手机号已登记为本账号的管理员，请直接选择姓名',
    };
    await expect(client.administrators.sendAdministratorCode(again)).rejects.toMatchObject(exists);
    await expect(
      client.administrators.chooseAdministrator({ ...again, smsCode: '123456' }),
    ).rejects.toMatchObject(exists);
  });

  test('the same phone may stand at another unit, and be a learner’s', async () => {
    const { client } = await nameless('936302');
    const guest = { name: '李雪梅', phone: administratorPhone('976811') };
    await client.administrators.sendAdministratorCode(guest);
    const smsCode = codeFor(server, guest.phone);
    expect((await client.administrators.chooseAdministrator({ ...guest, smsCode })).administrator?.name).toBe(
      '李雪梅',
    );
  });
});

describe('the code', () => {
  const chosen = async () => {
    const opened = await nameless();
    const [choice] = (await opened.client.administrators.administratorChoices({})).items;
    const administratorId = choice?.id ?? '';
    await opened.client.administrators.sendAdministratorCode({ administratorId });
    return { ...opened, administratorId, smsCode: codeFor(server, administratorPhone('976811')) };
  };

  test('wrong, late or none: the session stays without a name', async () => {
    const { client, administratorId, smsCode } = await chosen();
    const wrong = String((Number(smsCode) + 1) % 1_000_000).padStart(6, '0');
    await expect(
      client.administrators.chooseAdministrator({ administratorId, smsCode: wrong }),
    ).rejects.toMatchObject(INVALID);
    await expect(
      client.administrators.chooseAdministrator({ administratorId, smsCode: '' }),
    ).rejects.toMatchObject({ code: 'INVALID_INPUT', field: 'smsCode' });
    server.clock.pass(10 * 60_000);
    await expect(
      client.administrators.chooseAdministrator({ administratorId, smsCode }),
    ).rejects.toMatchObject(INVALID);
    expect((await client.accounts.me({})).needsAdministrator).toBe(true);
  });

  test('is good once', async () => {
    const { client, administratorId, smsCode } = await chosen();
    await client.administrators.chooseAdministrator({ administratorId, smsCode });
    const second = await nameless();
    await expect(
      second.client.administrators.chooseAdministrator({ administratorId, smsCode }),
    ).rejects.toMatchObject(INVALID);
  });

  test('of one administrator’s phone does not open as another', async () => {
    const { client, smsCode } = await chosen();
    const other = await fixtures.unit.administrators.addAdministrator({ ...NEW, permissions: ALL });
    await expect(
      client.administrators.chooseAdministrator({ administratorId: other.id, smsCode }),
    ).rejects.toMatchObject(INVALID);
    await expect(
      client.administrators.chooseAdministrator({ name: '赵敏', phone: '13700137009', smsCode }),
    ).rejects.toMatchObject(INVALID);
    expect(await stored().countDocuments({ subjectId: fixtures.unitId })).toBe(2);
  });

  test('that was sent for a registration does not open an account', async () => {
    const { client } = await nameless();
    await server.services.accounts.smsCodes.send(NEW.phone, 'registration');
    await expect(
      client.administrators.chooseAdministrator({ ...NEW, smsCode: codeFor(server, NEW.phone) }),
    ).rejects.toMatchObject(INVALID);
  });

  test('after five wrong ones the right one is refused too', async () => {
    const { client, administratorId, smsCode } = await chosen();
    for (let i = 1; i <= 5; i += 1) {
      const wrong = String((Number(smsCode) + i) % 1_000_000).padStart(6, '0');
      await expect(
        client.administrators.chooseAdministrator({ administratorId, smsCode: wrong }),
      ).rejects.toMatchObject(INVALID);
    }
    await expect(
      client.administrators.chooseAdministrator({ administratorId, smsCode }),
    ).rejects.toMatchObject(INVALID);
  });
});

describe('bad input', () => {
  test.each([
    [{}, 'administratorId', '请选择姓名，或者填写姓名和手机号'],
    [{ name: '李雪梅' }, 'phone', '请选择姓名，或者填写姓名和手机号'],
    [{ phone: '13700137007' }, 'name', '请选择姓名，或者填写姓名和手机号'],
    [{ name: '管理员1号', phone: '13700137007' }, 'name', '请填写管理员的真实姓名'],
    [{ name: '李', phone: '13700137007' }, 'name', '请填写管理员的真实姓名'],
    [{ name: '李雪梅', phone: '12345' }, 'phone', '手机号格式不正确，请输入11位手机号'],
    [{ administratorId: 'x' }, 'administratorId', '编号格式不正确'],
  ])('%j', async (who, field, message) => {
    const { token } = await nameless();
    for (const [path, body] of [
      ['/api/sessions/administrator-codes', who],
      ['/api/sessions/administrator', { ...who, smsCode: '123456' }],
    ] as const) {
      expect(await send(server, 'POST', path, { token, body })).toMatchObject({
        status: 400,
        body: { code: 'INVALID_INPUT', field, message },
      });
    }
  });

  test('another unit’s administrator is not there', async () => {
    const [other] = (await fixtures.otherUnit.administrators.listAdministrators({})).items;
    const { client } = await nameless();
    const administratorId = other?.id ?? '';
    await expect(client.administrators.sendAdministratorCode({ administratorId })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(
      client.administrators.chooseAdministrator({ administratorId, smsCode: '123456' }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND', field: 'administratorId' });
  });
});

test('on his own phone the administrator stays the learner whom his WeChat is', async () => {
  const { token } = await server.wechat(1);
  const opened = await server
    .client(token)
    .accounts.signInWithPassword({ name: '976811', password: PASSWORD });
  const client = server.client(opened.token);
  const [choice] = (await client.administrators.administratorChoices({})).items;
  const administratorId = choice?.id ?? '';
  await client.administrators.sendAdministratorCode({ administratorId });
  const smsCode = codeFor(server, administratorPhone('976811'));
  const me = await client.administrators.chooseAdministrator({ administratorId, smsCode });
  expect(me).toMatchObject({ roles: ['wechat', 'unit'], administrator: { name: ADMINISTRATOR } });
});

import type { Client } from '@common/contract/client';
import { PRIVACY_VERSION } from '@common/privacy';
import { idNoCheckDigit } from '@common/rules/idNo';
import type { Permission } from '@common/terms';
import type { Fixtures, TestServer } from './harness';

/** A synthetic idNo with a right check digit; `n` makes it another person's. */
export function idNoOf(n: number): string {
  const first17 = `411102198506${String(15 + (n % 10)).padStart(2, '0')}${String(100 + n).slice(-3)}`;
  return first17 + idNoCheckDigit(first17);
}

type RegisterInput = Parameters<Client['learners']['register']>[0];
export type RegisterOptions = Partial<RegisterInput>;

/** A right registration form of the person `n`, but for the proof of his phone. */
export function formOf(fixtures: Pick<Fixtures, 'unitId'>, n: number, options: RegisterOptions = {}) {
  return {
    name: '陈慧敏',
    idNo: idNoOf(n),
    title: 'nurse' as const,
    // There is a unit, or the request for one.
    ...(!options.unitRequest && { unitId: fixtures.unitId }),
    department: '护理部',
    consent: true as const,
    privacyVersion: PRIVACY_VERSION,
    ...options,
  };
}

/** Registers the simulated person `n` from his own WeChat. */
export async function register(
  server: TestServer,
  fixtures: Fixtures,
  n: number,
  options: RegisterOptions = {},
): Promise<{ client: Client; token: string; learnerId: string }> {
  const { client, token } = await server.wechat(n);
  const learner = await client.learners.register({
    ...formOf(fixtures, n, options),
    phoneCode: await server.phoneCode(n),
  });
  return { client, token, learnerId: learner.id };
}

/** Registers and has the unit approve. */
export async function approvedLearner(
  server: TestServer,
  fixtures: Fixtures,
  n: number,
  options: RegisterOptions = {},
) {
  const learner = await register(server, fixtures, n, options);
  await fixtures.unit.learners.decide({ learnerIds: [learner.learnerId], decision: 'approve' });
  return learner;
}

/** Another administrator of a unit, with all 权限 or with these only. */
export async function colleague(
  server: TestServer,
  unitId: string,
  given: { name?: string; phone?: string; permissions?: Permission[] } = {},
) {
  const administrator = await server.services.administrators.put({
    kind: 'unit',
    subjectId: unitId,
    name: given.name ?? '刘建国',
    phone: given.phone ?? '13711112222',
    permissions: given.permissions,
  });
  const administratorId = String(administrator._id);
  const { token } = await server.services.accounts.sessions.open({ unitId, administratorId });
  return { client: server.client(token), token, administratorId };
}

/** Opens a screen and answers how to read the code that it shows now. */
export async function openScreen(server: TestServer, fixtures: Fixtures, direction: 'in' | 'out' = 'in') {
  const { activityId, courseId } = fixtures;
  const opened = await fixtures.unit.checkIns.openDisplay({ activityId, courseId, direction });
  const ticket = opened.screenUrl.split('/').at(-1) ?? '';
  const show = async () => {
    const turn = await server.services.checkIns.tokens.current(opened.displayId, 5_000);
    return { ...turn, text: `${server.platform.config.PUBLIC_URL}/q/${turn.token}` };
  };
  return { ...opened, ticket, show };
}

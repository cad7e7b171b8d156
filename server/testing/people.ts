import type { Client } from '@common/contract/client';
import { idNoCheckDigit } from '@common/rules/idNo';
import type { Fixtures, TestServer } from './harness';

/** A synthetic idNo with a right check digit; `n` makes it another person's. */
export function idNoOf(n: number): string {
  const first17 = `411102198506${String(15 + (n % 10)).padStart(2, '0')}${String(100 + n).slice(-3)}`;
  return first17 + idNoCheckDigit(first17);
}

export interface RegisterOptions {
  name?: string;
  idNo?: string;
  unitId?: string;
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
    name: options.name ?? '陈慧敏',
    idNo: options.idNo ?? idNoOf(n),
    title: 'nurse',
    unitId: options.unitId ?? fixtures.unitId,
    department: '护理部',
    phoneCode: await server.phoneCode(n),
    consent: true,
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

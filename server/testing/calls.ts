import { PASSWORD, type TestServer } from './harness';

/** Asks the simulated WeChat's own controls (`/simulator/...`). */
async function control(server: TestServer, method: string, path: string, body?: object) {
  const answer = await fetch(`${server.simulator.url}/simulator${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  });
  if (!answer.ok) {
    throw new Error(`simulator ${path} answered ${answer.status}`);
  }
  return (await answer.json()) as { code: string };
}

/** A sign-in code of a simulated person, not yet used. */
export async function loginCode(
  server: TestServer,
  persona: number,
  app: 'miniprogram' | 'officialAccount' = 'miniprogram',
): Promise<string> {
  return (await control(server, 'POST', '/login-code', { persona: String(persona), app })).code;
}

/** The next `times` calls of a path of WeChat (or of `/sms`) go wrong. */
export async function orderFault(
  server: TestServer,
  fault: { kind: 'errcode' | 'status' | 'html'; path: string; errcode?: number; times?: number },
): Promise<void> {
  await control(server, 'POST', '/faults', fault);
}

/** WeChat works again. */
export async function clearFaults(server: TestServer): Promise<void> {
  await control(server, 'DELETE', '/faults');
}

/** One request without the client, for what the client does not show: status, headers, inputs that it would not send. */
export async function send(
  server: TestServer,
  method: string,
  path: string,
  { token, body }: { token?: string; body?: object } = {},
) {
  const answer = await fetch(server.url + path, {
    method,
    headers: {
      ...(body && { 'content-type': 'application/json' }),
      ...(token && { authorization: `Bearer ${token}` }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  const answered = (await answer.json()) as Record<string, unknown>;
  return { status: answer.status, headers: answer.headers, body: answered };
}

/** Signs in by a one-time password, so that a new one must be set. */
export async function signInOnce(server: TestServer, learnerId: string) {
  const { accounts, learners } = server.services;
  const { password } = await accounts.passwords.issueOneTime('learner', learnerId);
  const { personnelNo } = (await learners.get(learnerId)) ?? {};
  if (!personnelNo) {
    throw new Error('approve the learner first: a one-time password goes with a 医通卡号');
  }
  const { token, me } = await server.client().accounts.signInWithPassword({ name: personnelNo, password });
  return { token, me, client: server.client(token), personnelNo, password };
}

/** Gives an approved learner `PASSWORD`; answers his 医通卡号 and the session in which he set it. */
export async function setPassword(server: TestServer, learnerId: string) {
  const { client, token, personnelNo } = await signInOnce(server, learnerId);
  await client.accounts.changePassword({ next: PASSWORD });
  return { client, token, personnelNo };
}

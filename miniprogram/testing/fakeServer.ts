/** Answers Taro.request by the contract's names, for tests of pages and of the session. */
import type { Me } from '@common/contract/accounts';
import type { InputOf, OutputOf } from '@common/contract/endpoint';
import { ERRORS, type ErrorCode } from '@common/contract/errors';
import type { Contract } from '@common/contract/index';
import type { LearnerSelf } from '@common/contract/learners';
import type { LearnerProfile } from '@common/contract/profile';
import Taro from '@tarojs/taro';

type Answers = {
  [A in keyof Contract]?: {
    [E in keyof Contract[A]]?: (
      input: InputOf<Contract[A][E]>,
    ) => OutputOf<Contract[A][E]> | Promise<OutputOf<Contract[A][E]>>;
  };
};
interface Sent {
  name: string;
  input: Record<string, unknown>;
  token: string | undefined;
}
interface WireOptions {
  url: string;
  method: string;
  data?: Record<string, unknown>;
  header: Record<string, string>;
}
type UploadOptions = Pick<WireOptions, 'url' | 'header'> & { filePath: string };

/** An answer that refuses. */
export class Refusal extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly field?: string,
    readonly retryAfter?: number,
  ) {
    super(ERRORS[code][1]);
  }
}

/** Takes the place of the network: what `answers` has is answered, the rest fails as a dead network does. */
export function fakeServer(answers: Answers): Sent[] {
  const sent: Sent[] = [];
  (Taro.request as unknown as jest.Mock).mockImplementation(async (options: WireOptions) => {
    const { pathname, searchParams } = new URL(options.url);
    for (const [area, endpoints] of Object.entries(__ENDPOINTS__)) {
      for (const [name, [method, path]] of Object.entries(endpoints)) {
        const params = method === options.method ? paramsOf(path, pathname) : null;
        if (!params) {
          continue;
        }
        const input = { ...Object.fromEntries(searchParams), ...options.data, ...params };
        sent.push({ name: `${area}.${name}`, input, token: options.header.Authorization?.slice(7) });
        return run(answers, area, name, input);
      }
    }
    throw new Error(`No such endpoint: ${options.method} ${pathname}`);
  });
  (Taro.uploadFile as unknown as jest.Mock).mockImplementation((options: UploadOptions) =>
    uploading(answers, sent, options),
  );
  return sent;
}

/** WeChat's upload: a task that tells its progress, and its answer as text. */
function uploading(answers: Answers, sent: Sent[], { url, filePath, header }: UploadOptions) {
  let tell: (update: { progress: number }) => void = () => undefined;
  const answer = async () => {
    await Promise.resolve();
    tell({ progress: 60 });
    const { pathname } = new URL(url);
    for (const [area, endpoints] of Object.entries(__ENDPOINTS__)) {
      for (const [name, [, path, carriage]] of Object.entries(endpoints)) {
        if (carriage === 'upload' && path === pathname) {
          const input = { file: filePath };
          sent.push({ name: `${area}.${name}`, input, token: header.Authorization?.slice(7) });
          const { statusCode, data } = await run(answers, area, name, input);
          return { statusCode, data: JSON.stringify(data) };
        }
      }
    }
    throw new Error(`No such upload: ${pathname}`);
  };
  return Object.assign(answer(), {
    progress: (listener: typeof tell) => {
      tell = listener;
    },
  });
}

/** The parameters of an address, `/api/units/:unitId`; null for another address. */
function paramsOf(path: string, pathname: string): Record<string, string> | null {
  const names = path.match(/:\w+/g) ?? [];
  const found = new RegExp(`^${path.replace(/:\w+/g, '([^/]+)')}$`).exec(pathname);
  return (
    found &&
    Object.fromEntries(names.map((name, n) => [name.slice(1), decodeURIComponent(found[n + 1] ?? '')]))
  );
}

async function run(answers: Answers, area: string, name: string, input: object) {
  type Loose = Record<string, Record<string, ((input: object) => unknown) | undefined> | undefined>;
  const answer = (answers as Loose)[area]?.[name];
  if (!answer) {
    throw new Error('request:fail');
  }
  try {
    return { statusCode: 200, data: await answer(input) };
  } catch (error) {
    if (!(error instanceof Refusal)) {
      throw error;
    }
    const { code, message, field, retryAfter } = error;
    return { statusCode: ERRORS[code][0], data: { code, message, field, retryAfter, requestId: 'r' } };
  }
}

const id = (n: number) => n.toString(16).padStart(24, '0');

export const LEARNER: LearnerSelf = {
  id: id(1),
  name: '李雷',
  idNoMasked: '4310**********0011',
  phoneMasked: '138****8000',
  photoUrl: null,
  title: 'nurse',
  unit: { id: id(2), name: '宜章县第二人民医院', regionName: '湖南省 郴州市 宜章县' },
  unitRequest: null,
  department: '儿科',
  personnelNo: null,
  approval: { state: 'pending', reason: null, submittedAt: '2026-11-21T00:00:00.000Z', decidedAt: null },
};
/** A WeChat user, registered or not. */
export function meWith(learner: LearnerSelf | null): Me {
  return {
    roles: learner ? ['wechat', 'learner'] : ['wechat'],
    mustChangePassword: false,
    accountName: null,
    learner,
    unit: null,
    authority: null,
    administrator: null,
    needsAdministrator: false,
  };
}
/** A session as signing in answers it. */
export const sessionOf = (me: Me, token = 't1') => ({ token, expiresAt: '2030-01-01T00:00:00.000Z', me });

/** Everything that a learner keeps, beside LEARNER. */
export const PROFILE: LearnerProfile = {
  ...LEARNER,
  sex: 'male',
  birthDate: '1990-03-07',
  photoId: null,
  ethnicity: '汉族',
  email: '',
  address: '',
  position: '',
  titleSince: null,
  workStartedOn: null,
  educations: [],
  certificateNo: '',
  expertise: '',
  socialPositions: '',
  remark: '',
  titles: [{ title: 'nurse', since: null }],
  units: [],
  status: 'active',
  statusPeriods: [],
};

/**
 * A small API in memory for the built mini-program: typed by the contract, so that a change of the contract shows here when the
 * types are checked. It answers what the tests set up and keeps what was asked.
 */

import type { Me } from '../../common/contract/accounts';
import type { LearnerActivity } from '../../common/contract/activities';
import type { Claim, Receipt } from '../../common/contract/checkIns';
import type { CreditSummary } from '../../common/contract/credits';
import type { OutputOf, ParsedInputOf } from '../../common/contract/endpoint';
import type { OpenActivityView } from '../../common/contract/enrolments';
import { ApiError, ERRORS, type ErrorCode } from '../../common/contract/errors';
import { type Contract, contract } from '../../common/contract/index';
import type { LearnerRow, LearnerSelf } from '../../common/contract/learners';
import { PRIVACY_VERSION } from '../../common/privacy';
import { codesOf, PERMISSIONS } from '../../common/terms';
import { CERTIFICATES, MISSING } from './creditFixtures';
import { ACTIVITY, CREDITS, LEARNER, PROFILE, REGIONS, row, UNITS } from './fixtures';

type DueToday = OutputOf<Contract['checkIns']['dueToday']>['items'][number];
type Handlers = {
  [A in keyof Contract]?: {
    [E in keyof Contract[A]]?: (input: ParsedInputOf<Contract[A][E]>) => OutputOf<Contract[A][E]>;
  };
};

export interface FakeAnswer {
  status: number;
  body: unknown;
}
interface Call {
  name: string;
  input: Record<string, unknown>;
  token: string | undefined;
}

/** Refuses as the server does. */
export function refuse(code: ErrorCode, field?: string): never {
  throw new ApiError({ code, message: ERRORS[code][1], field });
}

const NO_ONE: Me = {
  roles: ['wechat'],
  mustChangePassword: false,
  accountName: null,
  learner: null,
  unit: null,
  authority: null,
  administrator: null,
  needsAdministrator: false,
};
const SOON = '2030-01-01T00:00:00.000Z';

export class FakeApi {
  readonly calls: Call[] = [];
  me: Me = NO_ONE;
  activities: LearnerActivity[] = [];
  openActivities: OpenActivityView[] = [];
  credits: CreditSummary = {
    ...CREDITS,
    items: [],
    totals: { total: 0, reviewed: 0, pending: 0, classI: 0, classII: 0, other: 0, minutes: 0 },
    byLevel: [],
  };
  /** Today's activities with what is still to be scanned. */
  due: DueToday[] = [];
  pending: LearnerRow[] = [];
  approved: LearnerRow[] = [];
  /** No request gets through. */
  isOffline = false;
  /** Tokens that are refused with NOT_SIGNED_IN. */
  readonly expired = new Set<string>();
  /** What `scan` answers to a text or a code; anything else is unknown. */
  readonly scannable = new Map<string, Partial<Claim>>([
    ['https://jijiaotong.example.com/q/AAAAAAAAAAAAAAAA', {}],
    ['ABCD1234', {}],
  ]);
  /** Replaces single answers. */
  overrides: Handlers = {};
  private tokens = 0;
  private claims = new Map<string, Claim>();

  /** The learner of the tests, in a state of approval. */
  register(state: LearnerSelf['approval']['state'] = 'approved', reason: string | null = null): void {
    const personnelNo = state === 'approved' ? '4310220001' : null;
    this.me = {
      ...this.me,
      roles: [...new Set([...this.me.roles, 'learner' as const])],
      learner: { ...LEARNER, personnelNo, approval: { ...LEARNER.approval, state, reason } },
    };
  }

  /** The administrator of the tests' unit. */
  administer(): void {
    this.me = {
      ...this.me,
      roles: [...new Set([...this.me.roles, 'unit' as const])],
      accountName: '431022',
      unit: {
        id: LEARNER.unit.id,
        code: '431022',
        name: LEARNER.unit.name,
        regionCode: '431022',
        regionName: LEARNER.unit.regionName,
      },
      administrator: { id: '7'.repeat(24), name: '王芳', permissions: codesOf(PERMISSIONS) },
    };
  }

  /** Answers one request as the server would: status and JSON body. */
  answer(method: string, url: string, body: unknown, token: string | undefined): FakeAnswer {
    const { pathname, searchParams } = new URL(url, 'https://fake');
    for (const [area, endpoints] of Object.entries(contract)) {
      for (const [name, endpoint] of Object.entries(endpoints)) {
        const params = match(endpoint.path, pathname);
        if (endpoint.method !== method || !params) {
          continue;
        }
        const input = { ...Object.fromEntries(searchParams), ...(body as object), ...params };
        this.calls.push({ name: `${area}.${name}`, input, token });
        return this.run(area, name, input, token, endpoint.who.includes('anyone'));
      }
    }
    return {
      status: 404,
      body: { code: 'NOT_FOUND', message: `没有 ${method} ${pathname}`, requestId: 'r' },
    };
  }

  /** How often an endpoint was asked. */
  count(name: string): number {
    return this.calls.filter((call) => call.name === name).length;
  }
  /** What it was asked with last. */
  last(name: string): Record<string, unknown> | undefined {
    return this.calls.filter((call) => call.name === name).at(-1)?.input;
  }

  private run(
    area: string,
    name: string,
    raw: object,
    token: string | undefined,
    isOpen: boolean,
  ): FakeAnswer {
    try {
      if (!isOpen && (!token || this.expired.has(token))) {
        refuse('NOT_SIGNED_IN');
      }
      type Loose = Record<string, Record<string, ((input: unknown) => unknown) | undefined> | undefined>;
      const endpoint = (
        contract as unknown as Record<string, Record<string, { input: { parse(x: unknown): unknown } }>>
      )[area]?.[name];
      const handler = (this.overrides as Loose)[area]?.[name] ?? (this.handlers as Loose)[area]?.[name];
      if (!handler || !endpoint) {
        throw new Error(`The fake has no ${area}.${name}`);
      }
      return { status: 200, body: handler(endpoint.input.parse(raw)) };
    } catch (error) {
      if (!(error instanceof ApiError) || error.code === 'NETWORK') {
        throw error;
      }
      const { code, message, field } = error;
      return { status: ERRORS[code][0], body: { code, message, field, requestId: 'r' } };
    }
  }

  private openActivity(id: string): OpenActivityView {
    return this.openActivities.find((each) => each.id === id) ?? refuse('NOT_FOUND');
  }

  private pageOfOpen(q: string, page: number, pageSize: number) {
    const items = this.openActivities.filter(({ name }) => name.includes(q));
    return { items, total: items.length, page, pageSize };
  }

  private session() {
    this.tokens += 1;
    return { token: `t${this.tokens}`, expiresAt: SOON, me: this.me };
  }

  private readonly handlers: Handlers = {
    accounts: {
      config: () => ({
        publicUrl: 'https://jijiaotong.example.com',
        officialAccountName: '继教通',
        wechatAuthorizeUrl: null,
        simulated: false,
        serverTime: new Date().toISOString(),
      }),
      signInWithWechat: () => this.session(),
      signInWithPassword: ({ name, password }) => {
        if (password !== 'right-password1') {
          refuse('WRONG_CREDENTIALS');
        }
        if (name === '431022') {
          this.administer();
        }
        return this.session();
      },
      me: () => this.me,
      signOut: () => ({ ok: true }),
      changePassword: () => ({ ok: true }),
      sendSmsCode: () => ({ ok: true, retryAfter: 60 }),
    },
    regionsUnits: {
      listRegions: ({ parent = '' }) => ({ items: REGIONS[parent] ?? [] }),
      unitDepartments: () => ({ items: ['心内科', '儿科'] }),
      searchUnits: ({ q, region = '' }) => ({
        items: UNITS.filter(
          (unit) => unit.code.startsWith(region) && [unit.name, unit.matchedName].some((n) => n?.includes(q)),
        ).map((unit) => ({
          ...unit,
          matchedName: unit.matchedName?.includes(q) && q ? unit.matchedName : null,
        })),
      }),
    },
    learners: {
      register: (input) => {
        if (input.idNo === '11010519491231002X') {
          refuse('IDNO_TAKEN', 'idNo');
        }
        this.register('pending');
        const known = { ...(this.me.learner ?? LEARNER), name: input.name, title: input.title };
        const learner = input.unitRequest
          ? waitingForUnit(known, input.unitRequest)
          : {
              ...known,
              unit: UNITS.find(({ id }) => id === input.unitId) ?? refuse('UNIT_UNKNOWN', 'unitId'),
            };
        this.me = { ...this.me, learner };
        return learner;
      },
      resubmit: (input) => {
        this.register('pending');
        const learner = { ...(this.me.learner ?? LEARNER), name: input.name, title: input.title };
        this.me = { ...this.me, learner };
        return learner;
      },
      myProfile: () => ({ ...PROFILE, ...this.me.learner }),
      uploadPhoto: () => ({ photoId: '8'.repeat(24), url: '/api/photos/T' }),
      listLearners: ({ state, q, page, pageSize }) => {
        const all = (state === 'approved' ? this.approved : this.pending).filter((each) =>
          each.name.includes(q),
        );
        return {
          items: all.slice((page - 1) * pageSize, page * pageSize),
          total: all.length,
          page,
          pageSize,
          asOf: new Date().toISOString(),
        };
      },
      decide: ({ learnerIds, decision }) => {
        const state = decision === 'approve' ? ('approved' as const) : ('rejected' as const);
        const decided = this.pending.filter(({ id }) => learnerIds.includes(id));
        this.pending = this.pending.filter(({ id }) => !learnerIds.includes(id));
        if (state === 'approved') {
          this.approved.push(...decided.map((each) => ({ ...each, state })));
        }
        const changed = (id: string) => decided.some((each) => each.id === id);
        return {
          changed: decided.length,
          results: learnerIds.map((learnerId) => ({
            learnerId,
            state,
            changed: changed(learnerId),
            isNewer: false,
          })),
        };
      },
    },
    transfers: { myTransfers: () => ({ items: [] }) },
    personalData: {
      myConsents: () => ({
        items: [{ version: PRIVACY_VERSION, at: new Date().toISOString() }],
        current: PRIVACY_VERSION,
      }),
      exportMine: () => ({ name: '我的数据.xlsx', save: async () => undefined }),
    },
    activities: { myActivities: () => ({ items: this.activities }) },
    tasks: { mySubscriptions: () => ({ templateIds: [] }) },
    messages: { unreadMessages: () => ({ unread: 0 }) },
    notices: {
      myNotices: ({ page, pageSize }) => ({ items: [], total: 0, unread: 0, page, pageSize }),
      publicNotices: ({ page, pageSize }) => ({ items: [], total: 0, page, pageSize }),
      publicRegions: () => ({ items: [] }),
    },
    enrolments: {
      findActivities: ({ q, page, pageSize }) => this.pageOfOpen(q, page, pageSize),
      openActivity: ({ activityId }) => this.openActivity(activityId),
      myEnrolments: ({ page, pageSize }) => {
        const items = this.openActivities.filter(({ mine }) => mine !== null && mine.state !== 'left');
        return { items, total: items.length, page, pageSize };
      },
      enrol: ({ activityId }) => {
        const found = this.openActivity(activityId);
        found.mine = { state: 'enrolled', place: null };
        found.enrolled += 1;
        return found;
      },
      leave: ({ activityId }) => {
        const found = this.openActivity(activityId);
        found.mine = { state: 'left', place: null };
        found.enrolled -= 1;
        return found;
      },
    },
    credits: {
      myCredits: ({ year }) => ({ ...this.credits, year: year ?? this.credits.year }),
      searchMyCredits: ({ state, page, pageSize }) => {
        const items = this.credits.items.filter((each) => state === 'all' || each.state === state);
        return { items, total: items.length, page, pageSize, totals: this.credits.totals };
      },
      whyMissing: ({ activityId }) => (activityId === MISSING.activityId ? MISSING : refuse('NOT_FOUND')),
    },
    certificates: {
      myCertificates: () => ({ years: [this.credits.year], items: CERTIFICATES }),
    },
    overview: {
      unitOverview: () => ({
        waitingLearners: this.pending.length,
        waitingTransfers: 0,
        waitingCorrections: 0,
        approvedLearners: this.approved.length,
        checkInsToday: 128,
        waitingCreditings: 1,
        returnedCreditings: 0,
        waitingActivities: 0,
        waitingReports: 0,
        returnedActivities: 0,
        waitingApplications: 0,
        returnedApplications: 0,
        activitiesNow: [row],
      }),
    },
    presence: {
      mySpotCheck: () => ({ check: null }),
      presence: ({ page, pageSize }) => ({
        items: [
          {
            learnerId: '8'.repeat(24),
            name: '王晓丽',
            unitName: UNITS[0]?.name ?? '',
            department: '护理部',
            state: 'missing',
            lastAt: null,
            isEnrolled: true,
          },
        ],
        total: 1,
        page,
        pageSize,
        here: 126,
        missing: 1,
        left: 5,
        held: 2,
        departments: [{ name: '护理部', here: 6, expected: 7 }],
      }),
      listSpotChecks: ({ page, pageSize }) => ({ items: [], total: 0, page, pageSize }),
    },
    checkIns: {
      scan: ({ text, code }) => {
        const found = this.scannable.get(text ?? code ?? '');
        if (!found) {
          refuse(code ? 'CODE_UNKNOWN' : 'QR_UNKNOWN');
        }
        const now = Date.now();
        const claim: Claim = {
          claimId: `claim${this.claims.size + 1}`,
          activityName: ACTIVITY.name,
          courseName: '心电图判读',
          direction: 'in',
          scannedAt: new Date(now).toISOString(),
          expiresAt: new Date(now + 180_000).toISOString(),
          isPlaceRequired: false,
          isFaceRequired: false,
          hasWalkInForm: false,
          ...found,
        };
        this.claims.set(claim.claimId, claim);
        return claim;
      },
      checkIn: ({ claimId, place }) => {
        const claim = this.claims.get(claimId) ?? refuse('CLAIM_EXPIRED');
        const { learner } = this.me;
        if (claim.isPlaceRequired && !place) {
          refuse('PLACE_REQUIRED');
        }
        const receipt = receiptFor(claim, learner?.name ?? '');
        return learner?.approval.state === 'approved'
          ? receipt
          : { ...receipt, held: { kind: 'unapproved', words: '扫码时间已保留，单位审核通过后自动生效' } };
      },
      scanLate: ({ scannedAt }) => ({
        ...receiptFor({ activityName: ACTIVITY.name, courseName: '心电图判读', direction: 'in' }, '李雷'),
        at: scannedAt,
        held: { kind: 'late', words: '扫码时没有网络，待活动管理员确认后生效' },
      }),
      dueToday: () => ({ items: this.due }),
      board: () => ({
        persons: 126,
        swipes: 131,
        courses: [
          { courseId: '5'.repeat(24), name: '心电图判读', inPersons: 126, outPersons: 5, swipes: 131 },
        ],
        latest: [
          {
            name: '王*丽',
            unitName: '宜章县中医医院',
            at: new Date().toISOString(),
            courseName: '心电图判读',
            direction: 'in',
            method: 'qr',
          },
        ],
        refused: [{ reason: '单位尚未审核通过', count: 3 }],
      }),
    },
  };
}

/** The answer to a check-in: the first of two that the morning wants. */
function receiptFor(
  { activityName, courseName, direction }: Pick<Claim, 'activityName' | 'courseName' | 'direction'>,
  learnerName: string,
): Receipt {
  const at = new Date().toISOString();
  return {
    checkInId: '6'.repeat(24),
    learnerName,
    activityName,
    courseName,
    venue: ACTIVITY.venue,
    direction,
    at,
    repeated: false,
    today: [{ courseName, direction, at }],
    due: [{ label: '上午签到', done: 1, of: 2 }],
    held: null,
  };
}

/** Registered, but the unit has to be added first. */
function waitingForUnit(
  learner: LearnerSelf,
  { name, regionCode }: { name: string; regionCode: string },
): LearnerSelf {
  return {
    ...learner,
    unit: null,
    unitRequest: {
      name,
      regionCode,
      regionName: '湖南省 郴州市 宜章县',
      state: 'waiting',
      reason: null,
      authorityName: '宜章县卫生健康局',
    },
    approval: { ...learner.approval, state: 'draft' },
  };
}

/** The parameters of a path, null when it does not fit. */
function match(pattern: string, path: string): Record<string, string> | null {
  const names: string[] = [];
  const source = pattern.replace(/:(\w+)/g, (_all, name: string) => {
    names.push(name);
    return '([^/]+)';
  });
  const found = new RegExp(`^${source}$`).exec(path);
  return found && Object.fromEntries(names.map((name, i) => [name, decodeURIComponent(found[i + 1] ?? '')]));
}

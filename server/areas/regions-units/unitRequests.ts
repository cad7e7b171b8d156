import type { UnitRequestRow } from '@common/contract/regionsUnits';
import { likenessOfNames, tidyUnitName } from '@common/rules/unitName';
import type { RequestState } from '@common/terms';
import { type ClientSession, isValidObjectId, Types } from 'mongoose';
import { appError } from '../../http/errors';
import type { Platform } from '../../platform';
import { pageOf } from '../../platform/mongo';
import { maskedNumbers } from '../learners/presenter';
import type { Services } from '../services';
import type { By } from './authorities';
import { type AuthorityDoc, type UnitRequestDoc, unitRequestModel } from './model';
import { governs } from './policy';
import { presentFound, presentRequest } from './presenter';
import { isCounty, regionName } from './regions';
import type { UnitIndex } from './unitIndex';
import type { UnitWriter } from './unitWriter';

/** A learner's own request, as his pages show it. */
export interface OwnUnitRequest {
  name: string;
  regionCode: string;
  regionName: string;
  state: RequestState;
  reason: string | null;
  authorityName: string | null;
}

/** There is no 无单位: who does not find his unit asks for it to be added, and the county's authority decides (manual 003 §三). */
export interface UnitRequests {
  /** Replaces a request of his that still waits. @throws AppError INVALID_INPUT, UNIT_UNKNOWN where no authority is above. */
  requestUnit(
    given: { learnerId: string; name: string; regionCode: string; note: string },
    session?: ClientSession,
  ): Promise<void>;
  /** His latest request. */
  requestOf(learnerId: string): Promise<OwnUnitRequest | null>;
  /** Takes back what still waits. */
  withdrawRequest(learnerId: string, session?: ClientSession): Promise<void>;
  /** For who closes his account: what waits goes, and of what was decided what he wrote about it. */
  forgetRequests(learnerId: string, session: ClientSession): Promise<void>;
  countWaitingRequests(authorityId: string): Promise<number>;
  /** Those of the authority's region, the longest waiting first. */
  listUnitRequests(
    authorityId: string,
    query: { state: RequestState | 'all'; page: number; pageSize: number },
  ): Promise<{ items: UnitRequestRow[]; total: number }>;
  /**
   * Adds the unit, points to an existing one, or refuses. Others who wait for the same name in the same county are decided with
   * it. @throws AppError NOT_FOUND, REQUEST_DECIDED, REASON_REQUIRED, UNIT_EXISTS, UNIT_UNKNOWN.
   */
  decideUnitRequest(authorityId: string, decision: UnitRequestDecision, by: By): Promise<UnitRequestRow>;
}

export interface UnitRequestDecision {
  requestId: string;
  decision: 'add' | 'existing' | 'refuse';
  name?: string;
  unitId?: string;
  reason?: string;
}

/** Names nearer than this are shown as perhaps the same unit. */
const NEAR = 0.7;
const SIMILAR_SHOWN = 5;

export function createUnitRequests(
  { mongo, clock, cipher }: Platform,
  services: Services,
  index: UnitIndex,
  writer: UnitWriter,
): UnitRequests {
  const UnitRequest = unitRequestModel(mongo);

  /** Units of the county whose names come near, with the name that does. */
  async function similarTo({ name, regionCode }: UnitRequestDoc) {
    const { units } = await index.find({ region: regionCode, q: '' });
    const near = units.map((unit) => {
      const [best] = unit.names
        .map((own) => ({ own, likeness: likenessOfNames(name, own) }))
        .sort((a, b) => b.likeness - a.likeness);
      return { unit, own: best?.own, likeness: best?.likeness ?? 0 };
    });
    return near
      .filter(({ likeness }) => likeness >= NEAR)
      .sort((a, b) => b.likeness - a.likeness)
      .slice(0, SIMILAR_SHOWN)
      .map(({ unit, own }) => presentFound(unit, own));
  }

  async function present(authority: AuthorityDoc, requests: UnitRequestDoc[]): Promise<UnitRequestRow[]> {
    const [learners, authorities] = await Promise.all([
      services.learners.many(requests.map(({ learnerId }) => String(learnerId))),
      services.regionsUnits.authorityNames(requests.map(({ authorityId }) => String(authorityId))),
    ]);
    return Promise.all(
      requests.map(async (request) => {
        const learner = learners.get(String(request.learnerId));
        return presentRequest(request, {
          learnerName: learner?.name ?? '',
          phoneMasked: learner ? maskedNumbers(cipher, learner).phoneMasked : '',
          authorityName: authorities.get(String(request.authorityId)) ?? '',
          isMine: request.authorityId.equals(authority._id),
          similar: request.state === 'waiting' ? await similarTo(request) : [],
        });
      }),
    );
  }

  async function authorityOf(id: string): Promise<AuthorityDoc> {
    const authority = await services.regionsUnits.authority(id);
    if (!authority) {
      throw appError('NOT_FOUND');
    }
    return authority;
  }

  /** Accepts a request and those that wait for the same, for a unit that is made or found once the request is ours. */
  async function accept(
    request: UnitRequestDoc,
    unitOf: (session: ClientSession) => Promise<Types.ObjectId>,
  ): Promise<void> {
    await mongo.transaction(async (session) => {
      const waiting = { regionCode: request.regionCode, open: true };
      const decided = { state: 'accepted' as const, decidedAt: new Date(clock.now()) };
      await claim(request._id, decided, session);
      const unitId = await unitOf(session);
      const others = (await UnitRequest.find(waiting).session(session).lean()).filter(
        ({ name }) => name === request.name,
      );
      const all = [request, ...others];
      await UnitRequest.updateMany(
        { _id: { $in: all.map(({ _id }) => _id) } },
        { $set: { ...decided, unitId }, $unset: { open: 1 } },
        { session },
      );
      for (const { learnerId } of all) {
        await services.learners.unitAdded(String(learnerId), String(unitId), session);
      }
    });
  }

  /** Decides it, unless a colleague was faster. @throws AppError REQUEST_DECIDED. */
  async function claim(
    _id: Types.ObjectId,
    decided: Partial<UnitRequestDoc>,
    session?: ClientSession,
  ): Promise<void> {
    const done = await UnitRequest.updateOne(
      { _id, open: true },
      { $set: decided, $unset: { open: 1 } },
      { session },
    );
    if (done.modifiedCount !== 1) {
      throw appError('REQUEST_DECIDED');
    }
  }

  async function decide(
    authority: AuthorityDoc,
    request: UnitRequestDoc,
    given: UnitRequestDecision,
  ): Promise<void> {
    const { regionCode } = request;
    if (given.decision === 'refuse') {
      const { reason } = given;
      if (!reason) {
        throw appError('REASON_REQUIRED', { field: 'reason', message: '请填写不予新增的原因' });
      }
      await claim(request._id, { state: 'refused', reason, decidedAt: new Date(clock.now()) });
      await services.learners.unitRefused(String(request.learnerId), reason);
      return;
    }
    if (given.decision === 'existing') {
      const unit = given.unitId ? await services.regionsUnits.unit(given.unitId) : null;
      if (!unit || !governs(authority, unit.regionCode)) {
        throw appError('UNIT_UNKNOWN', { field: 'unitId' });
      }
      await accept(request, async () => unit._id);
      return;
    }
    const added = { name: given.name ?? request.name, regionCode, aliases: [], formerNames: [] };
    await writer.write(async () =>
      accept(request, async (session) => {
        const [unit] = await writer.insert([added], session);
        if (!unit) {
          throw new Error('no unit was inserted');
        }
        return unit._id;
      }),
    );
  }

  return {
    async requestUnit({ learnerId, name, regionCode, note }, session) {
      if (!isCounty(regionCode)) {
        throw appError('INVALID_INPUT', { message: '请选择到区县', field: 'unitRequest.regionCode' });
      }
      const authority = await services.regionsUnits.authorityOver(regionCode);
      if (!authority) {
        throw appError('UNIT_UNKNOWN', {
          message: `${regionName(regionCode)}还没有开通的行政部门，暂不能申请新增单位，请联系单位向上级反映`,
          field: 'unitRequest.regionCode',
        });
      }
      const asked = {
        name: tidyUnitName(name),
        regionCode,
        note,
        authorityId: authority._id,
        state: 'waiting' as const,
        submittedAt: new Date(clock.now()),
      };
      await UnitRequest.updateOne(
        { learnerId: new Types.ObjectId(learnerId), open: true },
        { $set: asked },
        { upsert: true, session },
      );
    },
    async requestOf(learnerId) {
      const request = await UnitRequest.findOne({ learnerId: new Types.ObjectId(learnerId) })
        .sort({ submittedAt: -1, _id: -1 })
        .lean();
      if (!request) {
        return null;
      }
      const { name, regionCode, state, reason = null } = request;
      const authority = await services.regionsUnits.authority(String(request.authorityId));
      return {
        name,
        regionCode,
        regionName: regionName(regionCode),
        state,
        reason,
        authorityName: authority?.name ?? null,
      };
    },
    async withdrawRequest(learnerId, session) {
      await UnitRequest.deleteMany({ learnerId: new Types.ObjectId(learnerId), open: true }, { session });
    },
    async forgetRequests(learnerId, session) {
      await this.withdrawRequest(learnerId, session);
      const his = { learnerId: new Types.ObjectId(learnerId) };
      await UnitRequest.updateMany(his, { $set: { note: '' } }, { session });
    },
    countWaitingRequests: async (authorityId) =>
      UnitRequest.countDocuments({ authorityId: new Types.ObjectId(authorityId), open: true }),
    async listUnitRequests(authorityId, { state, page, pageSize }) {
      const authority = await authorityOf(authorityId);
      const filter = {
        regionCode: { $regex: `^${authority.regionCode}` },
        ...(state !== 'all' && { state }),
      };
      const sort = { submittedAt: state === 'waiting' ? 1 : -1, _id: 1 } as const;
      const { rows, total } = await pageOf(UnitRequest, filter, sort, { page, pageSize });
      return { items: await present(authority, rows), total };
    },
    async decideUnitRequest(authorityId, given, by) {
      const authority = await authorityOf(authorityId);
      const request = isValidObjectId(given.requestId)
        ? await UnitRequest.findById(given.requestId).lean()
        : null;
      if (!request || !governs(authority, request.regionCode)) {
        throw appError('NOT_FOUND');
      }
      await decide(authority, request, given);
      const after = await UnitRequest.findById(request._id).orFail().lean();
      await services.audit.append({
        ...by,
        action: `unit-request.${after.state}`,
        subject: after.unitId ? `unit:${after.unitId}` : `learner:${after.learnerId}`,
        reason: after.reason ?? request.name,
      });
      const [row] = await present(authority, [after]);
      return row as UnitRequestRow;
    },
  };
}

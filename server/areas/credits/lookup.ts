import type { CreditRow, CreditSummary, credits } from '@common/contract/credits';
import type { OutputOf, ParsedInputOf } from '@common/contract/endpoint';
import { creditYear } from '@common/rules/credits';
import { yearOf } from '@common/rules/shanghaiTime';
import type { CreditState } from '@common/terms';
import { Types } from 'mongoose';
import { insistInOrder } from '../../http/dayRange';
import { appError } from '../../http/errors';
import type { Platform } from '../../platform';
import type { Services } from '../services';
import { creditEntryModel } from './model';
import { byLevelOf, opinionOf, presentCredit, totalsOf } from './presenter';
import { createStandings } from './standings';

/** How far somebody's credit of an activity got, for the learner's list of activities. */
export interface CreditRowSource {
  activityId: string;
  reviewed: boolean;
  state: CreditState;
  waitingFor: string | null;
  /** Why returned or revoked. */
  opinion: string | null;
}

export interface Lookup {
  /** The learner's credits of a year, pending ones included. */
  summary(learnerId: string, year?: number): Promise<CreditSummary>;
  /** 学分情况查询 (manual 004). @throws AppError INVALID_INPUT. */
  search(
    learnerId: string,
    wanted: ParsedInputOf<typeof credits.searchMyCredits>,
  ): Promise<OutputOf<typeof credits.searchMyCredits>>;
  /** The learner's credits of all years, the latest activity first. */
  allOf(learnerId: string): Promise<CreditRow[]>;
  /** Participants' credits by activity: the one that stands, else the last that was revoked. */
  sourcesOf(learnerId: string): Promise<CreditRowSource[]>;
}

/**
 * What a learner sees of the ledger. Each look-up reads the entries of his by one range of an index and nothing else, so that it
 * costs the same however many others have theirs there (`npm run bench -- credits`).
 */
export function createLookup(platform: Platform, services: Services): Lookup {
  const CreditEntry = creditEntryModel(platform.mongo);
  const { standingsAmong } = createStandings(platform, services);

  /** By days, both included: the years come first in the index. */
  async function standingsWithin(learnerId: string, { from, to }: { from?: string; to?: string } = {}) {
    const isBounded = from !== undefined || to !== undefined;
    const days = { ...(from !== undefined && { $gte: from }), ...(to !== undefined && { $lte: to }) };
    const years = {
      ...(from !== undefined && { $gte: creditYear(from) }),
      ...(to !== undefined && { $lte: creditYear(to) }),
    };
    const entries = await CreditEntry.find({
      learnerId: new Types.ObjectId(learnerId),
      ...(isBounded && { year: years, activityDate: days }),
    })
      .sort({ year: -1, activityDate: -1, _id: -1 })
      .lean();
    return standingsAmong(entries);
  }

  return {
    async summary(learnerId, given) {
      const learner = await services.learners.get(learnerId);
      if (!learner) {
        throw appError('NOT_FOUND');
      }
      // Whoever waits for his unit to be added is under the national requirement meanwhile.
      const unit = learner.unitId ? await services.regionsUnits.unit(String(learner.unitId)) : null;
      const thisYear = yearOf(platform.clock.now());
      const year = given ?? thisYear;
      const [entries, years, settings] = await Promise.all([
        CreditEntry.find({ learnerId: learner._id, year }).sort({ activityDate: -1, _id: -1 }).lean(),
        CreditEntry.distinct('year', { learnerId: learner._id }),
        services.regionsUnits.settings(unit?.regionCode ?? ''),
      ]);
      const standings = await standingsAmong(entries);
      return {
        year,
        years: [...new Set([thisYear, ...(years as number[])])].sort((a, b) => b - a),
        required: settings.annualCredits,
        totals: totalsOf(standings),
        byLevel: byLevelOf(standings),
        items: standings.map(presentCredit),
      };
    },
    async search(learnerId, { from, to, state, creditClass, page, pageSize }) {
      insistInOrder(from, to);
      const all = await standingsWithin(learnerId, { from, to });
      const found = all.filter(
        (each) =>
          (state === 'all' || each.state === state) &&
          (creditClass === undefined || each.entry.creditClass === creditClass),
      );
      return {
        items: found.slice((page - 1) * pageSize, page * pageSize).map(presentCredit),
        total: found.length,
        page,
        pageSize,
        totals: totalsOf(found),
      };
    },
    allOf: async (learnerId) => (await standingsWithin(learnerId)).map(presentCredit),
    async sourcesOf(learnerId) {
      const own = (await standingsWithin(learnerId)).filter(({ entry }) => entry.role === 'participant');
      // The last round wins: what was revoked is granted anew with the next one.
      own.sort((a, b) => a.entry.round - b.entry.round);
      const latest = new Map(own.map((each) => [String(each.entry.sourceId), each]));
      return [...latest].map(([activityId, each]) => ({
        activityId,
        reviewed: each.state === 'reviewed',
        state: each.state,
        waitingFor: each.revocation ? null : each.review.waitingFor,
        opinion: opinionOf(each),
      }));
    },
  };
}

import type { attendance, RosterRow } from '@common/contract/attendance';
import type { OutputOf, ParsedInputOf } from '@common/contract/endpoint';
import { spanOf } from '@common/rules/periods';
import { rosterDueAt } from '@common/rules/roster';
import { formatRanges } from '@common/rules/shanghaiTime';
import type { ServedFile } from '../../http/call';
import { appError } from '../../http/errors';
import type { Platform } from '../../platform';
import { buildWorkbook } from '../../sheets/buildWorkbook';
import { XLSX } from '../../sheets/writeTemplate';
import { periodsOf } from '../activities/presenter';
import type { FullActivity } from '../activities/service';
import { maskedIdNo } from '../learners/presenter';
import type { Services } from '../services';
import { type Attended, createAttended } from './attended';
import { peopleAmong } from './people';
import { rosterModel } from './rosterModel';
import { rosterColumns, rosterLine } from './rosterSheet';

type Query = Omit<ParsedInputOf<typeof attendance.roster>, 'activityId'>;

/** 签到与撤离名单 (manual 002 §2.2): it goes to the unit's 科教 department, who picks those with 规定学时, within two weeks. */
export interface Roster {
  /** Who came first is first. */
  roster(full: FullActivity, query: Query): Promise<OutputOf<typeof attendance.roster>>;
  exportRoster(full: FullActivity): Promise<ServedFile>;
  /** 上报, again as often as something has changed. @throws AppError MOVE_REFUSED before the end of the last period. */
  handUpRoster(full: FullActivity, by: string): Promise<{ persons: number; fullPersons: number }>;
}

const EXPORTED_AT_ONCE = 500;

export function createRoster({ mongo, cipher, clock }: Platform, services: Services): Roster {
  const RosterOf = rosterModel(mongo);
  const attended = createAttended({ clock }, services);

  async function rows(some: Attended[]): Promise<RosterRow[]> {
    const learners = await services.learners.many(some.flatMap(({ learnerId }) => learnerId ?? []));
    const personOf = await peopleAmong(services, learners);
    return some.map(({ learnerId, walkIn, stay, isFull }) => {
      const learner = learnerId === null ? undefined : learners.get(learnerId);
      const { name, unitName, department } = walkIn ?? personOf(learnerId);
      return {
        id: walkIn?.id ?? String(learnerId),
        learnerId,
        ...{ name, unitName, department },
        idNoMasked: walkIn?.idNoMasked ?? (learner ? maskedIdNo(cipher, learner) : ''),
        periods: stay.periods.map((period) => ({ in: isoOf(period.in), out: isoOf(period.out) })),
        minutes: stay.minutes,
        isFull,
      };
    });
  }

  return {
    async roster(full, { only, page, pageSize }) {
      const [all, handedUp] = await Promise.all([
        attended(full),
        RosterOf.findOne({ activityId: full.activity._id }).lean(),
      ]);
      const withFullHours = all.filter(({ isFull }) => isFull);
      const shown = only === 'full' ? withFullHours : all;
      const periods = periodsOf(full.activity);
      return {
        items: await rows(shown.slice((page - 1) * pageSize, page * pageSize)),
        ...{ total: shown.length, page, pageSize },
        periods: periods.map(({ from, to }) => ({ from: iso(from), to: iso(to) })),
        persons: all.length,
        fullPersons: withFullHours.length,
        dueAt: iso(rosterDueAt(periods) ?? clock.now()),
        handedUp: handedUp && {
          at: handedUp.at.toISOString(),
          by: handedUp.by,
          persons: handedUp.persons,
        },
      };
    },
    async exportRoster(full) {
      const all = await attended(full);
      const periods = periodsOf(full.activity);
      const lines: string[][] = [];
      while (lines.length < all.length) {
        const some = await rows(all.slice(lines.length, lines.length + EXPORTED_AT_ONCE));
        lines.push(...some.map((row, i) => rosterLine(row, lines.length + i + 1)));
      }
      const sheet = { name: '签到与撤离名单', columns: rosterColumns(periods), rows: lines };
      const body = await buildWorkbook([sheet]);
      return { name: `签到与撤离名单-${full.project.name}-第${full.activity.term}期.xlsx`, type: XLSX, body };
    },
    async handUpRoster(full, by) {
      const periods = periodsOf(full.activity);
      const { to: end } = spanOf(periods);
      if (full.activity.state !== 'approved' || !(clock.now() > end)) {
        throw appError('MOVE_REFUSED', {
          message: `活动结束后才能上报名单（举办周期：${formatRanges(periods)}）`,
        });
      }
      const all = await attended(full);
      const counts = { persons: all.length, fullPersons: all.filter(({ isFull }) => isFull).length };
      await RosterOf.updateOne(
        { activityId: full.activity._id },
        { $set: { ...counts, by, at: new Date(clock.now()) } },
        { upsert: true },
      );
      return counts;
    },
  };
}

const iso = (ms: number) => new Date(ms).toISOString();
const isoOf = (ms: number | null) => (ms === null ? null : iso(ms));

import { createHash } from 'node:crypto';
import type { CheckInRules } from '@common/contract/checkInRules';
import { CHECK_IN_RULES } from '@common/rules/checkInRules';
import { LEAST_QUESTIONS } from '@common/rules/examQuestion';
import type { Direction } from '@common/terms';
import { Types } from 'mongoose';
import { appError } from '../../http/errors';
import type { SessionRecord } from '../../http/sessions';
import type { Platform } from '../../platform';
import { briefly } from '../../platform/briefly';
import { together } from '../../platform/together';
import { insistApproved } from '../activities/policy';
import type { FullActivity } from '../activities/service';
import type { Services } from '../services';
import { courseFault } from './hindrance';
import { type DisplayDoc, displayModel } from './model';
import { closedKey, DISPLAY_LIFE_MS, TOKEN_LIFE_MOST_MS } from './tokens';

/** How soon a screen notices that its paper was published, or closed. */
const PAPER_SEEN_AFTER_MS = 2_000;

const hashOf = (ticket: string) => createHash('sha256').update(ticket).digest('base64url');

/** An open display with what its screen depends on. */
export interface OpenDisplay {
  display: DisplayDoc;
  full: FullActivity;
  rules: CheckInRules;
  /** An exam is required here, and there is no published paper that can be taken (manual 000 §二: no code then). */
  isPaperMissing: boolean;
}

/** As an administrator sees it. */
export interface ListedDisplay {
  display: DisplayDoc;
  screenUrl: string | null;
}

export interface Displays {
  /** @throws AppError NOT_FOUND, ACTIVITY_NOT_APPROVED, CODE_FIRST_COURSE. */
  open(
    session: SessionRecord | null,
    given: { activityId: string; courseId: string; direction: Direction },
  ): Promise<{ displayId: string; screenUrl: string }>;
  /** Its code is void at once. Answers the display's activity. @throws AppError NOT_FOUND for another unit's. */
  close(session: SessionRecord | null, displayId: string): Promise<DisplayDoc>;
  /** The open ones of an activity, the latest first, each with its address; null where an earlier version did not keep it. */
  openOf(activityId: Types.ObjectId): Promise<ListedDisplay[]>;
  /** The display of a screen's address; many asked for at once are one query. @throws AppError NOT_FOUND. */
  byTicket(ticket: string): Promise<OpenDisplay>;
  /** How many are expected: those enrolled, else as 举办前登记 says, else nobody knows. */
  expectedAt({ activity }: FullActivity): Promise<number | null>;
}

/** Venue screens. A screen is opened by an administrator and then needs no sign-in: its address is the ticket. */
export function createDisplays(
  { mongo, clock, random, config, redis, cipher, log }: Platform,
  services: Services,
): Displays {
  const Display = displayModel(mongo);
  const isOpen = (display: DisplayDoc) =>
    !display.closedAt && clock.now() - display.openedAt.getTime() < DISPLAY_LIFE_MS;
  const bound = (display: Pick<DisplayDoc, '_id'>) => `display.ticket:${display._id}`;
  const addressOf = (ticket: string) => `${config.PUBLIC_URL}/screen/${ticket}`;

  const findDisplay = together(async (hashes) => {
    const found = await Display.find({ ticketHash: { $in: hashes } }).lean();
    return new Map(found.map((display) => [display.ticketHash, display]));
  });
  const findActivity = together((ids) => services.activities.many(ids));
  const findSettings = together(async (regionCodes) => {
    const found = await Promise.all(regionCodes.map((code) => services.regionsUnits.settings(code)));
    return new Map(found.map((settings, at) => [regionCodes[at] ?? '', settings]));
  });

  const findPaper = briefly(
    clock,
    PAPER_SEEN_AFTER_MS,
    together((ids) => services.papers.lastOf(ids)),
  );
  async function isPaperMissing({ activity }: FullActivity): Promise<boolean> {
    const last = await findPaper(String(activity._id));
    return !last || last.isClosed || last.paper.questions.length < LEAST_QUESTIONS;
  }

  return {
    async open(session, { activityId, courseId, direction }) {
      const full = await services.activities.ownActivity(session, activityId);
      insistApproved(full.activity, '该活动尚未审核通过，不能展示二维码');
      const course = services.activities.course(full.activity, courseId);
      const { checkIn: rules } = await services.regionsUnits.settings(full.unit.regionCode);
      const fault = courseFault(full.activity, courseId, rules);
      if (fault) {
        throw fault;
      }
      const administrator = await services.administrators.get(session?.administratorId ?? '');
      const ticket = random.bytes(16).toString('base64url');
      const _id = new Types.ObjectId();
      await Display.create({
        _id,
        ticketHash: hashOf(ticket),
        ticket: cipher.seal(bound({ _id }), ticket),
        activityId: full.activity._id,
        courseId: course._id,
        direction,
        openedBy: full.unit._id,
        ...(administrator && { by: administrator.name }),
        openedAt: new Date(clock.now()),
      });
      return { displayId: String(_id), screenUrl: addressOf(ticket) };
    },
    async close(session, displayId) {
      const display = await Display.findById(displayId).lean();
      if (!display || session?.unitId !== String(display.openedBy)) {
        throw appError('NOT_FOUND');
      }
      await Display.updateOne({ _id: displayId }, { $set: { closedAt: new Date(clock.now()) } });
      // Fails aloud: that the code is void must be true when it is said.
      await redis.set(closedKey(displayId), '1', 'PX', TOKEN_LIFE_MOST_MS);
      // Its screens also look by themselves every few seconds.
      await redis
        .publish(`display:${displayId}`, 'closed')
        .catch((err) => log.warn({ err }, 'screen not told that it is closed'));
      return display;
    },
    async openOf(activityId) {
      const since = new Date(clock.now() - DISPLAY_LIFE_MS);
      const found = await Display.find({ activityId, openedAt: { $gt: since }, closedAt: { $exists: false } })
        .sort({ openedAt: -1 })
        .lean();
      return found.map((display) => ({
        display,
        screenUrl: display.ticket ? addressOf(cipher.open(bound(display), display.ticket)) : null,
      }));
    },
    async byTicket(ticket) {
      const display = await findDisplay(hashOf(ticket));
      const full = display && isOpen(display) ? await findActivity(String(display.activityId)) : undefined;
      if (!display || !full) {
        throw appError('NOT_FOUND', { message: '大屏已关闭或地址已失效，请在管理端重新打开' });
      }
      const settings = await findSettings(full.unit.regionCode);
      return {
        display,
        full,
        rules: settings?.checkIn ?? CHECK_IN_RULES,
        isPaperMissing: Boolean(settings?.completion.isExamRequired) && (await isPaperMissing(full)),
      };
    },
    async expectedAt({ activity }) {
      const enrolled = await services.enrolments.enrolledIds(String(activity._id));
      return enrolled.length || activity.registration?.expectedPersons || null;
    },
  };
}

import { createHash } from 'node:crypto';
import type { Direction } from '@common/terms';
import { Types } from 'mongoose';
import { appError } from '../../http/errors';
import type { SessionRecord } from '../../http/sessions';
import type { Platform } from '../../platform';
import { insist, mayManage } from '../activities/policy';
import type { FullActivity } from '../activities/service';
import type { Services } from '../services';
import { type DisplayDoc, displayModel } from './model';

const LIFE_MS = 24 * 3600_000;
const hashOf = (ticket: string) => createHash('sha256').update(ticket).digest('base64url');

export interface Displays {
  open(
    session: SessionRecord | null,
    given: { activityId: string; courseId: string; direction: Direction },
  ): Promise<{ displayId: string; screenUrl: string }>;
  close(session: SessionRecord | null, displayId: string): Promise<void>;
  /** The display of a screen's address. @throws AppError NOT_FOUND. */
  byTicket(ticket: string): Promise<{ display: DisplayDoc; full: FullActivity }>;
  /** Null where it was closed or never was. */
  byId(displayId: string): Promise<DisplayDoc | null>;
}

/** Venue screens. A screen is opened by an administrator and then needs no sign-in: its address is the ticket. */
export function createDisplays(
  { mongo, clock, random, config, redis }: Platform,
  services: Services,
): Displays {
  const Display = displayModel(mongo);
  const isOpen = (display: DisplayDoc) =>
    !display.closedAt && clock.now() - display.openedAt.getTime() < LIFE_MS;

  return {
    async open(session, { activityId, courseId, direction }) {
      const full = await services.activities.get(activityId);
      insist(mayManage(session, full.activity));
      if (full.activity.state !== 'approved') {
        throw appError('ACTIVITY_NOT_APPROVED', { message: '该活动尚未审核通过，不能展示二维码' });
      }
      const course = services.activities.course(full.activity, courseId);
      const ticket = random.bytes(16).toString('base64url');
      const _id = new Types.ObjectId();
      await Display.create({
        _id,
        ticketHash: hashOf(ticket),
        activityId: full.activity._id,
        courseId: course._id,
        direction,
        openedBy: full.unit._id,
        openedAt: new Date(clock.now()),
      });
      return { displayId: String(_id), screenUrl: `${config.PUBLIC_URL}/screen/${ticket}` };
    },
    async close(session, displayId) {
      const display = await Display.findById(displayId).lean();
      insist(Boolean(display && session?.unitId === String(display.openedBy)));
      await Display.updateOne({ _id: displayId }, { $set: { closedAt: new Date(clock.now()) } });
      await redis.publish(`display:${displayId}`, 'closed');
    },
    async byTicket(ticket) {
      const display = await Display.findOne({ ticketHash: hashOf(ticket) }).lean();
      if (!display || !isOpen(display)) {
        throw appError('NOT_FOUND', { message: '大屏已关闭或地址已失效，请在管理端重新打开' });
      }
      return { display, full: await services.activities.get(String(display.activityId)) };
    },
    async byId(displayId) {
      const display = await Display.findById(displayId).lean();
      return display && isOpen(display) ? display : null;
    },
  };
}

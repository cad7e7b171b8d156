import { actionLabel, READING_ACTIONS } from '@common/auditActions';
import type { OutputOf, ParsedInputOf } from '@common/contract/endpoint';
import type { AuditRow, personalData } from '@common/contract/personalData';
import { startOfDay } from '@common/rules/shanghaiTime';
import type { QueryFilter } from 'mongoose';
import type { Platform } from '../../platform';
import { literally, type Paging, pageOf } from '../../platform/mongo';
import type { Services } from '../services';
import { type AuditEntry, auditModel } from './model';
import { createNaming } from './naming';

type Reader = OutputOf<typeof personalData.myReaders>['items'][number];

export interface AuditReading {
  /** What was done in a region, the latest first. */
  list(
    regionCode: string,
    query: ParsedInputOf<typeof personalData.listAudit>,
  ): Promise<{ items: AuditRow[]; total: number }>;
  /** Who got to see a learner's data, the latest first. */
  readersOf(learnerId: string, page: Paging): Promise<{ items: Reader[]; total: number }>;
}

const DAY = 24 * 3600_000;

export function createAuditReading({ mongo }: Platform, services: Services): AuditReading {
  const Audit = auditModel(mongo);

  /** All that lies in a region; a county is asked for exactly, as the index likes it. */
  function within(regionCode: string): QueryFilter<AuditEntry> {
    if (!regionCode) {
      return {};
    }
    return {
      regionCode: regionCode.length === 6 ? regionCode : { $regex: `^${literally(regionCode).$regex}` },
    };
  }

  return {
    async list(regionCode, { action, unitId, from, to, ...page }) {
      const { rows, total } = await pageOf(
        Audit,
        {
          ...within(regionCode),
          ...(action && { action }),
          ...(unitId && { $or: [{ 'actor.id': unitId }, { subject: `unit:${unitId}` }] }),
          ...((from || to) && {
            at: {
              ...(from && { $gte: new Date(startOfDay(from)) }),
              ...(to && { $lt: new Date(startOfDay(to) + DAY) }),
            },
          }),
        },
        { sequence: -1 },
        page,
      );
      const naming = createNaming(services);
      const items = await Promise.all(
        rows.map(async (entry) => ({
          sequence: entry.sequence,
          at: entry.at.toISOString(),
          actorName: await naming.actor(entry.actor),
          actorKind: entry.actor.kind,
          action: entry.action,
          actionLabel: actionLabel(entry.action),
          subjectName: await naming.subject(entry.subject),
          reason: entry.reason || null,
        })),
      );
      return { items, total };
    },
    async readersOf(learnerId, page) {
      const { rows, total } = await pageOf(
        Audit,
        { subject: `learner:${learnerId}`, action: { $in: [...READING_ACTIONS] } },
        { sequence: -1 },
        page,
      );
      const naming = createNaming(services);
      const items = await Promise.all(
        rows.map(async ({ at, actor, action }) => ({
          at: at.toISOString(),
          readerName: actor.kind === 'learner' && actor.id === learnerId ? '本人' : await naming.actor(actor),
          what: actionLabel(action),
        })),
      );
      return { items, total };
    },
  };
}

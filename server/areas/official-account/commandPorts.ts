/** What the answers to commands are made of: a learner's own records, and what authorities publish. */
import type { LearnerActivity } from '@common/contract/activities';
import type { checkIns } from '@common/contract/checkIns';
import type { MissingCredit } from '@common/contract/credits';
import type { OutputOf } from '@common/contract/endpoint';
import type { NoticeKind } from '@common/terms';
import type { NoticeLine } from '../notices/service';
import type { StandardInForce } from '../standards/service';

export type DueItem = OutputOf<typeof checkIns.dueToday>['items'][number];

/** A scan that did not count, and why, in words. */
export interface RefusedScan {
  activityName: string;
  at: number;
  reason: string;
}

export interface PublishedLine extends NoticeLine {
  /** Its public page. */
  url: string;
}

export interface CommandPorts {
  /** The account's key in the configuration. */
  account: string;
  /** 所在单位 of a learner; null while he has none. */
  unitName(learnerId: string): Promise<string | null>;
  /** 解绑. False where the sender was not bound. */
  release(openid: string): Promise<boolean>;
  /** Those of his unit today, and all that he signed into; the latest first. */
  activities(learnerId: string): Promise<LearnerActivity[]>;
  /** Why the credits of his latest activities are not there; `total` counts all that lack one. */
  missing(learnerId: string): Promise<{ items: MissingCredit[]; total: number }>;
  /** What is due today with the scans that wait for somebody, and the latest that did not count. */
  scans(learnerId: string): Promise<{ due: DueItem[]; refused: RefusedScan[] }>;
  /** For the learner's region, without one for the account's audience: pinned first, then the latest. */
  published(
    kind: NoticeKind,
    learnerId: string | null,
    limit: number,
    words?: string,
  ): Promise<{ items: PublishedLine[]; total: number }>;
  /** 学分审核标准 in the same region; null where none is published. */
  standards(learnerId: string | null, year: number): Promise<StandardInForce | null>;
}

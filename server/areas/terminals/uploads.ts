import type { SwipeUpload } from '@common/contract/terminals';
import { parseTerminalTime } from '@common/rules/swipeFile';
import { Types } from 'mongoose';
import type { UploadedFile } from '../../http/call';
import { appError } from '../../http/errors';
import type { Platform } from '../../platform';
import { type Paging, pageOf } from '../../platform/mongo';
import { insistApproved } from '../activities/policy';
import type { FullActivity } from '../activities/service';
import type { Services } from '../services';
import type { Cards } from './cards';
import { swipeText } from './fileText';
import type { Machines } from './machines';
import { type SwipeUploadDoc, swipeUploadModel } from './model';
import { presentUpload } from './presenter';
import { createSwipes } from './swipes';

/** 上传刷卡记录: an activity's swipes from a machine's file. */
export interface Uploads {
  /**
   * @param given `terminalTime` as the contract has it; `by` the administrator's name.
   * @throws AppError ACTIVITY_NOT_APPROVED, NOT_FOUND, FILE_INVALID, INVALID_INPUT at `terminalTime`.
   */
  upload(
    full: FullActivity,
    given: { terminalId: string; terminalTime: string; by: string },
    file: UploadedFile,
  ): Promise<SwipeUpload>;
  /** The latest first. */
  listUploads(full: FullActivity, paging: Paging): Promise<{ items: SwipeUpload[]; total: number }>;
}

/** What it needs of the machines and the cards. */
type Beside = Pick<Machines, 'terminalOf' | 'markUpload'> & Pick<Cards, 'tenuresOf'>;

const MOST_NAME = 120;

export function createUploads(
  platform: Platform,
  services: Services,
  { terminalOf, markUpload, tenuresOf }: Beside,
): Uploads {
  const { mongo, clock } = platform;
  const Upload = swipeUploadModel(mongo);
  const takeSwipes = createSwipes(platform, services, tenuresOf);

  function skewOf(terminalTime: string): number {
    if (terminalTime === '') {
      return 0;
    }
    const shown = parseTerminalTime(terminalTime);
    if (shown === null) {
      throw appError('INVALID_INPUT', {
        message: '考勤机现在的时间应如 2026-11-21 08:30:05；时钟准确的可不填',
        field: 'terminalTime',
      });
    }
    return Math.round((shown - clock.now()) / 1000);
  }

  return {
    async upload(full, { terminalId, terminalTime, by }, file) {
      insistApproved(full.activity, '活动审核通过后才能上传刷卡记录');
      const skewSeconds = skewOf(terminalTime);
      const terminal = await terminalOf(String(full.unit._id), terminalId);
      const text = swipeText(file.bytes);
      const uploadedAt = new Date(clock.now());
      const { checkIn: rules } = await services.regionsUnits.settings(full.unit.regionCode);
      const context = { full, terminal, rules, skewMs: skewSeconds * 1000 };
      const upload: SwipeUploadDoc = {
        _id: new Types.ObjectId(),
        activityId: full.activity._id,
        terminalId: terminal._id,
        terminalName: terminal.name,
        fileName: file.name.slice(-MOST_NAME),
        uploadedAt,
        by,
        skewSeconds,
        ...(await takeSwipes(context, text)),
      };
      // Only now: a row says what became of a whole file. Of one that was cut off the check-ins stand, and it is sent again.
      await Upload.create([upload]);
      await markUpload(terminal._id, uploadedAt, skewSeconds);
      return presentUpload(upload, full.project.name);
    },
    async listUploads({ activity, project }, paging) {
      const { rows, total } = await pageOf(Upload, { activityId: activity._id }, { _id: -1 }, paging);
      return { items: rows.map((row) => presentUpload(row, project.name)), total };
    },
  };
}

import type { ServedFile } from '../../http/call';
import type { Platform } from '../../platform';
import type { FullActivity } from '../activities/service';
import type { Services } from '../services';
import { createActivityFile } from './activityFile';
import { type Cards, createCards } from './cards';
import { createMachines, type Machines } from './machines';
import { createUploads, type Uploads } from './uploads';

export interface TerminalsService
  extends Omit<Machines, 'terminalOf' | 'markUpload'>,
    Omit<Cards, 'tenuresOf' | 'cardsOf'>,
    Uploads {
  /** @throws AppError ACTIVITY_NOT_APPROVED. */
  activityFile(full: FullActivity): ServedFile;
}

/** 刷卡考勤机 and IC卡 (manual 004): who has which card, what a machine is told of an activity, and the swipes that it brings back. */
export function createTerminalsService(platform: Platform, services: Services): TerminalsService {
  const { terminalOf, markUpload, ...machines } = createMachines(platform);
  const { tenuresOf, cardsOf, ...cards } = createCards(platform, services);
  return {
    ...machines,
    ...cards,
    ...createUploads(platform, services, { terminalOf, markUpload, tenuresOf }),
    activityFile: createActivityFile(services, cardsOf),
  };
}

import type { TerminalRow } from '@common/contract/terminals';
import { Types } from 'mongoose';
import { appError } from '../../http/errors';
import type { Platform } from '../../platform';
import { isDuplicate, type Paging, pageOf, tryAgain } from '../../platform/mongo';
import { type TerminalDoc, terminalModel } from './model';
import { isOwn } from './policy';
import { presentTerminal } from './presenter';

/** 刷卡考勤机 of a unit. */
export interface Machines {
  listTerminals(unitId: string, paging: Paging): Promise<{ items: TerminalRow[]; total: number }>;
  addTerminal(unitId: string, name: string): Promise<TerminalRow>;
  /** Its swipes stay. @throws AppError NOT_FOUND. */
  removeTerminal(unitId: string, terminalId: string): Promise<Pick<TerminalDoc, 'name' | 'code'>>;
  /** One in use. @throws AppError NOT_FOUND. */
  terminalOf(unitId: string, terminalId: string): Promise<TerminalDoc>;
  /** A file of it has been taken. */
  markUpload(terminalId: Types.ObjectId, at: Date, skewSeconds: number): Promise<void>;
}

const CODES_FROM = 100_000;
const CODES = 900_000;
/** A code that is taken is drawn again; with a tenth of all codes given that fails once in ten billion. */
const TRIES = 10;

export function createMachines({ mongo, clock, random }: Platform): Machines {
  const Terminal = terminalModel(mongo);
  const IN_USE = { removedAt: { $exists: false } };

  return {
    async listTerminals(unitId, paging) {
      const filter = { unitId: new Types.ObjectId(unitId), ...IN_USE };
      const { rows, total } = await pageOf(Terminal, filter, { _id: 1 }, paging);
      return { items: rows.map(presentTerminal), total };
    },
    async addTerminal(unitId, name) {
      const draw = async (): Promise<TerminalDoc> => {
        const terminal: TerminalDoc = {
          _id: new Types.ObjectId(),
          unitId: new Types.ObjectId(unitId),
          code: String(CODES_FROM + random.int(CODES)),
          name,
          addedAt: new Date(clock.now()),
        };
        await Terminal.create([terminal]);
        return terminal;
      };
      return presentTerminal(await tryAgain(draw, isDuplicate, TRIES));
    },
    async removeTerminal(unitId, terminalId) {
      const terminal = await Terminal.findOneAndUpdate(
        { _id: terminalId, unitId: new Types.ObjectId(unitId), ...IN_USE },
        { $set: { removedAt: new Date(clock.now()) } },
      ).lean();
      if (!terminal) {
        throw appError('NOT_FOUND');
      }
      return terminal;
    },
    async terminalOf(unitId, terminalId) {
      const terminal = await Terminal.findOne({ _id: terminalId, ...IN_USE }).lean();
      if (!terminal || !isOwn(unitId, terminal)) {
        throw appError('NOT_FOUND', { message: '请选择本单位在用的考勤机', field: 'terminalId' });
      }
      return terminal;
    },
    async markUpload(terminalId, at, skewSeconds) {
      await Terminal.updateOne({ _id: terminalId }, { $set: { lastUploadAt: at, skewSeconds } });
    },
  };
}

import { makePersonnelNo } from '@common/rules/personnelNo';
import type { Connection } from 'mongoose';
import { counterModel } from './model';

/** Draws the next 医通卡号, so many in a row. Two first numbers drawn at once may be the same: the unique index decides whose it is. */
export async function nextPersonnelNos(mongo: Connection, count: number): Promise<string[]> {
  const counter = await counterModel(mongo)
    .findByIdAndUpdate('personnelNo', { $inc: { value: count } }, { upsert: true, returnDocument: 'after' })
    .lean();
  return Array.from({ length: count }, (_, at) => makePersonnelNo(counter.value - count + 1 + at));
}

/** Draws the next 医通卡号. */
export async function nextPersonnelNo(mongo: Connection): Promise<string> {
  const [number = ''] = await nextPersonnelNos(mongo, 1);
  return number;
}

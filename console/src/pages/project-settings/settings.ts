import type { OutputOf } from '@common/contract/endpoint';
import type { Contract } from '@common/contract/index';
import type { ReviewStep } from '@common/terms';

/** What an authority sets for its region's projects. */
export type Settings = OutputOf<Contract['applications']['projectSettings']>;

/** A step of the chain in few words, as it stands in a line: 单位科教部门 → 市级. */
export const STEP_NAMES: Record<ReviewStep, string> = {
  unit: '单位科教部门',
  county: '县（区）级',
  city: '市级',
  province: '省级',
  nation: '国家级',
};

/** A chain with one more step: 单位科教部门 is always the first, the others follow in the order of being chosen. */
export const withStep = (chain: readonly string[], step: string): string[] =>
  step === 'unit' ? [step, ...chain] : [...chain, step];

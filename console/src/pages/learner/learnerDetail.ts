import type { OutputOf } from '@common/contract/endpoint';
import type { Contract } from '@common/contract/index';

/** What a unit reads of one of its people. */
export type LearnerDetail = OutputOf<Contract['learners']['learnerDetail']>;

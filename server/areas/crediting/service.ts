import type { Platform } from '../../platform';
import type { Services } from '../services';
import { type Background, createBackground } from './background';
import { type Completing, createCompleting } from './completing';
import { type Creditable, createCreditable } from './creditable';
import { createEvidence, type Evidence } from './evidence';
import { createGranting, type Granting } from './granting';
import { createLecturers, type Lecturers } from './lecturers';
import { createManual, type Manual } from './manual';
import { createPersons, type Persons } from './persons';
import { createReviewing, type Reviewing } from './reviewing';
import { createRevoking, type Revoking } from './revoking';
import { createShowing, type Showing } from './showing';
import { createStates, type States } from './states';
import { createTelling } from './telling';
import { createWriting, type Writing } from './writing';

export interface CreditingService
  extends Pick<Granting, 'grant'>,
    Lecturers,
    Manual,
    Omit<Reviewing, 'faultsOf'>,
    Revoking,
    Completing,
    Creditable,
    Evidence,
    Persons,
    Omit<Showing, 'row' | 'find'>,
    Omit<States, 'statesOf'>,
    Pick<Writing, 'sweep'>,
    Pick<Background, 'settled'> {}

export type { By } from './by';
export type { CreditingBrief, ReviewState } from './states';

/** 授分: batches, by an analysis, of lecturers and by hand; their review, and what is taken back. */
export function createCreditingService(platform: Platform, services: Services): CreditingService {
  const { statesOf, ...states } = createStates(platform, services);
  const showing = createShowing(platform, services, statesOf);
  const { viewerOf, visible, list } = showing;
  const background = createBackground();
  const writing = createWriting(platform, services, background);
  const telling = createTelling(platform, services, background);
  const { grant, ...granting } = createGranting(platform, services, { writing, showing });
  const { faultsOf, ...reviewing } = createReviewing(platform, services, { telling, showing });
  const persons = createPersons(platform, services, showing);
  return {
    ...states,
    viewerOf,
    visible,
    list,
    grant,
    ...createLecturers(services, granting),
    ...createManual(services, granting),
    ...reviewing,
    ...createRevoking(platform, services, { showing }),
    ...createCompleting(platform, services, reviewing),
    ...createCreditable(platform, services),
    ...createEvidence(services, { showing, faultsOf }),
    ...persons,
    async sweep() {
      await Promise.all([writing.sweep(), telling.sweep()]);
    },
    settled: background.settled,
  };
}

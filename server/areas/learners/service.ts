import type { LearnerSelf } from '@common/contract/learners';
import type { Platform } from '../../platform';
import type { Services } from '../services';
import { createApproval } from './approval';
import { type Closure, createClosure } from './closure';
import { type Consents, createConsents } from './consents';
import { type Corrections, createCorrections } from './corrections';
import { createDepartments, type Departments } from './departments';
import { createDetail, type Detail } from './detail';
import { createList } from './list';
import { createLookups, type Lookups } from './lookups';
import { createMembership, type Membership } from './membership';
import { createPhones } from './phones';
import { createPhotos, type Photos } from './photos';
import { createPortrait } from './portrait';
import { createProfile, type Profile } from './profile';
import { createRegister, type RegisterInput } from './registration';
import { createResubmit } from './resubmission';
import { createStatuses, type Statuses } from './statuses';
import { createViews, type Views } from './views';

export interface LearnersService
  extends Lookups,
    Views,
    Profile,
    Detail,
    Statuses,
    Departments,
    Membership,
    Consents,
    Closure {
  register(identityId: string, input: RegisterInput, requestId?: string): Promise<LearnerSelf>;
  resubmit: ReturnType<typeof createResubmit>;
  decide: ReturnType<typeof createApproval>;
  list: ReturnType<typeof createList>;
  photos: Photos;
  corrections: Corrections;
  /** Removes photos that nobody used within a day, and those that were taken out of a record. */
  sweepPhotos(): Promise<void>;
}

/** 人员: registration, approval, profile and status; each use case in the file of its name. */
export function createLearnersService(platform: Platform, services: Services): LearnersService {
  const photos = createPhotos(platform);
  const portrait = createPortrait(platform, photos);
  const phones = createPhones(platform, services);
  const { selfOf, ...views } = createViews(platform, services, photos);
  const corrections = createCorrections(platform, services, photos);

  return {
    ...createLookups(platform, services),
    ...views,
    ...createProfile(platform, services, { portrait, phones, views }),
    ...createDetail(platform, services, { views, corrections }),
    ...createStatuses(platform, services, views),
    ...createDepartments(platform, services),
    ...createMembership(platform, services),
    ...createConsents(platform),
    ...createClosure(platform, photos),
    register: createRegister(platform, services, { photos, portrait, phones, selfOf }),
    resubmit: createResubmit(platform, services, { portrait, selfOf }),
    decide: createApproval(platform, services),
    list: createList(platform, services, photos),
    photos,
    corrections,
    sweepPhotos: photos.sweep,
  };
}

import { ApiError } from '@common/contract/errors';
import type { LearnerProfile, ProfileDetails } from '@common/contract/profile';
import { PROFILE_PAGES, type ProfilePage } from '@common/rules/profile';
import { dayOf } from '@common/rules/shanghaiTime';
import { useState } from 'react';
import {
  checkDetails,
  DETAIL_FIELDS,
  type DetailErrors,
  type DetailField,
  type DetailsEditor,
  detailsOf,
  tidyDetails,
} from '@/services/profileDetails';
import { fieldOf } from '@/services/registerForm';
import { api } from '@/services/session';

/** The free fields of one page: only these are sent, so that two phones do not undo each other's pages. */
function partOf(details: ProfileDetails, page: ProfilePage): Partial<ProfileDetails> {
  const here: readonly string[] = PROFILE_PAGES[page].optional;
  return Object.fromEntries(
    DETAIL_FIELDS.filter((field) => here.includes(field)).map((field) => [field, details[field]]),
  );
}

/** Changes and saves the free fields of a page. `save` answers whether that was done; faults show at their fields. */
export function useDetails(
  profile: LearnerProfile,
  page: ProfilePage,
): { editor: DetailsEditor; save(): Promise<boolean> } {
  const [details, setDetails] = useState(() => detailsOf(profile));
  const [errors, setErrors] = useState<DetailErrors>({});
  const changeDetails = (part: Partial<ProfileDetails>) => {
    setDetails((now) => ({ ...now, ...part }));
    setErrors((now) => Object.fromEntries(Object.entries(now).filter(([field]) => !(field in part))));
  };
  const save = async () => {
    const found = checkDetails(details, dayOf(Date.now()));
    setErrors(found);
    if (Object.keys(found).length > 0) {
      return false;
    }
    try {
      await api.learners.saveProfile(partOf(tidyDetails(details), page));
      return true;
    } catch (error) {
      const field = error instanceof ApiError ? fieldOf(error) : undefined;
      if (!field || !(field in details)) {
        throw error;
      }
      setErrors({ [field as DetailField]: (error as ApiError).message });
      return false;
    }
  };
  return { editor: { details, errors, changeDetails }, save };
}

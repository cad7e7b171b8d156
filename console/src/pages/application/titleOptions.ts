import { codesOf, TITLES, type Title } from '@common/terms';

/** 职称 as a list to choose from. */
export const TITLE_OPTIONS: { value: Title; label: string }[] = codesOf(TITLES).map((value) => ({
  value,
  label: TITLES[value],
}));

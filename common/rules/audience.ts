/** Whom what an authority publishes is for: its region, and so everybody in it. */

/** `00` in an address stands for the whole country, whose code is empty. */
const NATION = '00';

/** The region of an address's code: '' for the nation. */
export const regionOfAudience = (audienceCode: string): string =>
  audienceCode === NATION ? '' : audienceCode;

/** A region's code as an address has it. */
export const audienceOfRegion = (regionCode: string): string => regionCode || NATION;

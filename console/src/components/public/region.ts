/** The whole country, as the API writes it: an address has no room for an empty code. */
export const NATION = '00';

/** A region of the address as the API takes it; the whole country where it is none. */
export const regionOf = (text: string): string => (/^(\d{2}){1,3}$/.test(text) ? text : NATION);

/** Under which of the listed regions what is shown comes: its own, else the nearest above that has published anything. */
export function nearestListed(codes: readonly string[], region: string): string {
  const above = [region, region.slice(0, 4), region.slice(0, 2)];
  return above.find((code) => codes.includes(code)) ?? NATION;
}

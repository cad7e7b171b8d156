import type { Place } from '@common/contract/shapes';
import { type PlaceVerdict, placeVerdict } from '@common/rules/placeVerdict';
import type { Platform } from '../../platform';
import type { InForce } from './hindrance';
import type { PlaceDoc } from './model';

/** Where a request comes from. */
export interface Origin {
  ip?: string;
  /** The random name that the app gave its phone. */
  deviceId?: string;
}

/** Keyed hashes: that two scans came from one phone or one network can be seen, which one cannot. */
export const originHashes = ({ cipher }: Platform, { ip, deviceId }: Origin) => ({
  ...(ip && { network: cipher.hash('network', ip) }),
  ...(deviceId && { device: cipher.hash('device', deviceId) }),
});

/** Whether a check-in of this activity must say where the phone is: a venue without a point cannot be compared with. */
export const isPlaceRequired = ({ full, rules }: InForce) =>
  rules.placeMetres > 0 && Boolean(full.activity.point);

/** A phone's place as it is kept, and what it says; null where the venue has no point or no radius is set. */
export function judgePlace(
  place: Place | undefined,
  { full, rules }: InForce,
): { place?: PlaceDoc; verdict: PlaceVerdict | null } {
  const { point } = full.activity;
  if (!place || !point) {
    return { ...(place && { place }), verdict: null };
  }
  const { verdict, metres } = placeVerdict(place, point, rules.placeMetres);
  return { place: { ...place, metres }, verdict: rules.placeMetres > 0 ? verdict : null };
}

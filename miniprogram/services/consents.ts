import type { OutputOf } from '@common/contract/endpoint';
import type { personalData } from '@common/contract/personalData';
import { PRIVACY_VERSION } from '@common/privacy';

type Consents = OutputOf<(typeof personalData)['myConsents']>;

/**
 * What has become of the consent: `good`; `ask` where the version in force has not been agreed to; `outdated` where this
 * mini-program does not have that version's text yet and must be opened anew.
 */
export function consentStanding({ items, current }: Consents): 'good' | 'ask' | 'outdated' {
  if (items.some(({ version }) => version === current)) {
    return 'good';
  }
  return current === PRIVACY_VERSION ? 'ask' : 'outdated';
}

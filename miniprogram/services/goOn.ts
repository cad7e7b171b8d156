import type { Me } from '@common/contract/accounts';
import { keptActivity } from './keptActivity';
import { keptClaim } from './keptClaim';
import { replaceWith, restartAt } from './navigate';
import { returnToActivity } from './returnToActivity';

/** Where somebody goes who has just signed in: first what must be done before anything else, then where his work is. */
export async function goOn(me: Me): Promise<void> {
  if (me.needsAdministrator) {
    await replaceWith('administrator');
  } else if (me.mustChangePassword) {
    await replaceWith('password');
  } else if (me.unit) {
    await replaceWith('adminHome');
  } else if (me.learner && keptClaim.get()) {
    await replaceWith('checkIn', { resume: '1' });
  } else if (me.learner && keptActivity.get()) {
    await returnToActivity();
  } else {
    await restartAt(me.authority ? 'mine' : 'home');
  }
}

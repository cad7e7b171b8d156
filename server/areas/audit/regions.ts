import { isValidObjectId } from 'mongoose';
import type { Platform } from '../../platform';
import { briefly } from '../../platform/briefly';
import type { Services } from '../services';
import type { AuditInput } from './service';

const REMEMBER_MS = 30_000;

/**
 * Finds the region that an entry belongs to: of the acting unit or authority; else of the unit of the learner who acts or
 * to whom it was done. Empty where there is none: such an entry is for the nation's authority only.
 */
export function createRegionFinder({ clock }: Platform, services: Services) {
  const finding = (find: (id: string) => Promise<{ regionCode: string } | null>) =>
    briefly(clock, REMEMBER_MS, async (id) => (isValidObjectId(id) && (await find(id))?.regionCode) || '');
  const ofUnit = finding(async (id) => services.regionsUnits.unit(id));
  const ofAuthority = finding(async (id) => services.regionsUnits.authority(id));

  async function ofLearner(id: string | undefined): Promise<string> {
    const learner = id ? (await services.learners.many([id])).get(id) : undefined;
    return learner?.unitId ? ofUnit(String(learner.unitId)) : '';
  }

  return async function regionOf({ actor, subject }: AuditInput): Promise<string> {
    if (actor.kind === 'unit') {
      return ofUnit(actor.id);
    }
    if (actor.kind === 'authority') {
      return ofAuthority(actor.id);
    }
    if (actor.kind === 'learner') {
      return ofLearner(actor.id);
    }
    const [, learnerId] = /^learner:([0-9a-f]{24})$/.exec(subject) ?? [];
    return ofLearner(learnerId);
  };
}

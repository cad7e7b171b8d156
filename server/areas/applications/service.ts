import { isValidObjectId } from 'mongoose';
import type { Actor } from '../../http/call';
import type { Platform } from '../../platform';
import type { Services } from '../services';
import { createDrafts, type Drafts } from './drafts';
import { createHandingIn, type HandingIn } from './handingIn';
import { createLists, type Lists } from './lists';
import type { ApplicationDoc } from './model';
import { createPrinting, type Printing } from './printing';
import { createPublishing, type Publishing } from './publishing';
import { createReviewing, type Reviewing } from './reviewing';
import { createWindows, type Windows } from './windows';
import { type ApplicationsWorkshop, createWorkshop } from './workshop';

/** From the window to the catalogue: 申报时间, 项目申报与备案, 项目审核, 公布 (manuals 001 §二, 002 §1). */
export interface ApplicationsService
  extends Windows,
    Drafts,
    HandingIn,
    Lists,
    Reviewing,
    Publishing,
    Printing {
  /** The whole application. @throws AppError NOT_FOUND for what the actor may not see. */
  show(actor: Actor, applicationId: string): ReturnType<ApplicationsWorkshop['view']>;
  get(applicationId: string): Promise<ApplicationDoc | null>;
}

export function createApplicationsService(platform: Platform, services: Services): ApplicationsService {
  const workshop = createWorkshop(platform, services);
  const windows = createWindows(platform, services);
  const { Application, seen, view } = workshop;
  return {
    ...windows,
    ...createDrafts(platform, services, workshop, windows),
    ...createHandingIn(platform, services, workshop, windows),
    ...createLists(workshop),
    ...createReviewing(platform, services, workshop),
    ...createPublishing(platform, services, workshop),
    ...createPrinting(platform, workshop),
    show: async (actor, applicationId) => view(await seen(actor, applicationId), actor),
    get: async (id) => (isValidObjectId(id) ? Application.findById(id).lean() : null),
  };
}

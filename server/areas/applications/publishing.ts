import type { applications } from '@common/contract/applications';
import type { OutputOf } from '@common/contract/endpoint';
import { creditsFromMinutes } from '@common/rules/credits';
import { type ClientSession, Types } from 'mongoose';
import { AppError, appError } from '../../http/errors';
import type { Platform } from '../../platform';
import { tryAgain } from '../../platform/mongo';
import type { NewProject } from '../catalogue/publishing';
import type { By } from '../regions-units/authorities';
import type { Services } from '../services';
import type { ApplicationDoc } from './model';
import { sees } from './policy';
import type { ApplicationsWorkshop } from './workshop';

type Results = OutputOf<typeof applications.publishApplications>['results'];

/** 公布: what is approved gets its number and goes into the catalogue, where its unit finds it by itself (manual 001 §三). */
export interface Publishing {
  /** Again for what is published already: the same number. @throws AppError NOT_FOUND where none is the authority's business. */
  publish(authorityId: string, applicationIds: string[], by: By): Promise<{ results: Results }>;
}

/** In one transaction. */
const CHUNK = 50;
const ATTEMPTS = 5;

export function createPublishing(
  { mongo, clock }: Platform,
  services: Services,
  { Application, reviews, viewer, rateOf }: ApplicationsWorkshop,
): Publishing {
  async function numberAndMove(
    docs: ApplicationDoc[],
    prefix: string,
    by: By,
    session: ClientSession,
  ): Promise<void> {
    const projects = await services.catalogue.publish(
      await Promise.all(docs.map(async (doc) => newProject(doc, prefix, await rateOf(doc, '')))),
      session,
    );
    const byApplication = new Map(projects.map((project) => [String(project.applicationId), project]));
    for (const doc of docs) {
      const project = byApplication.get(String(doc._id));
      if (!project) {
        throw new Error(`no project was made of the application ${doc._id}`);
      }
      await reviews.move(
        Application,
        doc,
        { move: 'publish', actor: by.actor },
        {
          set: {
            projectId: project._id,
            projectNumber: project.number,
            updatedAt: new Date(clock.now()),
          },
          session,
        },
      );
    }
  }

  /** One chunk: all that can be published, or, where somebody came in between, another look. */
  async function publishChunk(ids: string[], prefix: string, by: By): Promise<Results> {
    const mine = sees(await viewer(by.actor));
    const attempt = async () => {
      const found = await Application.find({
        _id: { $in: ids.map((id) => new Types.ObjectId(id)) },
        ...mine,
      }).lean();
      const ready = found.filter((doc) => reviews.movesOf(doc, by.actor).includes('publish'));
      if (ready.length > 0) {
        await mongo.transaction(async (session) => numberAndMove(ready, prefix, by, session));
        await services.audit.append(
          ...ready.map(({ _id }) => ({
            ...by,
            action: 'application.published',
            subject: `application:${_id}`,
          })),
        );
      }
      return outcomes(ids, mine);
    };
    return tryAgain(attempt, isOvertaken, ATTEMPTS);
  }

  async function outcomes(ids: string[], mine: object): Promise<Results> {
    const found = await Application.find({
      _id: { $in: ids.map((id) => new Types.ObjectId(id)) },
      ...mine,
    }).lean();
    const now = new Map(found.map((doc) => [String(doc._id), doc]));
    return ids.map((id) => {
      const doc = now.get(id);
      const outcome = doc?.state === 'published' ? 'done' : doc ? 'refused' : 'moved';
      return { id, outcome, projectNumber: doc?.projectNumber ?? null };
    });
  }

  return {
    async publish(authorityId, applicationIds, by) {
      const { projectNumberPrefix } = await services.regionsUnits.projectSettings(authorityId);
      const ids = [...new Set(applicationIds)];
      const results: Results = [];
      for (let from = 0; from < ids.length; from += CHUNK) {
        results.push(...(await publishChunk(ids.slice(from, from + CHUNK), projectNumberPrefix, by)));
      }
      if (results.every(({ outcome }) => outcome === 'moved')) {
        throw appError('NOT_FOUND');
      }
      return { results };
    },
  };
}

/** A colleague published or took something back in the middle of it: nothing was written, and it is looked at again. */
const isOvertaken = (error: unknown) => error instanceof AppError && OVERTAKEN.includes(error.code);
const OVERTAKEN: readonly string[] = ['REVIEW_MOVED', 'MOVE_REFUSED', 'PROJECT_EXISTS'];

const newProject = (doc: ApplicationDoc, prefix: string, minutesPerCredit: number): NewProject => {
  const { basics, leader } = doc.form;
  return {
    applicationId: doc._id,
    unitId: doc.unitId,
    year: doc.year,
    level: doc.level,
    nature: doc.kind === 'filing' ? 'filed' : 'applied',
    form: basics.form,
    name: basics.name,
    discipline: basics.discipline,
    leader: leader.name,
    minutes: basics.minutes,
    credits: creditsFromMinutes(basics.minutes, minutesPerCredit),
    ...(basics.from && basics.to && { from: basics.from, to: basics.to }),
    prefix,
  };
};

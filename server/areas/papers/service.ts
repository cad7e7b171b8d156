import type { PaperView } from '@common/contract/papers';
import type { ClientSession, Types } from 'mongoose';
import type { Platform } from '../../platform';
import type { FullActivity } from '../activities/service';
import type { Services } from '../services';
import { createDraft } from './draft';
import { createFromBank, type FromBank } from './fromBank';
import { type PaperDoc, paperModel } from './model';
import { createPictures, type Pictures } from './pictures';
import { presentPaper } from './presenter';
import { createPublishing, type Publishing } from './publishing';
import { createVersions, type Versions } from './versions';
import { createWriting, type Writing } from './writing';

export interface PapersService extends Versions, Writing, FromBank, Publishing, Pictures {
  /** The paper of an activity; an empty draft where nothing was written yet. */
  draftOf(full: FullActivity): Promise<PaperDoc>;
  /** A paper as its unit sees it. */
  show(full: FullActivity, paper?: PaperDoc): Promise<PaperView>;
  /** For an activity that is removed: its draft goes with it. */
  forget(activityId: Types.ObjectId, session: ClientSession): Promise<void>;
}

/** 试卷 of 在线考试: written as a draft, published in versions (manual 000 §二). */
export function createPapersService(platform: Platform, services: Services): PapersService {
  const Paper = paperModel(platform.mongo);
  const draft = createDraft(platform);
  const pictures = createPictures(platform);
  const writing = createWriting(draft, pictures);
  const draftOf = async (full: FullActivity) => draft.of(full);

  return {
    ...createVersions(platform),
    ...writing,
    ...createFromBank(services, draft, writing),
    ...createPublishing(platform, draft),
    ...pictures,
    draftOf,
    async show(full, given) {
      const [paper, { completion }, attempts] = await Promise.all([
        given ?? draftOf(full),
        services.regionsUnits.settings(full.unit.regionCode),
        services.exams.countOf(String(full.activity._id)),
      ]);
      const isRequired = completion.isExamRequired;
      return presentPaper(full, paper, { isRequired, attempts, urlOf: pictures.pictureUrl });
    },
    async forget(activityId, session) {
      await Paper.deleteOne({ activityId }, { session });
    },
  };
}

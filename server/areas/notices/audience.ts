import { searchWords } from '@common/rules/searchWords';
import type { NoticeKind } from '@common/terms';
import { literally } from '../../platform/mongo';
import { codesOver } from '../regions-units/policy';
import type { Services } from '../services';

/** The region whose notices and standards are a learner's: his unit's; the nation's ('') while he has none. */
export async function regionOfLearner(services: Services, learnerId: string): Promise<string> {
  const learner = await services.learners.get(learnerId);
  const unit = learner?.unitId ? await services.regionsUnits.unit(String(learner.unitId)) : null;
  return unit?.regionCode ?? '';
}

/** What has been published for a region: by its own authority and by those above it. */
export const publishedFor = (regionCode: string) => ({
  state: 'published' as const,
  regionCode: { $in: codesOver(regionCode) },
});

/** Notices of a kind with all these words in the title or the text. */
export const noticesWith = (kind: NoticeKind, words: string) => {
  const wanted = searchWords(words).map((word) => ({ ...literally(word), $options: 'i' }));
  return {
    kind,
    ...(wanted.length > 0 && { $and: wanted.map((word) => ({ $or: [{ title: word }, { text: word }] })) }),
  };
};

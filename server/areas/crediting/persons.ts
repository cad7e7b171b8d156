import type { CreditingPerson, crediting } from '@common/contract/crediting';
import type { OutputOf, ParsedInputOf } from '@common/contract/endpoint';
import type { ServedFile } from '../../http/call';
import type { Platform } from '../../platform';
import type { Services } from '../services';
import type { By } from './by';
import { creditingModel } from './model';
import { type BatchPerson, peopleOf, presentPeople } from './people';
import type { Viewer } from './policy';
import type { Showing } from './showing';
import type { BatchDoc } from './states';
import { personsBook } from './workbook';

type Query = ParsedInputOf<typeof crediting.creditingPersons>;

/** 授分人员名单. */
export interface Persons {
  /** @throws AppError NOT_FOUND. */
  persons(viewer: Viewer, query: Query): Promise<OutputOf<typeof crediting.creditingPersons>>;
  /** All of them as Excel. @throws AppError NOT_FOUND. */
  exported(creditingId: string, by: By): Promise<ServedFile>;
}

/** How many people are looked up and opened at a time. */
const CHUNK = 500;

export function createPersons(
  platform: Platform,
  services: Services,
  showing: Pick<Showing, 'find' | 'viewerOf'>,
): Persons {
  const Crediting = creditingModel(platform.mongo);

  async function everybody({ _id, excepted, kind }: BatchDoc): Promise<BatchPerson[]> {
    const [standings, byHand] = await Promise.all([
      services.credits.standings({ creditingId: String(_id) }),
      // Only by hand there is something said of each.
      kind === 'manual' ? Crediting.findById(_id).select('chosen').lean() : null,
    ]);
    return peopleOf({ chosen: byHand?.chosen ?? [], excepted }, standings);
  }

  const analysed = async ({ analysisId }: BatchDoc, people: readonly BatchPerson[]) =>
    analysisId
      ? services.analyses.rowsOf(
          String(analysisId),
          people.map(({ learnerId }) => learnerId),
        )
      : new Map();

  async function withDoubts(batch: BatchDoc, people: BatchPerson[]): Promise<BatchPerson[]> {
    const granted = people.filter(({ state }) => state === 'granted');
    const rows = await analysed(batch, granted);
    return granted.filter(({ learnerId }) => (rows.get(learnerId)?.doubts.length ?? 0) > 0);
  }

  async function called(people: BatchPerson[], q: string): Promise<BatchPerson[]> {
    const briefs = await services.learners.briefs(people.map(({ learnerId }) => learnerId));
    return people.filter(({ learnerId }) => {
      const brief = briefs.get(learnerId);
      return brief?.name.includes(q) || brief?.personnelNo === q;
    });
  }

  return {
    async persons(viewer, { creditingId, show, q = '', page, pageSize }) {
      const batch = await showing.find(viewer, creditingId);
      const people = await everybody(batch);
      const ofKind =
        show === 'doubted'
          ? await withDoubts(batch, people)
          : people.filter(({ state }) => show === 'all' || state === show);
      const found = q ? await called(ofKind, q) : ofKind;
      const shown = found.slice((page - 1) * pageSize, page * pageSize);
      return {
        items: await presentPeople(platform, services, shown, await analysed(batch, shown)),
        ...{ total: found.length, page, pageSize },
      };
    },
    async exported(creditingId, by) {
      const batch = await showing.find(await showing.viewerOf(by.actor), creditingId);
      const people = await everybody(batch);
      const rows: CreditingPerson[] = [];
      for (let from = 0; from < people.length; from += CHUNK) {
        const some = people.slice(from, from + CHUNK);
        rows.push(...(await presentPeople(platform, services, some, await analysed(batch, some))));
      }
      await services.audit.append({
        ...by,
        action: 'credit.persons-exported',
        subject: `crediting:${creditingId}`,
      });
      return personsBook(await services.activities.get(String(batch.activityId)), batch, rows);
    },
  };
}

import { disciplineName } from '@common/disciplines';
import { CREDIT_CLASS_OF } from '@common/rules/creditClass';
import { composeProjectNumber } from '@common/rules/projectNumber';
import type { ProjectForm, ProjectLevel, ProjectNature } from '@common/terms';
import { type ClientSession, Types } from 'mongoose';
import { appError } from '../../http/errors';
import type { Platform } from '../../platform';
import { isDuplicate } from '../../platform/mongo';
import type { Services } from '../services';
import { type ProjectDoc, projectModel, projectSerialModel } from './model';

/** A project that has been approved, before it has its number. */
export interface NewProject {
  applicationId: string | Types.ObjectId;
  unitId: string | Types.ObjectId;
  year: number;
  level: ProjectLevel;
  nature: Extract<ProjectNature, 'applied' | 'filed'>;
  form: ProjectForm;
  name: string;
  /** Four digits of common/disciplines.ts. */
  discipline: string;
  leader: string;
  minutes: number;
  /** Integer hundredths. */
  credits: number;
  /** 举办起止日期, `YYYY-MM-DD`: its activities are held between them. */
  from?: string;
  to?: string;
  /** The authority's own digits in the number. */
  prefix: string;
}

export interface Publishing {
  /**
   * Numbers and inserts projects, in the order given, all or none; within the caller's transaction where there is one.
   * @throws AppError PROJECT_EXISTS for an application that was published before.
   */
  publish(projects: readonly NewProject[], session?: ClientSession): Promise<ProjectDoc[]>;
}

type Series = Pick<NewProject, 'year' | 'level' | 'prefix' | 'discipline'>;

export function createPublishing({ mongo }: Platform, services: Services): Publishing {
  const Project = projectModel(mongo);
  const Serial = projectSerialModel(mongo);

  const seriesOf = ({ year, level, prefix, discipline }: Series) =>
    [year, level === 'national' ? '国' : prefix, discipline].join(' ');

  /** Outside the transaction: two that begin a series at once would otherwise both insert it, and one would fail. */
  async function beginSeries(series: string): Promise<void> {
    if (await Serial.exists({ _id: series })) {
      return;
    }
    await Serial.updateOne({ _id: series }, { $setOnInsert: { last: 0 } }, { upsert: true }).catch(
      (error) => {
        if (!isDuplicate(error)) {
          throw error;
        }
      },
    );
  }

  /** The next serials of a series; numbers that came in another way (entered, imported) are passed over. */
  async function nextNumbers(series: Series, count: number, session: ClientSession): Promise<string[]> {
    const numbers: string[] = [];
    while (numbers.length < count) {
      const wanted = count - numbers.length;
      const { last } = await Serial.findOneAndUpdate(
        { _id: seriesOf(series) },
        { $inc: { last: wanted } },
        { upsert: true, returnDocument: 'after', session },
      )
        .orFail()
        .lean();
      const next = Array.from({ length: wanted }, (_, n) =>
        composeProjectNumber({ ...series, serial: last - wanted + 1 + n }),
      );
      const taken = await Project.find({ number: { $in: next }, year: series.year }, { number: 1 })
        .session(session)
        .lean();
      const gone = new Set(taken.map(({ number }) => number));
      numbers.push(...next.filter((number) => !gone.has(number)));
    }
    return numbers;
  }

  async function numbered(projects: readonly NewProject[], session: ClientSession): Promise<string[]> {
    const numbers = new Map<NewProject, string>();
    // In one order for everybody: two batches of the same series wait for each other instead of meeting crosswise.
    for (const series of [...new Set(projects.map(seriesOf))].sort()) {
      const members = projects.filter((project) => seriesOf(project) === series);
      const [first] = members;
      const given = first ? await nextNumbers(first, members.length, session) : [];
      for (const [at, project] of members.entries()) {
        numbers.set(project, given[at] ?? '');
      }
    }
    return projects.map((project) => numbers.get(project) ?? '');
  }

  async function insert(projects: readonly NewProject[], session: ClientSession): Promise<ProjectDoc[]> {
    const ids = [...new Set(projects.map(({ unitId }) => String(unitId)))];
    const units = await services.regionsUnits.units(ids);
    const numbers = await numbered(projects, session);
    const docs = projects.map(({ prefix: _prefix, discipline, unitId, applicationId, ...project }, at) => ({
      ...project,
      _id: new Types.ObjectId(),
      number: numbers[at],
      discipline: disciplineName(discipline) ?? '',
      disciplineCode: discipline,
      creditClass: CREDIT_CLASS_OF[project.level],
      unitId: new Types.ObjectId(unitId),
      applicationId: new Types.ObjectId(applicationId),
      regionCode: units.get(String(unitId))?.regionCode ?? '',
    }));
    const inserted = await Project.insertMany(docs, { session });
    return inserted.map((project) => project.toObject());
  }

  return {
    async publish(projects, session) {
      for (const series of new Set(projects.map(seriesOf))) {
        await beginSeries(series);
      }
      try {
        return session
          ? await insert(projects, session)
          : await mongo.transaction(async (own) => insert(projects, own));
      } catch (error) {
        throw isDuplicate(error) ? appError('PROJECT_EXISTS') : error;
      }
    },
  };
}

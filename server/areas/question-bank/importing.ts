import type { ImportReport } from '@common/contract/imports';
import type { ExamQuestionInput } from '@common/contract/papers';
import { disciplineName } from '@common/disciplines';
import { contentOf, letterOf } from '@common/rules/examQuestion';
import { parseQuestionText } from '@common/rules/questionText';
import { EXAM_QUESTION_KINDS } from '@common/terms';
import { actorOf, type Call, callerId, type ServedFile } from '../../http/call';
import { appError } from '../../http/errors';
import type { Platform } from '../../platform';
import type { CellFault, Column, SheetRow } from '../../sheets/columns';
import { createPendingImports } from '../../sheets/pendingImports';
import { readSheet } from '../../sheets/readSheet';
import { collectFaults, createSeen, importReport } from '../../sheets/report';
import { writeTemplate } from '../../sheets/writeTemplate';
import type { Services } from '../services';
import { COLUMNS, parseRow, WHOLE } from './questionSheet';

type By = Pick<Call, 'session' | 'requestId'>;

/** 模板导入试题 and 粘贴导入: checked first, nothing is stored; committed whole, to a paper or to the bank. */
export interface Importing {
  template(): Promise<ServedFile>;
  /** Reads and checks an Excel. @throws AppError FILE_INVALID. */
  check(unitId: string, bytes: Buffer): Promise<ImportReport>;
  /** The same with text pasted from Word; a fault's row is the number of its question. */
  checkText(unitId: string, text: string): Promise<ImportReport>;
  /** Writes what was checked, all or none. @throws AppError IMPORT_EXPIRED, PAPER_FULL, NOT_FOUND, INVALID_INPUT. */
  commit(
    call: By,
    given: { importId: string; activityId?: string; discipline?: string },
  ): Promise<{ imported: number; repeated: number }>;
}

type TextKey = 'kind' | 'stem' | 'options' | 'right' | 'explanation';
/** What the preview of a pasted text shows; the faults name the same headings. */
const TEXT_COLUMNS: readonly Column<TextKey>[] = [
  { key: 'kind', heading: '试题类型', hint: '', width: 0 },
  { key: 'stem', heading: '题干', hint: '', width: 0 },
  { key: 'options', heading: '选项', hint: '', width: 0 },
  { key: 'right', heading: '正确答案', hint: '', width: 0 },
  { key: 'explanation', heading: '解析', hint: '', width: 0 },
];
const asTyped = (_key: string, text: string) => text;

export function createImporting(platform: Platform, services: Services): Importing {
  const pending = createPendingImports<ExamQuestionInput[]>(platform, 'questions');

  /** Keeps what has no fault. */
  const keep = async (unitId: string, questions: ExamQuestionInput[], faults: readonly CellFault[]) =>
    faults.length === 0 && questions.length > 0 ? pending.keep(unitId, questions) : null;

  return {
    template: () => writeTemplate('试题模板', '试题', COLUMNS),
    async check(unitId, bytes) {
      const sheet = await readSheet(bytes, COLUMNS);
      const faults = collectFaults(sheet.faults);
      const questions = sheet.rows.map((row) => parseRow(row, faults));
      const seen = createSeen();
      const faulty = new Set(sheet.faults.map(({ row }) => row));
      sheet.rows.forEach((row, at) => {
        const question = questions[at];
        const before = question && !faulty.has(row.row) ? seen(contentOf(question), row.row) : null;
        if (before !== null) {
          faults.add(row, WHOLE, `与第${before}行的试题相同`);
        }
      });
      return importReport(COLUMNS, sheet, await keep(unitId, questions, sheet.faults), asTyped);
    },
    async checkText(unitId, text) {
      const { questions, faults } = parseQuestionText(text);
      const inputs = questions.map(({ number: _number, ...question }) => ({ ...question, pictureId: null }));
      const importId = await keep(unitId, inputs, faults);
      return importReport(TEXT_COLUMNS, { rows: questions.map(previewOf), faults }, importId, asTyped);
    },
    async commit(call, { importId, activityId, discipline }) {
      const unitId = callerId(call, 'unitId');
      if (!activityId && !(discipline && disciplineName(discipline))) {
        throw appError('INVALID_INPUT', { message: '请选择学科', field: 'discipline' });
      }
      // Neither another unit's activity nor a paper without room may use the import up.
      const full = activityId ? await services.activities.ownActivity(call.session, activityId) : null;
      const wanted = full && (await pending.look(unitId, importId));
      if (full && wanted) {
        await services.papers.insistFit(full, wanted);
      }
      const questions = await pending.take(unitId, importId);
      if (!questions) {
        throw appError('IMPORT_EXPIRED', { message: '本次导入已过期，请重新检查后再导入' });
      }
      const { added, repeated } = full
        ? await services.papers.addQuestions(full, questions)
        : await services.questionBank.add(unitId, discipline ?? '', questions);
      await services.audit.append({
        actor: actorOf(call),
        action: full ? 'paper.questions-imported' : 'bank.changed',
        subject: full ? `activity:${full.activity._id}` : `unit:${unitId}`,
        reason: `导入${added}道试题${repeated > 0 ? `，已有的${repeated}道没有重复写入` : ''}`,
        requestId: call.requestId,
      });
      return { imported: added, repeated };
    },
  };
}

function previewOf({
  number,
  kind,
  stem,
  options,
  explanation,
}: ReturnType<typeof parseQuestionText>['questions'][number]): SheetRow<TextKey> {
  return {
    row: number,
    cells: {
      kind: EXAM_QUESTION_KINDS[kind],
      stem,
      options: options.map(({ text }, place) => `${letterOf(place)}. ${text}`).join('　'),
      right: options.map(({ isRight }, place) => (isRight ? letterOf(place) : '')).join(''),
      explanation,
    },
  };
}

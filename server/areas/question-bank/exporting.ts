import type { ExamQuestionInput } from '@common/contract/papers';
import type { ServedFile } from '../../http/call';
import { buildWorkbook, type Sheet } from '../../sheets/buildWorkbook';
import { MAX_ROWS } from '../../sheets/columns';
import { XLSX } from '../../sheets/writeTemplate';
import { COLUMNS, rowOf } from './questionSheet';

/** A question as papers and the bank keep it; a picture is told by its id. */
export type ExportedQuestion = Omit<ExamQuestionInput, 'pictureId'> & { pictureId?: unknown };

/** 导出 of a paper or of the bank. */
export interface Exporting {
  /** An .xlsx with the columns of the template, so that it can be imported again; `name` without ending. */
  questionsBook(name: string, questions: readonly ExportedQuestion[]): Promise<ServedFile>;
}

const FIRST_ROW = 2;

export function createExporting(): Exporting {
  return {
    async questionsBook(name, questions) {
      const sheets: Sheet[] = [
        {
          name: '试题',
          columns: COLUMNS.map(({ heading, isRequired, width }) => [
            isRequired ? `${heading}*` : heading,
            width,
          ]),
          rows: questions.map(rowOf),
        },
      ];
      const notes = notesOf(questions);
      if (notes.length > 0) {
        sheets.push({ name: '说明', columns: [['说明', 80]], rows: notes.map((note) => [note]) });
      }
      return { name: `${name}.xlsx`, type: XLSX, body: await buildWorkbook(sheets) };
    },
  };
}

/** What an Excel cannot carry, on a sheet of its own: the import reads the first only. */
function notesOf(questions: readonly ExportedQuestion[]): string[] {
  const pictured = questions.flatMap(({ pictureId }, at) => (pictureId ? [`第${at + FIRST_ROW}行`] : []));
  return [
    ...(pictured.length > 0
      ? ['下列各行的试题有题干图片，图片不能导出到Excel；再次导入后请逐题上传图片。', ...pictured]
      : []),
    ...(questions.length > MAX_ROWS
      ? [`一次最多导入${MAX_ROWS}行：再次导入时请把“试题”表分成几个文件。`]
      : []),
  ];
}

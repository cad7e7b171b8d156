import { openArchive } from './unzip';
import { xmlTags } from './xmlTags';

/** How Excel shows a number. */
export type Shown = 'day' | 'percent' | 'number';

/** What of an .xlsx the reading of one sheet needs. */
export interface Workbook {
  /** The first sheet's XML. */
  sheet: string;
  /** Texts that cells refer to by number. */
  sharedStrings: string[];
  /** As what a cell's style (by number) shows a number. */
  shownAs(style: number): Shown;
  /** Days are counted from 1904 instead of 1900. */
  is1904: boolean;
}

/** @throws AppError FILE_INVALID; Error where it is no workbook. */
export async function openWorkbook(bytes: Buffer): Promise<Workbook> {
  const archive = await openArchive(bytes);
  try {
    const { firstSheetId, is1904 } = readWorkbook(await archive.text('xl/workbook.xml'));
    const parts = readRelations(await archive.text('xl/_rels/workbook.xml.rels'));
    const part = (matches: (relation: Relation) => boolean) => archive.text(parts.find(matches)?.path ?? '');
    const sheet = await part(({ id }) => id === firstSheetId);
    if (!sheet) {
      throw new Error('no sheet');
    }
    return {
      sheet,
      sharedStrings: readStrings(await part(({ kind }) => kind === 'sharedStrings')),
      shownAs: readStyles(await part(({ kind }) => kind === 'styles')),
      is1904,
    };
  } finally {
    archive.close();
  }
}

function readWorkbook(xml: string): { firstSheetId: string | undefined; is1904: boolean } {
  let firstSheetId: string | undefined;
  let is1904 = false;
  for (const tag of xmlTags(xml)) {
    if (tag.name === 'workbookPr') {
      is1904 = ['1', 'true'].includes(tag.attribute('date1904') ?? '');
    }
    if (tag.name === 'sheet' && !tag.isEnd && !tag.attribute('state')?.includes('idden')) {
      firstSheetId ??= tag.attribute('id');
    }
  }
  return { firstSheetId, is1904 };
}

interface Relation {
  id: string | undefined;
  /** `worksheet`, `sharedStrings`, `styles`. */
  kind: string | undefined;
  path: string;
}

function readRelations(xml: string): Relation[] {
  const relations: Relation[] = [];
  for (const tag of xmlTags(xml)) {
    if (tag.name === 'Relationship') {
      const target = tag.attribute('Target') ?? '';
      const path = target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`;
      relations.push({ id: tag.attribute('Id'), kind: tag.attribute('Type')?.split('/').pop(), path });
    }
  }
  return relations;
}

/** Rich text is the runs one after another; the phonetic guide (`rPh`) is not part of it. */
function readStrings(xml: string): string[] {
  const strings: string[] = [];
  let text = '';
  let isPhonetic = false;
  for (const { name, isEnd, isEmpty, before } of xmlTags(xml)) {
    if (name === 'rPh') {
      isPhonetic = !isEnd;
    } else if (name === 't' && isEnd && !isPhonetic) {
      text += before;
    } else if (name === 'si' && (isEnd || isEmpty)) {
      strings.push(text);
      text = '';
    }
  }
  return strings;
}

/** Excel's own formats of days (ECMA-376 §18.8.30), those of East Asia included, and of percents. */
const builtIn = (format: number): Shown =>
  (format >= 14 && format <= 22) || (format >= 27 && format <= 36) || (format >= 50 && format <= 58)
    ? 'day'
    : format === 9 || format === 10
      ? 'percent'
      : 'number';

function readStyles(xml: string): (style: number) => Shown {
  const custom = new Map<number, Shown>();
  const styles: Shown[] = [];
  let isInCells = false;
  for (const tag of xmlTags(xml)) {
    const format = Number(tag.attribute('numFmtId'));
    if (tag.name === 'numFmt' && !tag.isEnd) {
      const code = (tag.attribute('formatCode') ?? '').replace(/"[^"]*"|\[[^\]]*\]|\\./g, '');
      custom.set(format, /[yd]/i.test(code) ? 'day' : code.includes('%') ? 'percent' : 'number');
    } else if (tag.name === 'cellXfs') {
      isInCells = !tag.isEnd;
    } else if (tag.name === 'xf' && isInCells && !tag.isEnd) {
      styles.push(custom.get(format) ?? builtIn(format));
    }
  }
  return (style) => styles[style] ?? 'number';
}

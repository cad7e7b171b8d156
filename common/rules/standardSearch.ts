/** 标准 论文: which rows of 学分审核标准 are meant by the words that people use. */
import { codesOf, STANDARD_CATEGORIES, type StandardCategory } from '../terms';
import { searchWords } from './searchWords';

/** What people call a category, besides what its rows say. */
const CALLED: Readonly<Record<StandardCategory, readonly string[]>> = {
  project: ['继续医学教育项目', '继教项目', '培训班', '学习班', '面授', '项目'],
  remote: ['远程教育', '远程', '网络学习', '网络', '网课', '在线学习', '线上'],
  paper: ['论文', '综述', '期刊', '刊物', '杂志', '文章', 'sci'],
  research: ['科研项目', '科研', '课题', '立项', '成果'],
  book: ['医学著作', '著作', '专著', '出版', '编书'],
  report: ['考察报告', '调研报告', '考察', '调研', '报告'],
  translation: ['医学译文', '译文', '翻译'],
  aid: ['援藏', '援疆', '支农', '援外', '援非', '对口支援', '下乡'],
  degree: ['学历教育', '学历', '学位', '函授', '在职研究生'],
  study: ['进修'],
  lecture: ['授课', '讲课', '主讲', '带教'],
  other: ['其他'],
};

interface Row {
  category: StandardCategory;
  item: string;
  note: string;
}

/**
 * The rows that the words are about: those of the category that is called just so, else those that hold the words, else those of
 * the category whose name stands in the words. Of several names the longest one counts: 科研项目 is research and no 项目.
 * @param words Lower case, without spaces and punctuation.
 */
export function rowsAbout<T extends Row>(rows: readonly T[], words: string): T[] {
  const literal = rows.filter(({ item, note }) => `${item}${note}`.toLowerCase().includes(words));
  const names = Object.entries(CALLED).flatMap(([category, called]) =>
    called
      .filter((name) => words.includes(name) || (words.length > 1 && name.includes(words)))
      .map((name) => ({ category, length: words.includes(name) ? name.length : words.length })),
  );
  const longest = Math.max(0, ...names.map(({ length }) => length));
  const meant = new Set(names.filter(({ length }) => length === longest).map(({ category }) => category));
  const ofCategory = rows.filter(({ category }) => meant.has(category));
  if (ofCategory.length > 0 && longest === words.length) {
    return ofCategory;
  }
  return literal.length > 0 ? literal : ofCategory;
}

/**
 * The rows that every word is about, under their categories in the order of the standard; categories without any are left out.
 * @param typed As typed; nothing finds everything.
 */
export function rowsByCategory<T extends Row>(rows: readonly T[], typed = ''): [StandardCategory, T[]][] {
  const about = searchWords(typed).reduce((left, word) => rowsAbout(left, word.toLowerCase()), [...rows]);
  return codesOf(STANDARD_CATEGORIES)
    .map((category): [StandardCategory, T[]] => [category, about.filter((row) => row.category === category)])
    .filter(([, of]) => of.length > 0);
}

import type { StandardRow } from '@common/contract/standards';
import { formatCreditRange } from '@common/rules/credits';
import { rowsAbout } from '@common/rules/standardSearch';
import { CREDIT_CLASSES, codesOf, STANDARD_CATEGORIES } from '@common/terms';
import type { StandardInForce } from '../standards/service';
import { type Links, pageLink, plainName, plainSentence } from './links';

const ITEM_BYTES = 150;

/** 学分审核标准 by category; with words only what they ask for. `asked`: the year. */
export function standardsText(
  table: StandardInForce | null,
  words: string,
  asked: number,
  links: Links,
): string[] {
  const page = pageLink(links, 'notices/standards/index', '查看完整的标准');
  if (!table || table.rows.length === 0) {
    return ['本地区还没有发布学分审核标准。', '', '如有疑问，请联系单位继教管理员。'];
  }
  const title = `${table.year}年度学分审核标准（${plainName(table.authorityName)}）`;
  const head = table.year === asked ? title : `${asked}年度的标准尚未发布，以下为${title}`;
  const found = words ? rowsAbout(table.rows, words) : table.rows;
  if (found.length === 0) {
    return [
      head,
      `没有找到与“${plainSentence(words)}”有关的标准。可以查询：`,
      ...categoriesOf(table.rows).map((category) => `· ${STANDARD_CATEGORIES[category]}`),
      '例如发送：标准 论文',
      '',
      page,
    ];
  }
  return [
    head,
    ...categoriesOf(found).flatMap((category) => [
      '',
      ...withHeading(
        `【${STANDARD_CATEGORIES[category]}】`,
        found.filter((row) => row.category === category).map(rowLine),
      ),
    ]),
    '',
    page,
  ];
}

/** A heading stays with its first row. */
const withHeading = (heading: string, [first = '', ...rest]: string[]): string[] => [
  `${heading}\n${first}`,
  ...rest,
];

/** Those that there are rows of, in the order of the terms. */
const categoriesOf = (rows: readonly StandardRow[]) =>
  codesOf(STANDARD_CATEGORIES).filter((code) => rows.some(({ category }) => category === code));

function rowLine(row: StandardRow): string {
  const { item, creditClass, per, note } = row;
  const amount = formatCreditRange(row);
  const line = `· ${plainName(item, ITEM_BYTES)}：${CREDIT_CLASSES[creditClass]} ${amount}分${per ? `（${plainName(per)}）` : ''}`;
  return note ? `${line}\n　${plainSentence(note)}` : line;
}

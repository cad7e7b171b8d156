import { pasteRows, type RowDraft, rowFault, toDraft, toRow } from './rowDraft';

const ROW: RowDraft = {
  ...{ key: 'a', category: 'paper', item: '国际刊物', creditClass: 'classII' },
  ...{ from: 1000, to: null, per: '每篇', note: '' },
};

test.each([
  [{}, null],
  [{ to: 1200 }, null],
  [{ to: 1000 }, null],
  [{ item: '  ' }, '请填写项目'],
  [{ from: null }, '请填写学分'],
  [{ from: 0 }, null],
  [{ to: 900 }, '最高学分不能低于最低学分'],
] as const)('with %j: %s', (some, fault) => {
  expect(rowFault({ ...ROW, ...some })).toBe(fault);
});

test('without a range, what is stored goes from and to the same; and comes back so', () => {
  const { key: _, ...rest } = ROW;
  const stored = { ...rest, from: 1000, to: 1000 };
  expect(toRow(ROW)).toEqual(stored);
  expect(toDraft(stored, 'a')).toEqual(ROW);
  expect(toDraft({ ...stored, to: 1200 }, 'a').to).toBe(1200);
});

test('rows from Excel, as people write them', () => {
  const text = [
    '类别\t项目\t学分类别\t学分\t单位\t说明',
    '论文与综述\t国际刊物（第一作者）\tII类学分\t10\t每篇\t附刊物封面',
    '进修\t省级以上医院\tⅡ类\t3-5分\t每月',
    '\t',
    '科研\t省级\t二类\t2.5\r',
    '授课\t带教\t1\t1～2',
  ].join('\n');
  const { rows, faults } = pasteRows(text, String);
  expect(faults).toEqual([]);
  expect(rows).toEqual([
    { ...ROW, key: '1', item: '国际刊物（第一作者）', note: '附刊物封面' },
    { ...ROW, key: '2', category: 'study', item: '省级以上医院', from: 300, to: 500, per: '每月' },
    { ...ROW, key: '4', category: 'research', item: '省级', from: 250, per: '' },
    {
      ...ROW,
      key: '5',
      category: 'lecture',
      item: '带教',
      creditClass: 'classI',
      from: 100,
      to: 200,
      per: '',
    },
  ]);
});

test.each([
  ['天文\t甲\tII类\t1', '没有“天文”这个类别'],
  ['进修\t\tII类\t1', '没有填写项目'],
  ['进修\t甲\t丙类\t1', '没有“丙类”这个学分类别'],
  ['进修\t甲\tII类\t若干', '“若干”不是学分，请写成 10 或 3-5'],
  ['进修\t甲\tII类\t1-多', '“1-多”不是学分，请写成 10 或 3-5'],
  ['进修\t甲\tII类\t9999', '“9999”不是学分，请写成 10 或 3-5'],
  [`进修\t${'甲'.repeat(101)}\tII类\t1`, '项目超过100字'],
  [`进修\t甲\tII类\t1\t${'每'.repeat(21)}`, '计算单位超过20字'],
  [`进修\t甲\tII类\t1\t每次\t${'注'.repeat(201)}`, '说明超过200字'],
])('a line that cannot be read says why: %j', (line, why) => {
  expect(pasteRows(line, String)).toEqual({ rows: [], faults: [{ line: 1, why }] });
});

import type { ExamResultRow, ItemAnalysis } from '@common/contract/examResults';
import { fireEvent, screen, within } from '@testing-library/react';
import { draw, settle } from '../../../../../testing/render';
import { activityOf, unitMe } from '../../../../../testing/rows';
import { signedIn } from '../../../../../testing/signIn';
import ExamResults from './examResults';

const rowOf = (n: number, some: Partial<ExamResultRow> = {}): ExamResultRow => ({
  learnerId: String(n).padStart(24, '0'),
  name: `学员${n}`,
  idNoMasked: '4111**********0011',
  unitName: '舞阳县中医院',
  department: '外科',
  tries: 1,
  best: 90,
  isPassed: true,
  submittedAt: '2026-11-21T08:00:00.000Z',
  ...some,
});
const ITEM: ItemAnalysis = {
  questionId: '9'.repeat(24),
  kind: 'single',
  stem: '外科手消毒后，双手应保持在什么位置',
  asked: 12,
  difficulty: 0.25,
  discrimination: -0.1,
  words: '偏难；高分者反而答错，请检查正确答案',
  options: [
    { text: '腰以下', isRight: false, chosen: 9 },
    { text: '胸前', isRight: true, chosen: 3 },
  ],
};

async function open(rows: ExamResultRow[], items: ItemAnalysis[] = []) {
  const taken = rows.filter(({ best }) => best !== null);
  const sent = await signedIn(unitMe, ({ path }) => {
    const { pathname, searchParams } = new URL(path, 'http://a');
    if (pathname.endsWith('.xlsx')) {
      return { file: '考试成绩.xlsx' };
    }
    const counts = {
      attended: rows.length,
      taken: taken.length,
      passed: taken.filter(({ isPassed }) => isPassed).length,
    };
    if (pathname.endsWith('exam-statistics')) {
      const distribution = [0, 0, 0, 0, 0, 0, 0, 0, 0, taken.length];
      const scores = taken.length > 0 ? { average: 90, highest: 90, lowest: 90 } : {};
      return {
        body: { average: null, highest: null, lowest: null, ...counts, ...scores, distribution, items },
      };
    }
    const shown = rows.filter(({ best }) => searchParams.get('only') !== 'notTaken' || best === null);
    return { body: { items: shown, total: shown.length, page: 1, pageSize: 20, ...counts } };
  });
  draw(<ExamResults activity={activityOf()} />);
  await settle();
  await settle();
  return sent;
}

test('how many took it and passed, and who has not', async () => {
  await open([rowOf(1), rowOf(2, { best: null, tries: 0, isPassed: false, submittedAt: null })]);
  for (const words of ['1人未参加', '合格率100%', '最高90，最低90']) {
    expect(screen.getByText(words)).toBeTruthy();
  }
  expect(within(screen.getByRole('row', { name: /学员1/ })).getByText('90分')).toBeTruthy();
  fireEvent.click(screen.getByText('未参加', { selector: '.ant-segmented-item-label' }));
  await settle();
  expect(screen.queryByRole('row', { name: /学员1/ })).toBeNull();
  expect(within(screen.getByRole('row', { name: /学员2/ })).getByText('未参加')).toBeTruthy();
});

test('a question with what is to be said of it; opened, how often each option was chosen', async () => {
  await open([rowOf(1)], [ITEM]);
  const row = within(screen.getByRole('row', { name: new RegExp(ITEM.stem) }));
  for (const words of ['0.25', '-0.10', ITEM.words, '12人']) {
    expect(row.getByText(words)).toBeTruthy();
  }
  fireEvent.click(row.getByRole('button'));
  expect(screen.getByText('9人')).toBeTruthy();
  expect(screen.getByText('正确答案')).toBeTruthy();
});

test('a question that was changed has a row for each wording, opened by itself', async () => {
  const before = { ...ITEM, options: ITEM.options.map((option) => ({ ...option, chosen: 1 })) };
  await open([rowOf(1)], [ITEM, before]);
  const [, older] = screen.getAllByRole('row', { name: new RegExp(ITEM.stem) });
  fireEvent.click(within(older as HTMLElement).getByRole('button'));
  expect(screen.getAllByText('1人', { selector: '.item-options span' })).toHaveLength(2);
  expect(screen.queryByText('9人')).toBeNull();
});

test('nobody has signed in, nobody has handed in: both are said, and there is nothing to take away', async () => {
  await open([]);
  expect(screen.getByText('还没有人签到')).toBeTruthy();
  expect(screen.getByText('还没有人交卷')).toBeTruthy();
  expect(screen.getByRole<HTMLButtonElement>('button', { name: '导出Excel' }).disabled).toBe(true);
});

import type { FormAnswer, FormResults } from '@common/contract/forms';
import { countAnswers, DEFAULT_FORMS } from '@common/rules/forms';
import { fireEvent, screen, within } from '@testing-library/react';
import { draw, settle } from '../../../../testing/render';
import { activityOf, readerMe, unitMe } from '../../../../testing/rows';
import { signedIn } from '../../../../testing/signIn';
import EvaluationSection from './evaluationSection';

const activity = activityOf();
const sheet = (stars: number, hours: string, text = ''): FormAnswer[] => [
  { question: 'content', stars },
  { question: 'hours', options: [hours] },
  { question: 'advice', text },
];
const SHEETS = [sheet(5, '1', '多讲病例'), sheet(4, '1', '增加操作演示'), sheet(4, '2'), sheet(5, '1')];
const resultsOf = (some: Partial<FormResults> = {}): FormResults => ({
  persons: SHEETS.length,
  expected: 10,
  isTooFew: false,
  questions: countAnswers(DEFAULT_FORMS.evaluation, SHEETS),
  ...some,
});
const EMPTY = { persons: 0, isTooFew: true, questions: [] };

interface Given {
  me?: typeof unitMe;
  results?: Partial<FormResults>;
  until?: string | null;
  missing?: number;
  at?: string;
}

async function open({
  me = unitMe,
  results,
  until = '2026-08-03T16:00:00.000Z',
  missing = 6,
  at,
}: Given = {}) {
  let remindedAt: string | null = null;
  const sent = await signedIn(me, ({ method, path }) => {
    if (path.endsWith('.xlsx')) {
      return { file: '项目评价结果.xlsx' };
    }
    if (method === 'POST') {
      remindedAt = '2026-07-21T01:00:00.000Z';
      return { body: { reminded: missing } };
    }
    if (path.endsWith('/tasks')) {
      const items = [{ kind: 'evaluation', isRequired: true, missing, until, remindedAt }];
      return { body: { attended: 10, items } };
    }
    return { body: resultsOf(results) };
  });
  draw(<EvaluationSection activity={activity} />, at);
  await settle();
  return sent;
}
const button = (name: RegExp | string) => screen.getByRole<HTMLButtonElement>('button', { name });
const remind = () => button(/^提醒未评价人员/);
const card = (name: string) => within(screen.getByRole('listitem', { name }));
const line = (table: ReturnType<typeof card>, name: string) =>
  table.getByRole('row', { name: new RegExp(`^${name}`) }).textContent;

test('each question: stars with their average, options with their share, and what was written', async () => {
  await open();
  expect(screen.getByText('40%')).toBeTruthy();
  expect(card('第1题').getByText('4.5')).toBeTruthy();
  expect(line(card('第1题'), '5星')).toBe('5星2人50%');
  expect(card('第2题').getByText('没有人回答这道题')).toBeTruthy();
  expect(line(card('第4题'), '合适')).toBe('合适3人75%');
  expect(line(card('第4题'), '偏少')).toBe('偏少0人0%');
  expect(card('第5题').getByText('增加操作演示')).toBeTruthy();
});

test('many texts are read ten at a time, and all are in the Excel', async () => {
  const texts = Array.from({ length: 200 }, (_, at) => `意见${at + 1}`);
  const [question] = countAnswers(DEFAULT_FORMS.evaluation.slice(4), []);
  await open({ results: { questions: [{ ...question, answered: 230, texts }] as FormResults['questions'] } });
  expect(screen.getByText('意见10')).toBeTruthy();
  expect(screen.queryByText('意见11')).toBeNull();
  fireEvent.click(screen.getByTitle('2'));
  expect(screen.getByText('意见11')).toBeTruthy();
  expect(screen.getByText(/全部230条请导出Excel查看/)).toBeTruthy();
});

test('too few: nothing is told but how many', async () => {
  await open({ results: { persons: 2, isTooFew: true, questions: [] } });
  expect(screen.getByText('少于3份时不显示内容，避免猜出填写人')).toBeTruthy();
  expect(button('导出Excel').disabled).toBe(true);
});

test('nobody yet: who has not evaluated is reminded after a question', async () => {
  const sent = await open({ results: EMPTY });
  expect(screen.getByText('还没有人评价')).toBeTruthy();
  fireEvent.click(remind());
  const dialog = within(await screen.findByRole('dialog'));
  expect(dialog.getAllByText('提醒6名未评价人员？')).not.toHaveLength(0);
  expect(dialog.getByText(/2026-08-04 00:00截止/)).toBeTruthy();
  fireEvent.click(dialog.getByRole('button', { name: '提醒' }));
  expect(await screen.findByText(/上次提醒：2026-07-21 09:00/)).toBeTruthy();
  expect(sent.filter(({ method }) => method === 'POST').map(({ path }) => path)).toEqual([
    `/api/unit/activities/${activity.id}/tasks/evaluation/reminders`,
  ]);
});

const why = () => remind().closest('[role=note]')?.getAttribute('aria-label');
test.each<[Given, RegExp]>([
  [{ until: null }, /现在不能评价/],
  [{ missing: 0 }, /都已评价/],
  [{ me: readerMe }, /“举办活动”权限/],
])('nobody can be reminded, and it says why: %#', async (given, words) => {
  await open(given);
  expect(remind().disabled).toBe(true);
  expect(why()).toMatch(words);
});

test('the survey at departure has its own results and its own file', async () => {
  const sent = await open({ at: '/?tab=survey', results: EMPTY });
  expect(screen.getByText(/请在培训结束时展示撤离二维码/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: /提醒/ })).toBeNull();
  expect(sent.map(({ path }) => path)).toEqual([`/api/unit/activities/${activity.id}/survey-results`]);
});

test('the results are a file', async () => {
  const sent = await open();
  fireEvent.click(button('导出Excel'));
  await settle();
  expect(sent.at(-1)?.path).toBe(`/api/activities/${activity.id}/evaluation-results.xlsx`);
});

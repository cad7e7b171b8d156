/** The questions by themselves: what need not be answered can be taken back, and what was kept fits the form as it is now. */
import type { FormQuestion } from '@common/contract/forms';
import { fireEvent, render, screen } from '@testing-library/react';
import { act } from 'react';
import { resetTaro } from '@/testing/taro';
import { FormQuestions } from './formQuestions';
import { fitting } from './formSheet';
import { type FormSheet, useFormSheet } from './useFormSheet';

const base = { options: [], choose: 1, isRequired: false };
const options = ['内科', '外科', '护理'].map((text, at) => ({ key: `o${at}`, text }));
const QUESTIONS: FormQuestion[] = [
  { ...base, key: 'food', kind: 'stars', text: '会务餐' },
  { ...base, key: 'ward', kind: 'choice', text: '想听的专题', options },
  { ...base, key: 'two', kind: 'choice', text: '最想听的', options, choose: 2 },
  { ...base, key: 'words', kind: 'text', text: '建议' },
];

let sheet: FormSheet;
function Form() {
  sheet = useFormSheet(QUESTIONS);
  return <FormQuestions sheet={sheet} />;
}
const press = async (element: Element | null | undefined) =>
  act(async () => void fireEvent.click(element as Element));
const option = (question: string, text: string) =>
  [...document.querySelectorAll(`#field-${question} [role]`)].find((each) => each.textContent === text);

beforeEach(() => {
  resetTaro();
  render(<Form />);
});

test('stars and an option that need not be given are taken back by another tap', async () => {
  expect(sheet.check()).toBe(true);
  await press(screen.getByLabelText('2星，不满意'));
  await press(option('ward', '外科'));
  expect(sheet.answers).toEqual([
    { question: 'food', stars: 2 },
    { question: 'ward', options: ['o1'] },
  ]);
  await press(screen.getByLabelText('2星，不满意'));
  await press(option('ward', '外科'));
  expect(sheet.answers).toEqual([]);
  expect(sheet.answered).toBe(0);
});

test('half of a 选两项 is no answer yet: the fault stands at it until it is answered', async () => {
  await press(option('two', '内科'));
  let isRight = true;
  await act(async () => {
    isRight = sheet.check();
  });
  expect(isRight).toBe(false);
  expect(screen.getByText('第3题须选2项')).toBeTruthy();
  await press(option('two', '护理'));
  expect(screen.queryByText('第3题须选2项')).toBeNull();
  expect(sheet.check()).toBe(true);
});

test('of what was kept on the phone only what the form still asks is left', () => {
  const kept = {
    food: { stars: 4 },
    ward: { options: ['gone'] },
    two: { options: ['o0'] },
    words: { text: '好' },
    unknown: { text: '旧题目' },
  };
  expect(fitting(QUESTIONS, kept)).toEqual({
    food: { stars: 4 },
    two: { options: ['o0'] },
    words: { text: '好' },
  });
  expect(fitting(QUESTIONS, { food: { text: '曾是文字题' } })).toEqual({});
});

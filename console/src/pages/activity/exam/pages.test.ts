import { pageOfPlace, questionsOnPage } from './pages';

const questions = Array.from({ length: 45 }, (_, at) => ({ id: `q${at}` }));

test('a place is on its page; that of what is gone is on the first', () => {
  expect([0, 19, 20, 44, -1].map(pageOfPlace)).toEqual([1, 1, 2, 3, 1]);
});

test('a page is numbered on, and a page too far is the last', () => {
  expect(questionsOnPage(questions, 3).shown.map(({ number }) => number)).toEqual([41, 42, 43, 44, 45]);
  expect(questionsOnPage(questions, 9).page).toBe(3);
  expect(questionsOnPage([], 1)).toEqual({ page: 1, shown: [] });
});

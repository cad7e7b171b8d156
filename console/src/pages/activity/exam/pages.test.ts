import fc from 'fast-check';
import { moved, pageOfPlace, questionsOnPage } from './pages';

const questions = Array.from({ length: 45 }, (_, at) => ({ id: `q${at}` }));

test('a place is on its page; that of what is gone is on the first', () => {
  expect([0, 19, 20, 44, -1].map(pageOfPlace)).toEqual([1, 1, 2, 3, 1]);
});

test('a page is numbered on, and a page too far is the last', () => {
  expect(questionsOnPage(questions, 3).shown.map(({ number }) => number)).toEqual([41, 42, 43, 44, 45]);
  expect(questionsOnPage(questions, 9).page).toBe(3);
  expect(questionsOnPage([], 1)).toEqual({ page: 1, shown: [] });
});

test('moving keeps every question and the order of the others', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(), { minLength: 1 }), fc.nat(), fc.nat(), (all, a, b) => {
      const [from, to] = [a % all.length, b % all.length];
      const after = moved(all, from, to);
      expect(after[to]).toBe(all[from]);
      expect(after.filter((one) => one !== all[from])).toEqual(all.filter((one) => one !== all[from]));
    }),
  );
});

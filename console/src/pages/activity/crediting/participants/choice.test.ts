import type { AnalysisRow } from '@common/contract/analyses';
import {
  allOf,
  asInput,
  choose,
  chosenCount,
  drop,
  except,
  isChosen,
  MOST_NAMED,
  NOBODY,
  WHOLE,
} from './choice';

const rowOf = (learnerId: string) => ({ learnerId, name: `名${learnerId}` }) as AnalysisRow;

test('the whole is everybody, loaded or not, and is sent without names', () => {
  expect(chosenCount(WHOLE, 8600)).toBe(8600);
  expect(isChosen(WHOLE, 'never loaded')).toBe(true);
  expect(asInput(WHOLE)).toEqual({ learnerIds: undefined, except: [] });
});

test('who is excepted from the whole is counted off, sent with the reason, and restored by being checked again', () => {
  const less = except(WHOLE, [rowOf('a'), rowOf('b')], '代签嫌疑');
  expect(chosenCount(less, 10)).toBe(8);
  expect(isChosen(less, 'a')).toBe(false);
  expect(asInput(less).except).toEqual([
    { learnerId: 'a', reason: '代签嫌疑' },
    { learnerId: 'b', reason: '代签嫌疑' },
  ]);
  const again = choose(less, ['a']);
  expect([isChosen(again, 'a'), isChosen(again, 'b'), again.isWhole]).toEqual([true, false, true]);
});

test('a second reason replaces the first', () => {
  const twice = except(except(WHOLE, [rowOf('a')], '代签嫌疑'), [rowOf('a')], '中途离开');
  expect(twice.excepted).toEqual([{ learnerId: 'a', name: '名a', reason: '中途离开' }]);
});

test('a page is added once, and dropped without a word', () => {
  const two = choose(choose(NOBODY, ['a', 'b']), ['b', 'c']);
  expect(two.ids).toEqual(['a', 'b', 'c']);
  expect(chosenCount(drop(two, ['b']), 99)).toBe(2);
  expect(asInput(drop(two, ['b']))).toEqual({ learnerIds: ['a', 'c'], except: [] });
});

test('of more than can be granted to by name the first are chosen, and the rest afterwards', () => {
  const found = Array.from({ length: MOST_NAMED + 1 }, (_, index) => String(index));
  expect(asInput(allOf(found)).learnerIds).toEqual(found.slice(0, -1));
});

test('of those found by a filter, too, an excepted one is named and not granted to', () => {
  const some = except(allOf(['a', 'b']), [rowOf('b')], '中途离开');
  expect(chosenCount(some, 99)).toBe(1);
  expect(asInput(some)).toEqual({
    learnerIds: ['a', 'b'],
    except: [{ learnerId: 'b', reason: '中途离开' }],
  });
});

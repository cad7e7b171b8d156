import { activityOf } from '../../../testing/rows';
import { type PaperFacts, papered } from './paperStep';

const paper = (some: Partial<PaperFacts>, questions = 0): PaperFacts => ({
  state: 'draft',
  isRequired: false,
  isChanged: false,
  questions: Array(questions).fill({}),
  ...some,
});
const step = (facts: PaperFacts | null) => papered(activityOf(), facts);

test.each([
  ['a required one without questions', paper({ isRequired: true }, 2), 'act', '还差3道试题'],
  ['a required one not published', paper({ isRequired: true }, 5), 'act', '等待启用'],
  ['one that nobody requires', paper({}), 'ahead', '没有要求考试'],
  ['one that is written', paper({}, 6), 'ahead', '还没有启用'],
  ['a published one', paper({ state: 'published' }, 6), 'done', '已启用，6道'],
  ['one changed since', paper({ state: 'published', isChanged: true }, 6), 'done', '已启用，有修改'],
  ['a closed one', paper({ state: 'closed' }, 6), 'quiet', '考试已关闭'],
] as const)('%s', (_, facts, tone, note) => {
  expect(step(facts)).toEqual({ name: '试题', tone, note, to: `/activities/${activityOf().id}/exam` });
});

test('it leads to the paper only once the activity is approved', () => {
  expect(papered(activityOf({ state: 'waiting' }), null)).toEqual({
    name: '试题',
    tone: 'ahead',
    note: '审核通过后添加',
  });
  expect(step(null).to).toContain('/exam');
});

import fc from 'fast-check';
import { ownCompletion } from './completion';

const rules = fc.record({ isExamRequired: fc.boolean(), isEvaluationRequired: fc.boolean() });

test('what an authority keeps of its rules, over those above, is its rules; and as little as that takes', () => {
  fc.assert(
    fc.property(rules, rules, (wanted, above) => {
      const own = ownCompletion(wanted, above);
      expect({ ...above, ...own }).toEqual(wanted);
      for (const [name, value] of Object.entries(own)) {
        expect(value).not.toBe(above[name as keyof typeof above]);
      }
    }),
  );
});

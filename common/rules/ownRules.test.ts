import { assert, boolean, integer, property, record } from 'fast-check';
import { CREDIT_RULES } from './creditRules';
import { ownRules } from './ownRules';

const rates = record({ classI: integer({ min: 1, max: 3 }), classII: integer({ min: 1, max: 3 }) });
const rules = record({ isRequired: boolean(), days: integer({ min: 1, max: 3 }), rates });

test('own rules over those above give the wanted ones, and repeat none of those above', () => {
  assert(
    property(rules, rules, (wanted, above) => {
      const own = ownRules(wanted, above);
      expect({ ...above, ...own }).toEqual(wanted);
      for (const [name, value] of Object.entries(own)) {
        expect(value).not.toEqual(above[name as keyof typeof above]);
      }
      expect(ownRules(above, above)).toEqual({});
    }),
  );
});

test('a table of which one number differs is set as a whole', () => {
  const table = { ...CREDIT_RULES.lecturerMinutesPerCredit, classI: 45 };
  expect(ownRules({ ...CREDIT_RULES, lecturerMinutesPerCredit: table }, CREDIT_RULES)).toEqual({
    lecturerMinutesPerCredit: table,
  });
});

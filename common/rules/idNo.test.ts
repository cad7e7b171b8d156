import fc from 'fast-check';
import { checkIdNo, idNoCheckDigit, maskIdNo, normaliseIdNo } from './idNo';

const TODAY = '2026-11-21';

describe('checkIdNo', () => {
  it.each([
    ['11010519491231002X', '1949-12-31', 'female'],
    ['440524188001010014', '1880-01-01', 'male'],
    ['34052419800101001X', '1980-01-01', 'male'],
    ['53010219200508011X', '1920-05-08', 'male'],
    ['150122199010194636', '1990-10-19', 'male'],
    ['110101199003070011', '1990-03-07', 'male'],
    ['310101198506150024', '1985-06-15', 'female'],
    ['440106197202290032', '1972-02-29', 'male'],
    ['110101200002290042', '2000-02-29', 'female'],
    // Of manual 004's statement.
    ['411123198905064062', '1989-05-06', 'female'],
  ])('reads %s', (idNo, birthDate, sex) => {
    expect(checkIdNo(idNo, TODAY)).toEqual({ ok: true, idNo, birthDate, sex });
  });

  it.each([
    ['110105194912310021', 'checkDigit'],
    ['530102199205080110', 'checkDigit'],
    ['11010519490231002X', 'date'],
    ['110101190002290010', 'date'],
    ['110101199013010010', 'date'],
    ['110101199000010010', 'date'],
    ['110101199001000010', 'date'],
    ['744329316327021334', 'date'],
    ['', 'format'],
    ['1101011990030700', 'format'],
    ['01010119900307001X', 'format'],
    ['1101011990030700111', 'format'],
    ['X10101199003070011', 'format'],
    ['11010119900307001Y', 'format'],
  ])('refuses %j for its %s and says what to do', (idNo, reason) => {
    expect(checkIdNo(idNo, TODAY)).toEqual({ ok: false, reason, message: expect.stringMatching(/请/) });
  });

  it('takes a birth today and no later one', () => {
    const born = (day: string) => {
      const first17 = `110101${day}001`;
      return first17 + idNoCheckDigit(first17);
    };
    expect(checkIdNo(born('20261121'), TODAY).ok).toBe(true);
    expect(checkIdNo(born('20261122'), TODAY)).toMatchObject({ ok: false, reason: 'future' });
  });

  it('finds every single wrong digit and every swap of neighbours', () => {
    const digits = fc.integer({ min: 0, max: 9 });
    fc.assert(
      fc.property(
        fc.array(digits, { minLength: 17, maxLength: 17 }),
        fc.nat(16),
        digits,
        (all, at, other) => {
          const right = idNoCheckDigit(all.join(''));
          const wrong = all.map((digit, i) => (i === at ? other : digit));
          expect(idNoCheckDigit(wrong.join('')) === right).toBe(other === all[at]);
          const swapped = all.map((digit, i) =>
            i === at ? (all[i + 1] ?? digit) : i === at + 1 ? (all[at] ?? digit) : digit,
          );
          expect(idNoCheckDigit(swapped.join('')) === right).toBe(at === 16 || all[at] === all[at + 1]);
        },
      ),
    );
  });

  it('needs 17 digits for a check digit', () => {
    expect(() => idNoCheckDigit('123')).toThrow(RangeError);
  });
});

describe('normaliseIdNo', () => {
  it.each([
    ['１１０１０５１９４９１２３１００２ｘ', '11010519491231002X'],
    [' 110105 19491231-002x ', '11010519491231002X'],
    ['110105491231002', '11010519491231002X'],
    ['370986890623212', '370986198906232123'],
    ['\u202d110101199003070011\u202c', '110101199003070011'],
    ['e1234567', 'E1234567'],
  ])('%j -> %s', (typed, idNo) => {
    expect(normaliseIdNo(typed)).toBe(idNo);
  });

  it('changes nothing the second time', () => {
    const typed = fc.string({ unit: fc.constantFrom(...'0123456789xXＸ１ -'), maxLength: 24 });
    fc.assert(
      fc.property(typed, (text) => expect(normaliseIdNo(normaliseIdNo(text))).toBe(normaliseIdNo(text))),
    );
  });
});

describe('maskIdNo', () => {
  it.each([
    ['430412199003071234', '4304**********1234'],
    ['11010519491231002X', '1101**********002X'],
    ['E12345678', '*******78'],
    ['1234', '****'],
    ['', ''],
  ])('%s -> %s', (idNo, masked) => {
    expect(maskIdNo(idNo)).toBe(masked);
  });
});

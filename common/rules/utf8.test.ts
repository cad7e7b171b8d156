import fc from 'fast-check';
import { truncateUtf8, utf8Length } from './utf8';

describe('bytes', () => {
  const text = fc.string({ unit: 'binary', maxLength: 60 });

  it('are counted as UTF-8', () => {
    fc.assert(fc.property(text, (any) => expect(utf8Length(any)).toBe(Buffer.byteLength(any))));
    expect(utf8Length('a\u00e9学😀\ud800')).toBe(1 + 2 + 3 + 4 + 3);
  });

  it('are kept within the bound, between characters', () => {
    fc.assert(
      fc.property(text, fc.nat(120), (any, bound) => {
        const cut = truncateUtf8(any, bound);
        expect(utf8Length(cut)).toBeLessThanOrEqual(bound);
        if (utf8Length(any) <= bound) {
          expect(cut).toBe(any);
          return;
        }
        const kept = bound >= 3 ? cut.slice(0, -1) : cut;
        expect(any.startsWith(kept)).toBe(true);
        expect(Array.from(any).slice(0, Array.from(kept).length).join('')).toBe(kept);
        expect(cut.endsWith('…')).toBe(bound >= 3);
      }),
    );
  });

  it('are filled as far as they go', () => {
    expect(truncateUtf8('学分学分', 11)).toBe('学分…');
    expect(truncateUtf8('学分学分', 12)).toBe('学分学分');
    expect(truncateUtf8('😀😀😀', 10)).toBe('😀…');
    expect(truncateUtf8('学分', 2)).toBe('');
    expect(truncateUtf8('abc', 2)).toBe('ab');
  });
});

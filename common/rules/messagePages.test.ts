import fc from 'fast-check';
import { pageFoot, pagesOf } from './messagePages';
import { utf8Length } from './utf8';

const MOST = 2048;
/** Without the feet. */
const contents = (pages: readonly string[]) =>
  pages.map((page, i) => {
    if (i === pages.length - 1) {
      return page;
    }
    const foot = `\n${pageFoot(i + 1, pages.length)}`;
    expect(page.endsWith(foot)).toBe(true);
    return page.slice(0, -foot.length);
  });

it.each([
  [2047, 1],
  [2048, 1],
  [2049, 2],
])('a line of %d bytes takes %d pages', (bytes, count) => {
  const line = `${'学'.repeat(682)}${'a'.repeat(bytes - 682 * 3)}`;
  expect(utf8Length(line)).toBe(bytes);
  const pages = pagesOf([line], MOST);
  expect(pages).toHaveLength(count);
  expect(contents(pages).join('')).toBe(line);
});

it('says on every page but the last which of how many it is, and how to go on', () => {
  const pages = pagesOf(
    Array.from({ length: 120 }, (_, i) => `${i + 1}. 外科护理学新进展学习班`),
    MOST,
  );
  expect(pages).toHaveLength(3);
  expect(pages[0]).toMatch(/\n第1\/3页，回复“下一页”继续$/);
  expect(pages[1]).toMatch(/\n第2\/3页，回复“下一页”继续$/);
  expect(pages[2]).not.toContain('下一页');
});

it('keeps what belongs together together, as far as a page holds it', () => {
  const blocks = Array.from({ length: 9 }, (_, i) => `${i}. 活动${'名'.repeat(20)}\n　I类学分 2分`);
  for (const page of contents(pagesOf(blocks, 300))) {
    expect(page).toMatch(/^\d\. (.|\n)*分$/);
  }
});

it('more than nine and more than 99 pages are counted right', () => {
  for (const count of [10, 100]) {
    const pages = pagesOf(
      Array.from({ length: count }, () => '学'.repeat(18)),
      100,
    );
    expect(pages).toHaveLength(count);
    expect(pages[0]).toContain(`第1/${count}页`);
    expect(Math.max(...pages.map(utf8Length))).toBeLessThanOrEqual(100);
  }
});

it('a link that no page could hold gives its words', () => {
  const pages = pagesOf([`看${`<a href="https://x.example/${'a'.repeat(300)}">这里</a>`}`], 120);
  expect(pages).toEqual(['看这里']);
});

describe('whatever the lines are', () => {
  const link = fc.nat(999).map((n) => `<a href="https://jjt.example/${n}">查看${n}</a>`);
  const character = fc.constantFrom('学', 'a', '😀', '👩🏽‍⚕️', 'é', '각', '\n', '❤️', '\u0301');
  const text = fc.array(character, { maxLength: 80 }).map((all) => all.join(''));
  const blocks = fc.array(
    fc.tuple(text, link, text).map((parts) => parts.join('')),
    { minLength: 1, maxLength: 12 },
  );

  it('no page is too long, no character and no link is cut, and nothing is lost', () => {
    fc.assert(
      fc.property(blocks, fc.integer({ min: 110, max: 400 }), (all, most) => {
        const pages = pagesOf(all, most);
        const shown = contents(pages);
        for (const page of pages) {
          expect(utf8Length(page)).toBeLessThanOrEqual(most);
          expect(Buffer.from(page).toString()).toBe(page);
          expect(page.match(/<a /g)?.length).toBe(page.match(/<\/a>/g)?.length);
        }
        for (const page of shown.slice(1)) {
          expect(page).not.toMatch(/^[\u200d\ufe0f\u{1f3fb}-\u{1f3ff}]/u);
        }
        expect(shown.join('').replaceAll('\n', '')).toBe(all.join('').replaceAll('\n', ''));
      }),
      { numRuns: 300 },
    );
  });
});

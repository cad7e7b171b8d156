import { DISCIPLINE_GROUPS, DISCIPLINES, disciplineCode, disciplineName } from './disciplines';

test('the numbers of the manuals name what the manuals say', () => {
  expect(disciplineName('1402')).toBe('护理学/外科护理学');
  expect(disciplineName('0301')).toBe('临床内科学/心血管病学');
  expect(disciplineName('0310')).toBe('临床内科学/内科学其他学科');
  expect(disciplineName('9901')).toBeNull();
});

test.each([
  ['1402', '1402'],
  ['14-02', '1402'],
  ['护理学/外科护理学', '1402'],
  ['护理学 — 外科护理学', '1402'],
  ['临床内科学-心血管病学', '0301'],
  ['外科护理学', '1402'],
  ['整形、器官移植外科学', '0410'],
  ['护理学', null],
  ['', null],
  ['肿瘤内科学', null],
])('%s is %s', (text, code) => {
  expect(disciplineCode(text)).toBe(code);
});

test('every name leads back to its number, and no 三级学科 stands in two groups', () => {
  for (const { code, name } of DISCIPLINES) {
    expect(disciplineCode(disciplineName(code) ?? '')).toBe(code);
    expect(disciplineCode(name)).toBe(code);
  }
  expect(DISCIPLINE_GROUPS.flatMap(({ disciplines }) => disciplines)).toEqual(DISCIPLINES);
});

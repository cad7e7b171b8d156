import { isPersonName, maskName, normaliseName } from './personName';

describe('normaliseName', () => {
  it.each([
    ['  王  丽 ', '王丽'],
    ['王　丽', '王丽'],
    ['阿依古丽•买买提', '阿依古丽·买买提'],
    ['阿依古丽・买买提', '阿依古丽·买买提'],
    ['阿依古丽･买买提', '阿依古丽·买买提'],
    ['阿依古丽 ‧ 买买提', '阿依古丽·买买提'],
    ['阿依古丽．买买提', '阿依古丽·买买提'],
    ['Ｊｏｈｎ　 Smith', 'John Smith'],
    ['\u202d王丽\u202c', '王丽'],
    // A Kangxi radical, as PDFs give it, is the ideograph.
    ['\u2f64丽', '用丽'],
  ])('%j -> %s', (typed, name) => {
    expect(normaliseName(typed)).toBe(name);
  });
});

describe('isPersonName', () => {
  it.each([
    '王丽',
    '欧阳娜娜',
    '阿依古丽·买买提',
    '〇一',
    '\u{2a6d6}伟',
    '龍䶮',
    'John Smith',
    "Siobhán O'Neil",
    'Ann-Marie',
    '王 丽',
  ])('takes %s', (name) => {
    expect(isPersonName(name)).toBe(true);
  });

  it.each([
    '',
    '王',
    '王丽1',
    '·王丽',
    '王丽·',
    '王··丽',
    '湖南测试6',
    '王丽!',
    '王John',
    '13800138000',
    '😀😀',
    '王'.repeat(31),
    '<b>王丽</b>',
  ])('refuses %j', (name) => {
    expect(isPersonName(name)).toBe(false);
  });

  it('counts characters, not code units', () => {
    expect(isPersonName('\u{2a6d6}'.repeat(30))).toBe(true);
    expect(isPersonName('\u{2a6d6}')).toBe(false);
  });

  it('is quick with a long wrong text', () => {
    expect(isPersonName(`${'a-'.repeat(5000)}1`)).toBe(false);
    expect(isPersonName(`${'王·'.repeat(5000)}1`)).toBe(false);
  });
});

describe('maskName', () => {
  it.each([
    ['', ''],
    ['王', '*'],
    ['王丽', '王*'],
    ['王小丽', '王*丽'],
    ['欧阳娜娜', '欧**娜'],
    ['阿依古·买买提', '阿**·***'],
    ['John Smith', 'J*** S****'],
    ['\u{2a6d6}小丽', '\u{2a6d6}*丽'],
  ])('%s -> %s', (name, masked) => {
    expect(maskName(name)).toBe(masked);
  });
});

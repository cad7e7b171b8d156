import { linkAddress } from './linkAddress';

test.each([
  ['https://wjw.henan.gov.cn/a?b=1', 'https://wjw.henan.gov.cn/a?b=1'],
  [' wjw.henan.gov.cn/2026 ', 'https://wjw.henan.gov.cn/2026'],
  ['jjw@henan.gov.cn', 'mailto:jjw@henan.gov.cn'],
  ['0395-3160012', 'tel:0395-3160012'],
  ['13800008020', 'tel:13800008020'],
  ['javascript:alert(1)', null],
  ['java\nscript:alert(1)', null],
  ['data:text/html,x', null],
  ['//evil.cn', null],
  ['见附件', null],
  ['', null],
  [undefined, null],
])('%j becomes %j', (typed, address) => {
  expect(linkAddress(typed)).toBe(address);
});

import { initialsOf } from './initials';

test.each([
  ['漯河市中心医院', 'lhszxyy'],
  ['宜章县第二人民医院', 'yzxdermyy'],
  ['重庆市人民医院', 'cqsrmyy'],
  ['长沙市疾病预防控制中心', 'cssjbyfkzzx'],
  ['厦门大学附属第一医院', 'xmdxfsdyyy'],
  ['六安市中医院', 'laszyy'],
  ['CDC体检中心', 'cdctjzx'],
  ['３５１５职工医院(本部)', '3515zgyybb'],
  ['', ''],
])('%s: %s', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});

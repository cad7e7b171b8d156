import { type Decision, decisionInput, firstDecision } from './decision';

const unitOf = (id: string, name: string, matchedName: string | null = null) => ({
  id,
  code: id,
  name,
  matchedName,
  regionName: '',
});
const OTHER = unitOf('1', '临颍县人民医院');
const NAME = '临颍县第二人民医院';

test.each([
  ['nothing comes near', [], { kind: 'add', unitId: null }],
  ['something comes near', [OTHER], { kind: 'add', unitId: null }],
  ['one has that very name', [OTHER, unitOf('2', NAME)], { kind: 'existing', unitId: '2' }],
  ['one is also called so', [unitOf('3', '岩泉镇中心卫生院', NAME)], { kind: 'existing', unitId: '3' }],
])('where %s', (_, similar, expected) => {
  expect(firstDecision({ name: NAME, similar })).toMatchObject({ ...expected, name: NAME, reason: '' });
});

const filled = (some: Partial<Decision>): Decision => ({
  kind: 'add',
  name: NAME,
  unitId: '3',
  reason: '请填写单位全称',
  ...some,
});

test('each kind sends its own field and no other', () => {
  expect(decisionInput('r', filled({ name: ` ${NAME} ` }))).toEqual({
    requestId: 'r',
    decision: 'add',
    name: NAME,
  });
  expect(decisionInput('r', filled({ kind: 'existing' }))).toEqual({
    requestId: 'r',
    decision: 'existing',
    unitId: '3',
  });
  expect(decisionInput('r', filled({ kind: 'refuse' }))).toEqual({
    requestId: 'r',
    decision: 'refuse',
    reason: '请填写单位全称',
  });
});

test.each([
  { name: ' 院 ' },
  { kind: 'existing' as const, unitId: null },
  { kind: 'refuse' as const, reason: '  ' },
])('%j is not to be sent', (some) => {
  expect(decisionInput('r', filled(some))).toBeNull();
});

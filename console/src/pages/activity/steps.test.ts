import type { Me } from '@common/contract/accounts';
import type { ActivityView } from '@common/contract/activities';
import type { SavedAnalysis } from '@common/contract/analyses';
import { savedOf } from '../../../testing/analyses';
import { AUTHORITY, activityOf, authorityMe, batchOf, courseOf, unitMe } from '../../../testing/rows';
import type { ActivityFacts } from './activityFacts';
import { stepsOf } from './steps';

const NOTHING = { attendance: null, analysis: null, batches: [] };
const attended = (persons: number) => ({ attendance: { persons } });
/** An analysis with so many effective, of whom so many have no credit yet. */
const analysed = (effective: number, grantable: number, some: Partial<SavedAnalysis> = {}) => ({
  analysis: savedOf({ counts: { ...savedOf().counts, effective }, grantable, ...some }),
});

function step(name: string, facts: Partial<ActivityFacts> = {}, me: Me = unitMe) {
  const all = stepsOf({ activity: activityOf(), ...NOTHING, ...facts }, me);
  return all.find((one) => one.name === name);
}
const ofActivity = (some: Partial<ActivityView>): Partial<ActivityFacts> => ({ activity: activityOf(some) });

test('the road has its steps in order; an authority sees no paper', () => {
  const names = (me: Me) => stepsOf({ activity: activityOf(), ...NOTHING }, me).map(({ name }) => name);
  expect(names(unitMe)).toEqual(['申请', '课程', '周期', '试题', '考勤', '分析', '授分', '审核', '反馈']);
  expect(names(authorityMe)).toEqual(['申请', '课程', '周期', '考勤', '分析', '授分', '审核', '反馈']);
});

test.each([
  ['approved', 'done'],
  ['waiting', 'waiting'],
  ['draft', 'act'],
  ['returned', 'act'],
] as const)('an application that is %s is %s', (state, tone) => {
  expect(step('申请', ofActivity({ state }))?.tone).toBe(tone);
});

test('whoever has the application now is named; to himself it is something to do', () => {
  const waiting = { state: 'waiting', waitingFor: AUTHORITY.name } as const;
  expect(step('申请', ofActivity(waiting))?.note).toBe(`等待 ${AUTHORITY.name} 审核`);
  expect(step('申请', ofActivity({ ...waiting, can: ['pass'] }), authorityMe)).toMatchObject({
    tone: 'act',
    note: '等待您审核',
  });
  expect(step('申请', ofActivity({ state: 'returned' }), authorityMe)?.tone).toBe('waiting');
});

test('nothing is attended or credited before it is approved', () => {
  const facts = { ...ofActivity({ state: 'waiting' }), ...attended(0) };
  expect(step('考勤', facts)?.tone).toBe('ahead');
  expect(step('分析', facts)?.tone).toBe('ahead');
  expect(step('授分', facts)?.tone).toBe('ahead');
});

test('what is missing is for the unit to do; an authority waits for it', () => {
  const bare = ofActivity({ courses: [], periods: [] });
  expect(step('课程', bare)?.tone).toBe('act');
  expect(step('周期', bare)?.tone).toBe('act');
  expect(step('课程', bare, authorityMe)?.tone).toBe('waiting');
  expect(step('周期', bare, authorityMe)?.tone).toBe('waiting');
});

test('courses are counted with their hours', () => {
  const courses = [courseOf({ minutes: 90 }), courseOf({ minutes: 90 })];
  expect(step('课程', ofActivity({ courses, projectMinutes: 180 }))).toMatchObject({
    tone: 'done',
    note: '2门，3学时',
  });
  expect(step('课程', ofActivity({ courses, projectMinutes: 240 }))).toMatchObject({
    tone: 'act',
    note: '3学时，应为4学时',
  });
});

test.each([
  ['before', 'ahead', '7月20日 周一开始'],
  ['within', 'live', '正在签到，8人'],
  ['between', 'live', '两场之间，8人'],
  ['after', 'done', '8人有考勤'],
  ['none', 'ahead', '先维护举办周期'],
] as const)('attendance %s the periods', (holding, tone, note) => {
  const facts = { ...ofActivity({ holding }), ...attended(8) };
  expect(step('考勤', facts)).toEqual({ name: '考勤', tone, note });
});

test('an activity that nobody came to is not called done', () => {
  expect(step('考勤', attended(0))?.tone).toBe('quiet');
  expect(step('分析', attended(0))).toMatchObject({ tone: 'quiet', note: '没有考勤' });
});

test('after the last period it is for the unit to analyse; an authority waits for it', () => {
  expect(step('分析', attended(8))).toMatchObject({ tone: 'act', note: '请进行考勤分析' });
  expect(step('分析', {}, authorityMe)).toMatchObject({ tone: 'waiting', note: '等待举办单位分析' });
  expect(step('分析', analysed(6, 6))).toMatchObject({ tone: 'done', note: '有效6人' });
  expect(step('分析', analysed(6, 6, { outdated: '行政部门已要求考试合格' }))).toMatchObject({
    tone: 'act',
    note: '须重新分析',
  });
});

test('those whom the analysis leaves are for the unit to credit', () => {
  expect(step('授分', analysed(6, 6))).toMatchObject({ tone: 'act', note: '6人可授分' });
  const some = { ...analysed(6, 2), batches: [batchOf({ persons: 4 })] };
  expect(step('授分', some)).toMatchObject({ tone: 'act', note: '还有2人可授分' });
  const all = { ...analysed(6, 0), batches: [batchOf({ persons: 6 })] };
  expect(step('授分', all)).toMatchObject({ tone: 'done', note: '已授6人' });
  expect(step('授分', analysed(0, 0))).toMatchObject({ tone: 'quiet', note: '没有有效人员' });
});

test('a batch of which everybody was revoked waits for nobody', () => {
  const emptied = batchOf({ persons: 0, revokedPersons: 5, waitingFor: null });
  expect(step('审核', { batches: [emptied] })).toMatchObject({ tone: 'ahead', note: '授分后审核' });
});

test('that the lecturers were credited says nothing of those who took part', () => {
  const batches = [batchOf({ kind: 'lecturers', persons: 2 })];
  expect(step('授分', { batches, ...attended(8) })).toMatchObject({ tone: 'ahead', note: '分析后授分' });
});

test('while it is still held, crediting is possible but no duty; a long list is being written', () => {
  const facts = { ...ofActivity({ holding: 'within' }), ...analysed(6, 6) };
  expect(step('授分', facts)).toMatchObject({ tone: 'live', note: '6人可授分' });
  expect(step('授分', { batches: [batchOf({ state: 'writing' })] })).toMatchObject({
    tone: 'live',
    note: '正在授分',
  });
});

test('an authority, which sees no attendance, counts the people in the batches', () => {
  expect(step('授分', { batches: [batchOf(), batchOf({ persons: 3 })] }, authorityMe)).toMatchObject({
    tone: 'done',
    note: '已授8人',
  });
  expect(step('授分', {}, authorityMe)).toMatchObject({ tone: 'waiting', note: '等待举办单位授分' });
});

test('the unit reads whose review its batches wait for', () => {
  expect(step('审核', { batches: [batchOf()] })).toMatchObject({
    tone: 'waiting',
    note: '等待 漯河市卫生健康委员会 审核',
  });
});

test('the authority that a batch waits for has it to do, another one waits too', () => {
  const batches = [batchOf(), batchOf({ state: 'approved', waitingFor: null })];
  expect(step('审核', { batches }, authorityMe)).toMatchObject({ tone: 'act', note: '1批待审核' });
  const province: Me = { ...authorityMe, authority: { ...AUTHORITY, name: '河南省卫生健康委员会' } };
  expect(step('审核', { batches }, province)).toMatchObject({
    tone: 'waiting',
    note: '等待 漯河市卫生健康委员会 审核',
  });
});

test('a batch that came back is for the unit to mend', () => {
  const batches = [batchOf({ state: 'returned', waitingFor: '漯河市中心医院' })];
  expect(step('审核', { batches })).toMatchObject({ tone: 'act', note: '1批已退回，请修改' });
  expect(step('审核', { batches }, authorityMe)).toMatchObject({ tone: 'waiting', note: '已退回，等待修改' });
});

test('the review is done when every batch is approved, and lies ahead while there is none', () => {
  const approved = batchOf({ state: 'approved', waitingFor: null });
  expect(step('审核', { batches: [approved] })?.tone).toBe('done');
  expect(step('审核')?.tone).toBe('ahead');
});

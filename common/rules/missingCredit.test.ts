/** 刷卡成功，但查不到学分？ Every reason of manual 004 and manual 003 §九 has its words and its next step. */
import fc from 'fast-check';
import type { LearnerTask } from '../contract/tasks';
import { CREDIT_STATES, codesOf, EXCLUSIONS, TASK_KINDS, TASK_STATES } from '../terms';
import { type CreditFact, type MissingCreditFacts, missingCredit } from './missingCredit';
import { refusalWords } from './refusalWords';

const at = (text: string) => Date.parse(`${text}:00+08:00`);
const HOLDER = '漯河市中心医院';
const ABOVE = '漯河市卫生健康委员会';
const analysis = {
  no: 1,
  at: at('2026-11-22T10:00'),
  demands: [],
  row: { isEffective: true, exclusions: [], reason: null, isWindowMended: false },
} satisfies MissingCreditFacts['analysis'];
const PENDING: CreditFact = {
  ...{ state: 'pending', year: 2026, waitingFor: ABOVE, dueOn: '2026-12-07', opinion: null },
  ...{ revokedOn: null, revokedBy: null },
};
const task = (
  kind: LearnerTask['kind'],
  state: LearnerTask['state'],
  words: string,
  isRequired = true,
): LearnerTask => ({ kind, state, isRequired, words, opensAt: '2026-11-21T10:00:00.000Z', until: null });

/** Approved, there, nothing demanded, the class over since the day before, nothing analysed. */
const facts = (given: Partial<MissingCreditFacts> = {}): MissingCreditFacts => ({
  now: at('2026-11-22T12:00'),
  holder: HOLDER,
  periods: [{ from: at('2026-11-21T08:00'), to: at('2026-11-21T18:00') }],
  swipes: 2,
  held: null,
  refusedReason: null,
  tasks: [],
  analysis: null,
  approval: { state: 'approved', reason: null, unitName: '舞阳县中医院' },
  excepted: null,
  credit: null,
  ...given,
});
const excluded = (
  exclusions: (keyof typeof EXCLUSIONS)[],
  reason: string,
  isWindowMended = false,
): MissingCreditFacts['analysis'] => ({
  ...analysis,
  row: { isEffective: false, exclusions, reason, isWindowMended },
});
const WINDOW = '第2个刷卡周期（11-21 16:30–18:00）内没有考勤';

test.each<[string, Partial<MissingCreditFacts>, string, string]>([
  [
    'the unit has not approved him',
    { approval: { state: 'pending', reason: null, unitName: '舞阳县中医院' }, swipes: 0 },
    'approval theirs 舞阳县中医院',
    '单位还没有审核您的注册信息。',
  ],
  [
    'the unit refused him',
    { approval: { state: 'rejected', reason: '姓名与身份证不符', unitName: '舞阳县中医院' }, swipes: 0 },
    'approval mine',
    '您的注册信息未通过单位审核：姓名与身份证不符。',
  ],
  [
    'his unit is not there yet',
    { approval: { state: 'draft', reason: null, unitName: null }, swipes: 0 },
    'approval theirs 卫生行政部门',
    '您申请新增的单位还没有添加，注册信息还没有提交单位审核。',
  ],
  [
    'before it begins',
    { now: at('2026-11-20T12:00'), swipes: 0 },
    'checkIn ahead',
    '活动还没有开始，2026-11-21 08:00起举办。',
  ],
  ['while it is held', { now: at('2026-11-21T12:00'), swipes: 0 }, 'checkIn mine', '您还没有签到。'],
  ['he never scanned', { swipes: 0 }, 'checkIn missed', '举办周期内没有您的签到记录。'],
  [
    '刷卡时间不在项目举办周期内',
    { swipes: 0, refusedReason: refusalWords('OUTSIDE_HOLDING_PERIOD') },
    'checkIn missed',
    '扫码没有生效：刷卡时间不在项目举办周期内。',
  ],
  [
    'a scan waits to be confirmed',
    { swipes: 0, held: { words: '补传的扫码，待活动管理员确认后生效', waitingFor: HOLDER } },
    `checkIn theirs ${HOLDER}`,
    '补传的扫码，待活动管理员确认后生效。',
  ],
  [
    'he did not leave',
    { tasks: [task('departure', 'missed', '没有撤离记录，如有疑问请联系举办单位')] },
    'departure missed',
    '撤离：没有撤离记录，如有疑问请联系举办单位。',
  ],
  [
    'he can still take the exam',
    { tasks: [task('exam', 'open', '还可以考2次')] },
    'exam mine',
    '还没有完成考试，还可以考2次。',
  ],
  [
    'the exam was not published',
    { tasks: [{ ...task('exam', 'ahead', '等待举办单位启用考试'), opensAt: null }] },
    `exam theirs ${HOLDER}`,
    '等待举办单位启用考试。',
  ],
  [
    'he has not evaluated',
    { tasks: [task('exam', 'done', ''), task('evaluation', 'open', '12月21日 24:00 截止')] },
    'evaluation mine',
    '还没有完成项目评价，12月21日 24:00 截止。',
  ],
  [
    'an evaluation that nobody demands',
    { tasks: [task('evaluation', 'open', '12月21日 24:00 截止', false)] },
    `analysis theirs ${HOLDER}`,
    `${HOLDER}还没有进行考勤分析。`,
  ],
  [
    'what the unit alone demanded',
    {
      tasks: [task('evaluation', 'open', '12月21日 24:00 截止', false)],
      analysis: { ...analysis, demands: ['evaluation'] },
    },
    'evaluation mine',
    '还没有完成项目评价，12月21日 24:00 截止。',
  ],
  ['not analysed', {}, `analysis theirs ${HOLDER}`, `${HOLDER}还没有进行考勤分析。`],
  [
    'not analysed while the class goes on',
    { now: at('2026-11-21T12:00') },
    'analysis ahead',
    `活动结束后，由${HOLDER}进行考勤分析。`,
  ],
  [
    '分析的第2个刷卡周期内没有刷卡',
    { analysis: excluded(['windows'], WINDOW) },
    'analysis missed',
    `第1次考勤分析（2026-11-22 10:00）：${WINDOW}，不符合举办单位的授分标准。`,
  ],
  [
    'the swipe was entered since',
    { analysis: excluded(['windows'], WINDOW, true) },
    `analysis theirs ${HOLDER}`,
    `第1次考勤分析（2026-11-22 10:00）：${WINDOW}；现已补全，等待${HOLDER}重新分析。`,
  ],
  [
    'he passed the exam since',
    { tasks: [task('exam', 'done', '')], analysis: excluded(['exam'], '考试未合格') },
    `analysis theirs ${HOLDER}`,
    `第1次考勤分析（2026-11-22 10:00）：考试未合格；现已补全，等待${HOLDER}重新分析。`,
  ],
  [
    'all his swipes came later',
    { analysis: { ...analysis, row: null } },
    `analysis theirs ${HOLDER}`,
    `第1次考勤分析（2026-11-22 10:00）之后才有您的考勤，等待${HOLDER}重新分析。`,
  ],
  [
    'the administrator unchecked him',
    { analysis, excepted: '代他人刷卡' },
    'granting missed',
    `${HOLDER}授分时没有授予您，原因：代他人刷卡。`,
  ],
  ['还未进行授分操作', { analysis }, `granting theirs ${HOLDER}`, `考勤有效，${HOLDER}还没有进行授分操作。`],
  [
    'waiting for the authority',
    { analysis, credit: PENDING },
    `review theirs ${ABOVE}`,
    `学分已授予，等待${ABOVE}审核，最迟于2026-12-07审核。`,
  ],
  [
    'the authority is late',
    { analysis, credit: PENDING, now: at('2026-12-08T09:00') },
    `review theirs ${ABOVE}`,
    `学分已授予，等待${ABOVE}审核，应于2026-12-07前审核，已逾期。`,
  ],
  [
    'returned',
    { analysis, credit: { ...PENDING, state: 'returned', waitingFor: HOLDER, opinion: '名单有误' } },
    `review theirs ${HOLDER}`,
    `学分审核退回：名单有误，等待${HOLDER}修改后重新提交。`,
  ],
  [
    'revoked',
    {
      analysis,
      credit: {
        ...{ ...PENDING, state: 'revoked', waitingFor: null, opinion: '代签' },
        ...{ revokedOn: '2026-12-01', revokedBy: ABOVE },
      },
    },
    'granting missed',
    `学分已于2026-12-01被${ABOVE}撤销，原因：代签。`,
  ],
])('%s', (_name, given, expected, answer) => {
  const found = missingCredit(facts(given));
  const open = found.conditions.find(({ state }) => state !== 'done');
  expect([open?.key, open?.state, open?.waitingFor].join(' ').trim()).toBe(expected);
  expect(found.answer).toBe(answer);
});

test('all done: where to find it', () => {
  const credit: CreditFact = { ...PENDING, state: 'reviewed', waitingFor: null };
  expect(missingCredit(facts({ analysis, credit }))).toMatchObject({
    answer: '学分已审核通过，计入2026年度。',
    advice: '查询时请注意所选的年度和时间范围。',
    conditions: ['approval', 'checkIn', 'analysis', 'granting', 'review'].map((key) => ({
      key,
      state: 'done',
    })),
  });
});

test('granted by hand: what was not asked of him is not held against him', () => {
  const { conditions } = missingCredit(facts({ swipes: 0, credit: PENDING }));
  expect(conditions.map(({ key, state }) => `${key} ${state}`)).toEqual([
    'approval done',
    'granting done',
    'review theirs',
  ]);
});

test('three working days (manual 004), then the unit is to be asked', () => {
  // The class was on a Saturday: Wednesday is the third.
  expect(missingCredit(facts({ analysis, now: at('2026-11-25T20:00') })).advice).toBe(
    '一般在刷卡后3个工作日内授分，请届时再查。',
  );
  expect(missingCredit(facts({ analysis, now: at('2026-11-26T08:00') })).advice).toBe(
    `已超过3个工作日，请联系${HOLDER}授分。`,
  );
});

const anyTask = fc.record({
  kind: fc.constantFrom(...codesOf(TASK_KINDS)),
  state: fc.constantFrom(...codesOf(TASK_STATES)),
  isRequired: fc.boolean(),
  words: fc.constant('还可以考2次'),
  opensAt: fc.constantFrom(null, '2026-11-21T10:00:00.000Z'),
  until: fc.constant(null),
});
const anyFacts: fc.Arbitrary<MissingCreditFacts> = fc.record({
  now: fc.integer({ min: at('2026-11-20T00:00'), max: at('2027-01-20T00:00') }),
  holder: fc.constant(HOLDER),
  periods: fc.constant(facts().periods),
  swipes: fc.nat(3),
  held: fc.constantFrom(null, { words: '待确认', waitingFor: HOLDER }),
  refusedReason: fc.constantFrom(null, '刷卡时间不在项目举办周期内'),
  tasks: fc.uniqueArray(anyTask, { selector: ({ kind }) => kind }),
  analysis: fc.option(
    fc.record({
      no: fc.constant(2),
      at: fc.constant(analysis.at),
      demands: fc.subarray(codesOf(TASK_KINDS)),
      row: fc.option(
        fc.record({
          isEffective: fc.boolean(),
          exclusions: fc.subarray(codesOf(EXCLUSIONS)),
          reason: fc.constantFrom(null, WINDOW),
          isWindowMended: fc.boolean(),
        }),
      ),
    }),
  ),
  approval: fc.record({
    state: fc.constantFrom('draft' as const, 'pending' as const, 'approved' as const, 'rejected' as const),
    reason: fc.constantFrom(null, '姓名与身份证不符'),
    unitName: fc.constantFrom(null, '舞阳县中医院'),
  }),
  excepted: fc.constantFrom(null, '代他人刷卡'),
  credit: fc.option(
    fc.record({
      state: fc.constantFrom(...codesOf(CREDIT_STATES)),
      year: fc.constant(2026),
      waitingFor: fc.constantFrom(null, ABOVE, HOLDER),
      dueOn: fc.constantFrom(null, '2026-12-07'),
      opinion: fc.constantFrom(null, '名单有误'),
      revokedOn: fc.constantFrom(null, '2026-12-01'),
      revokedBy: fc.constantFrom(null, ABOVE),
    }),
  ),
});

test('one answer always: that of the first condition which is not met, and “all done” only where a reviewed credit is', () => {
  fc.assert(
    fc.property(anyFacts, (given) => {
      const { answer, advice, conditions } = missingCredit(given);
      const open = conditions.find(({ state }) => state !== 'done');
      expect(open === undefined).toBe(given.credit?.state === 'reviewed');
      expect(answer).toBe(`${open?.words ?? '学分已审核通过，计入2026年度'}。`);
      expect(new Set(conditions.map(({ key }) => key)).size).toBe(conditions.length);
      // Nobody is left without a next step where it is his turn or cannot be mended.
      expect(['mine', 'missed'].includes(open?.state ?? '') && advice === null).toBe(false);
      for (const { state, words, waitingFor } of conditions) {
        expect(words).not.toMatch(/undefined|null|^$/);
        expect(waitingFor !== null).toBe(state === 'theirs');
      }
    }),
    { numRuns: 500 },
  );
});

/** 考试与评价设置: each region's rules over those above it. */
import type { CompletionRules } from '@common/contract/completionRules';
import { authorityClient } from '../../testing/authorities';
import { type Fixtures, startTestServer, type TestServer } from '../../testing/harness';
import { auditModel } from '../audit/model';

let server: TestServer;
let fixtures: Fixtures;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  fixtures = await server.reset();
});
afterAll(async () => server.stop());

const NEITHER: CompletionRules = { isExamRequired: false, isEvaluationRequired: false };
const HUNAN: CompletionRules = { isExamRequired: true, isEvaluationRequired: true };

test('nothing is required until an authority says so; then it holds for its region and is logged', async () => {
  const { completionRules } = fixtures.authority;
  expect(await completionRules.completionRules({})).toEqual({ rules: NEITHER, above: NEITHER });
  expect(await completionRules.setCompletionRules(HUNAN)).toEqual({ rules: HUNAN, above: NEITHER });
  const { regionsUnits } = server.services;
  expect((await regionsUnits.settings('411102')).completion).toEqual(HUNAN);
  expect((await regionsUnits.settings('431022')).completion).toEqual(NEITHER);
  expect(
    await auditModel(server.platform.mongo).findOne({ action: 'authority.settings-changed' }),
  ).toMatchObject({ subject: `authority:${fixtures.authorityId}`, reason: '考试与评价设置' });
});

test('what is set as above goes on following it', async () => {
  const province = await authorityClient(server, '41');
  await province.completionRules.setCompletionRules(HUNAN);
  const mine = { isExamRequired: false, isEvaluationRequired: true };
  await fixtures.authority.completionRules.setCompletionRules(mine);
  await province.completionRules.setCompletionRules(NEITHER);
  expect(await fixtures.authority.completionRules.completionRules({})).toEqual({
    rules: NEITHER,
    above: NEITHER,
  });
  await province.completionRules.setCompletionRules(HUNAN);
  expect((await fixtures.authority.completionRules.completionRules({})).rules).toEqual(mine);
});

/** Jiangsu's venue: the sign-in form on, 签到 and 撤离 both required. */
import type { CheckInRules } from '@common/contract/checkInRules';
import type { Client } from '@common/contract/client';
import type { InputOf } from '@common/contract/endpoint';
import type { walkIns } from '@common/contract/walkIns';
import { PRIVACY_VERSION } from '@common/privacy';
import { DEFAULT_FORMS } from '@common/rules/forms';
import { dayOf } from '@common/rules/shanghaiTime';
import { bearerOf } from '@common/rules/walkInForm';
import type { Direction } from '@common/terms';
import { authorityModel } from '../areas/regions-units/model';
import { type Fixtures, NINE, type TestServer } from './harness';
import { idNoOf, openScreen } from './people';

/** Sets how check-ins are taken in the fixtures' city. */
export async function setCheckInRules(server: TestServer, rules: Partial<CheckInRules>): Promise<void> {
  await authorityModel(server.platform.mongo).updateOne(
    { code: '411100' },
    { $set: { 'settings.checkIn': rules } },
  );
}

/** A scan of the code that a fresh screen shows now. */
export async function scanOf(
  server: TestServer,
  fixtures: Fixtures,
  client: Client,
  direction: Direction = 'in',
): Promise<string> {
  const { show } = await openScreen(server, fixtures, direction);
  return (await client.checkIns.scan({ text: (await show()).text })).claimId;
}

type Form = InputOf<(typeof walkIns)['submitWalkIn']>;

/** The form of the person `n` of `people.ts`, rightly filled in. */
export function walkInFormOf(n: number, claimId: string, change: Partial<Form> = {}): Form {
  const idNo = idNoOf(n);
  const bearer = bearerOf(idNo, dayOf(NINE)) ?? { sex: 'male', age: 0 };
  return {
    idNo,
    name: '陈慧敏',
    ...bearer,
    phone: `1390013${String(8000 + n)}`,
    unitName: '临颍县王孟镇卫生院',
    department: '内科',
    unitPlace: '河南省漯河市临颍县',
    isGrassroots: true,
    title: 'physician',
    post: '',
    claimId,
    consent: true,
    privacyVersion: PRIVACY_VERSION,
    ...change,
  };
}

/** The survey answered as it asks. */
export const SURVEY_ANSWERS = DEFAULT_FORMS.survey.map(({ key, options, choose }) => ({
  question: key,
  options: options.slice(0, choose).map((option) => option.key),
}));

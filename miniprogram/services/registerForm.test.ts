import { ApiError } from '@common/contract/errors';
import { PRIVACY_VERSION } from '@common/privacy';
import { TITLES } from '@common/terms';
import { PROFILE } from '../testing/fakeServer';
import {
  checkForm,
  completeOf,
  EMPTY_FORM,
  FIELD_ORDER,
  fieldOf,
  formOf,
  missingOf,
  pageOf,
  type RegisterForm,
  toRegistration,
  toResubmission,
} from './registerForm';
import { TITLE_GROUPS } from './titleGroups';

const TODAY = '2026-11-21';
const UNIT = { id: '0'.repeat(24), name: '宜章县第二人民医院', regionName: '湖南省 郴州市 宜章县' };
const good: RegisterForm = {
  ...EMPTY_FORM,
  agreed: PRIVACY_VERSION,
  name: ' 阿依古丽．买买提 ',
  idNo: '110101 19900307 1153',
  phoneWay: 'sms',
  phone: '+86 138-0013-8000',
  smsCode: '123456',
  title: 'nurse',
  unit: UNIT,
  department: ' 儿科 ',
  details: { ...EMPTY_FORM.details, address: ' 岩泉镇 ' },
};

test('a good form has no errors and goes out tidied', () => {
  expect(checkForm(good, true, TODAY)).toEqual({});
  const sent = toRegistration(good);
  expect(sent).toMatchObject({
    name: '阿依古丽·买买提',
    idNo: '110101199003071153',
    title: 'nurse',
    unitId: UNIT.id,
    department: '儿科',
    address: '岩泉镇',
    consent: true,
    privacyVersion: PRIVACY_VERSION,
    phone: '13800138000',
    smsCode: '123456',
  });
  expect(sent).not.toHaveProperty('unitRequest');
});

test("WeChat's phone code takes the place of the number", () => {
  const form: RegisterForm = { ...good, phoneWay: 'wechat', phoneCode: 'p1', phone: '', smsCode: '' };
  expect(checkForm(form, true, TODAY)).toEqual({});
  expect(toRegistration(form)).toMatchObject({ phoneCode: 'p1' });
  expect(toRegistration(form)).not.toHaveProperty('phone');
});

test('a unit that should be added goes out in the place of a chosen one', () => {
  const unitRequest = {
    name: '宜章县新城医院',
    regionCode: '431022',
    regionName: '湖南省 郴州市 宜章县',
    note: '',
  };
  const sent = toResubmission({ ...good, unit: null, unitRequest });
  expect(sent.unitRequest).toEqual({ name: '宜章县新城医院', regionCode: '431022', note: '' });
  expect(sent).not.toHaveProperty('unitId');
});

test('an empty form names what is missing, in the order of the pages', () => {
  const form: RegisterForm = { ...EMPTY_FORM, phoneWay: 'sms' };
  expect(missingOf(form, true, TODAY).map(({ label }) => label)).toEqual([
    '姓名',
    '身份证号码',
    '手机号',
    '短信验证码',
    '单位',
    '职称',
  ]);
});

test('a registered learner needs neither number nor phone', () => {
  const form = formOf(PROFILE);
  expect(checkForm(form, false, TODAY)).toEqual({});
  expect(toResubmission(form)).toMatchObject({
    name: '李雷',
    title: 'nurse',
    photoId: null,
    ethnicity: '汉族',
  });
});

test('a unit that was refused is not asked for again by itself', () => {
  const request = {
    name: '新城医院',
    regionCode: '431022',
    regionName: '宜章县',
    reason: null,
    authorityName: null,
  };
  const standing = (state: 'waiting' | 'refused') =>
    formOf({ ...PROFILE, unit: null, unitRequest: { ...request, state } }).unitRequest;
  expect(standing('waiting')?.name).toBe('新城医院');
  expect(standing('refused')).toBeNull();
});

test.each([
  ['an empty form', { ...EMPTY_FORM, phoneWay: 'sms' as const }, []],
  ['the three pages', good, ['basics', 'contact', 'work']],
  ['a wrong number', { ...good, idNo: '110105194912310021' }, ['contact', 'work']],
  ['a code that is gone', { ...good, smsCode: '' }, ['basics', 'work']],
  [
    'an optional page with something in it',
    { ...good, details: { ...good.details, expertise: '重症护理' } },
    ['basics', 'contact', 'work', 'others'],
  ],
])('ticks of %s', (_name, form, pages) => {
  expect(completeOf(form, true, TODAY)).toEqual(pages);
});

test('what is optional may be empty but not wrong', () => {
  const details = { ...good.details, email: 'a@b', titleSince: '2027-01-01', workStartedOn: '2027-01-01' };
  expect(Object.keys(checkForm({ ...good, details }, true, TODAY)).sort()).toEqual([
    'email',
    'titleSince',
    'workStartedOn',
  ]);
});

test.each([
  [{ code: 'IDNO_TAKEN' }, 'idNo', 'basics'],
  [{ code: 'INVALID_INPUT', field: 'name' }, 'name', 'basics'],
  [{ code: 'PHOTO_INVALID' }, 'photoId', 'basics'],
  [{ code: 'SMS_CODE_INVALID' }, 'smsCode', 'contact'],
  [{ code: 'PHONE_CODE_INVALID' }, 'phoneCode', 'contact'],
  [{ code: 'UNIT_UNKNOWN', field: 'unitId' }, 'unit', 'work'],
  [{ code: 'INVALID_INPUT', field: 'unitRequest.name' }, 'unit', 'work'],
  [{ code: 'INVALID_INPUT', field: 'educations.0.school' }, 'educations', 'education'],
  [{ code: 'STORE_UNAVAILABLE' }, undefined, undefined],
  [{ code: 'INVALID_INPUT', field: 'somethingElse' }, undefined, undefined],
] as const)('%j belongs to %s on %s', (part, field, page) => {
  const found = fieldOf(new ApiError({ message: '', ...part }));
  expect(found).toBe(field);
  expect(found && pageOf(found)).toBe(page);
});

test('every field stands once in the order of the pages', () => {
  expect(new Set(FIELD_ORDER).size).toBe(FIELD_ORDER.length);
  const pages = FIELD_ORDER.map(pageOf);
  expect(pages.filter((page, n) => page !== pages[n - 1])).toEqual([
    'basics',
    'contact',
    'work',
    'education',
    'others',
  ]);
});

test('every title stands in one group', () => {
  const listed = TITLE_GROUPS.flatMap((group) => group.options.map((option) => option.value));
  expect(listed.sort()).toEqual(Object.keys(TITLES).sort());
});

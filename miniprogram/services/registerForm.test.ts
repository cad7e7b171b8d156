import { ApiError } from '@common/contract/errors';
import { TITLES } from '@common/terms';
import { LEARNER } from '../testing/fakeServer';
import {
  checkForm,
  EMPTY_FORM,
  fieldOf,
  formOf,
  type RegisterForm,
  toCorrection,
  toRegistration,
} from './registerForm';
import { TITLE_GROUPS } from './titleGroups';

const TODAY = '2026-11-21';
const good: RegisterForm = {
  ...EMPTY_FORM,
  name: ' 阿依古丽．买买提 ',
  idNo: '110101 19900307 1153',
  phoneWay: 'sms',
  phone: '+86 138-0013-8000',
  smsCode: '123456',
  title: 'nurse',
  unit: LEARNER.unit,
  department: ' 儿科 ',
  consent: true,
};

test('a good form has no errors and goes out tidied', () => {
  expect(checkForm(good, true, TODAY)).toEqual({});
  expect(toRegistration(good)).toEqual({
    name: '阿依古丽·买买提',
    idNo: '110101199003071153',
    title: 'nurse',
    unitId: LEARNER.unit.id,
    department: '儿科',
    consent: true,
    phone: '13800138000',
    smsCode: '123456',
  });
});

test("WeChat's phone code takes the place of the number", () => {
  const form: RegisterForm = { ...good, phoneWay: 'wechat', phoneCode: 'p1', phone: '', smsCode: '' };
  expect(checkForm(form, true, TODAY)).toEqual({});
  expect(toRegistration(form)).toMatchObject({ phoneCode: 'p1' });
  expect(toRegistration(form)).not.toHaveProperty('phone');
});

test('an empty form says what is missing, field by field', () => {
  const errors = checkForm({ ...EMPTY_FORM, phoneWay: 'sms' }, true, TODAY);
  expect(Object.keys(errors).sort()).toEqual([
    'consent',
    'idNo',
    'name',
    'phone',
    'smsCode',
    'title',
    'unitId',
  ]);
});

test('a correction needs neither number nor phone', () => {
  const form = formOf(LEARNER);
  expect(checkForm(form, false, TODAY)).toEqual({});
  expect(toCorrection(form)).toEqual({
    name: '李雷',
    title: 'nurse',
    unitId: LEARNER.unit.id,
    department: '儿科',
  });
});

test.each([
  [{ code: 'IDNO_TAKEN' }, 'idNo'],
  [{ code: 'INVALID_INPUT', field: 'name' }, 'name'],
  [{ code: 'SMS_CODE_INVALID' }, 'smsCode'],
  [{ code: 'UNIT_UNKNOWN' }, 'unitId'],
  [{ code: 'STORE_UNAVAILABLE' }, undefined],
  [{ code: 'INVALID_INPUT', field: 'somethingElse' }, undefined],
] as const)('%j belongs to %s', (part, field) => {
  expect(fieldOf(new ApiError({ message: '', ...part }))).toBe(field);
});

test('every title stands in one group', () => {
  const listed = TITLE_GROUPS.flatMap((group) => group.options.map((option) => option.value));
  expect(listed.sort()).toEqual(Object.keys(TITLES).sort());
});

import fc from 'fast-check';
import { ageOn } from './age';
import { idNoCheckDigit } from './idNo';
import { bearerOf, firstFault, WALK_IN_ORDER, type WalkInAnswers, walkInFaults } from './walkInForm';

const TODAY = '2026-11-21';
const idNoOf = (birth: string, serial: string) => {
  const first17 = `320102${birth}${serial}`;
  return first17 + idNoCheckDigit(first17);
};
const FORM: WalkInAnswers = {
  idNo: idNoOf('19850615', '101'),
  name: '王建国',
  sex: 'male',
  age: 41,
  phone: '138 0013 8000',
  unitName: '美迪康',
  department: '技术部',
  unitPlace: '北京',
  isGrassroots: false,
  title: 'chiefPhysician',
  post: '',
  education: null,
};

test('a form that is filled in has no fault; 职务 and 学历 may stay empty', () => {
  expect(walkInFaults(FORM, TODAY)).toEqual({});
  expect(firstFault({})).toBeUndefined();
});

test.each([
  [{ idNo: '' }, 'idNo', '请填写身份证号码'],
  [{ idNo: '320102198506151011' }, 'idNo', '身份证号码的校验位不对，请逐位核对'],
  [{ name: '王3' }, 'name', '请填写与身份证一致的姓名'],
  [{ sex: 'female' }, 'sex', '性别与身份证号码不一致，请核对'],
  [{ sex: null }, 'sex', '请选择性别'],
  [{ age: 39 }, 'age', '年龄与身份证号码不一致，请核对'],
  [{ age: null }, 'age', '请填写年龄'],
  [{ phone: '12345' }, 'phone', '请填写11位手机号'],
  [{ unitPlace: ' ' }, 'unitPlace', '请填写单位所在地'],
  [{ isGrassroots: null }, 'isGrassroots', '请选择是否来自基层'],
  [{ title: null }, 'title', '请选择职称'],
] as const)('%j', (change, field, message) => {
  expect(firstFault(walkInFaults({ ...FORM, ...change }, TODAY))).toEqual({ field, message });
});

test('nothing is said of sex and age against a number that is wrong itself', () => {
  const faults = walkInFaults({ ...FORM, idNo: '1', sex: 'female', age: 20 }, TODAY);
  expect(Object.keys(faults)).toEqual(['idNo']);
});

test('what the phone fills in is what the server takes, also the day before a birthday', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date('1930-01-01'), max: new Date('2008-12-31'), noInvalidDate: true }),
      fc.integer({ min: 0, max: 999 }),
      fc.constantFrom('2026-11-20', '2026-11-21', '2026-11-22'),
      (birth, serial, phonesDay) => {
        const day = birth.toISOString().slice(0, 10);
        const idNo = idNoOf(day.replace(/-/g, ''), String(serial).padStart(3, '0'));
        const bearer = bearerOf(idNo, phonesDay);
        expect(bearer).toEqual({ sex: serial % 2 === 1 ? 'male' : 'female', age: ageOn(day, phonesDay) });
        expect(walkInFaults({ ...FORM, idNo, ...bearer }, TODAY)).toEqual({});
      },
    ),
  );
});

test('the first fault is the first in the order of the form', () => {
  fc.assert(
    fc.property(fc.subarray([...WALK_IN_ORDER], { minLength: 1 }), (fields) => {
      const faults = Object.fromEntries(fields.toReversed().map((field) => [field, '错']));
      expect(firstFault(faults)?.field).toBe(fields[0]);
    }),
  );
});

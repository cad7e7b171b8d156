import { ageOn } from '@common/rules/age';
import { checkIdNo, normaliseIdNo } from '@common/rules/idNo';
import { dayOf } from '@common/rules/shanghaiTime';
import { SEXES, type Sex } from '@common/terms';
import { theme } from '@common/theme';
import { View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { TextField } from '@/components/field/textField';
import { Icon } from '@/components/icon/icon';
import { open } from '@/services/navigate';
import type { Register } from './useRegister';

/** 身份证号码, checked as one types; what it says of its bearer is shown, so that a wrong digit is noticed. */
export function IdNoField({ register }: { register: Register }) {
  const { form, errors, isNew, change, check } = register;
  if (!isNew) {
    return (
      <TextField
        id="field-idNo"
        label="身份证号码"
        required
        isLocked
        value={form.idNo}
        onChange={() => undefined}
      />
    );
  }
  const result = checkIdNo(form.idNo, dayOf(Date.now()));
  // Said as soon as all of it is there, not only when the field is left.
  const wrong = !result.ok && normaliseIdNo(form.idNo).length >= 18 ? result.message : undefined;
  return (
    <>
      <TextField
        id="field-idNo"
        label="身份证号码"
        required
        type="idcard"
        maxLength={24}
        value={form.idNo}
        onChange={(idNo) => change({ idNo }, 'idNo')}
        onBlur={() => check('idNo')}
        placeholder="18位，最后一位可以是X"
        error={errors.idNo ?? wrong}
        hint={result.ok ? <Bearer birthDate={result.birthDate} sex={result.sex} /> : undefined}
      />
      {errors.idNo?.startsWith('此证件号码已被使用') ? (
        <View className="register__way-out" id="idno-taken">
          如果是您本人注册过，请用“忘记密码”找回账号，或在公众号中发送“kj 身份证号码”。
          <Button kind="secondary" size="small" onPress={() => open('recovery')}>
            忘记密码
          </Button>
        </View>
      ) : null}
    </>
  );
}

function Bearer({ birthDate, sex }: { birthDate: string; sex: Sex }) {
  const [year, month, date] = birthDate.split('-').map(Number);
  return (
    <View className="register__bearer">
      <Icon name="check" size={16} color={theme.color.done} />
      {SEXES[sex]}，{year}年{month}月{date}日出生，{ageOn(birthDate, dayOf(Date.now()))}岁
    </View>
  );
}

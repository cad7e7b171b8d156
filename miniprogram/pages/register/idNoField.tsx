import { checkIdNo } from '@common/rules/idNo';
import { dayOf } from '@common/rules/shanghaiTime';
import { theme } from '@common/theme';
import { View } from '@tarojs/components';
import { TextField } from '@/components/field/textField';
import { Icon } from '@/components/icon/icon';
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
        error={errors.idNo}
        hint={result.ok ? <Bearer birthDate={result.birthDate} sex={result.sex} /> : undefined}
      />
      {errors.idNo?.startsWith('此证件号码已被使用') ? (
        <View className="register__way-out" id="idno-taken">
          如果是您本人注册过，请在公众号中发送“kj 身份证号码”找回账号。
        </View>
      ) : null}
    </>
  );
}

function Bearer({ birthDate, sex }: { birthDate: string; sex: 'male' | 'female' }) {
  const [year, month, date] = birthDate.split('-').map(Number);
  return (
    <View className="register__bearer">
      <Icon name="check" size={16} color={theme.color.done} />
      {year}年{month}月{date}日出生，{sex === 'male' ? '男' : '女'}
    </View>
  );
}

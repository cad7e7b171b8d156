import { theme } from '@common/theme';
import { Text, View } from '@tarojs/components';
import { Icon } from '@/components/icon/icon';
import { Pressable } from '@/components/pressable/pressable';
import { open } from '@/services/navigate';
import type { Register } from './useRegister';

/** 单独同意: given by hand each time, never ticked beforehand. */
export function ConsentField({ register }: { register: Register }) {
  const { form, errors, change } = register;
  return (
    <View id="field-consent" className="consent">
      <View className="consent__row">
        <Pressable
          id="consent"
          className="consent__main"
          role="checkbox"
          isChecked={form.consent}
          onPress={() => change({ consent: !form.consent }, 'consent')}
        >
          <View
            className={`consent__box ${form.consent ? 'consent__box--on' : ''} ${errors.consent ? 'consent__box--wrong' : ''}`}
          >
            {form.consent ? <Icon name="check" size={16} color={theme.color.surface} /> : null}
          </View>
          <View className="consent__words">
            我已阅读个人信息处理说明，同意为签到和学分管理处理我的身份证号码等敏感个人信息
          </View>
        </Pressable>
      </View>
      <Pressable className="consent__link" role="link" onPress={() => open('privacy')}>
        查看《个人信息处理说明》
      </Pressable>
      {errors.consent ? <Text className="consent__error">{errors.consent}</Text> : null}
    </View>
  );
}

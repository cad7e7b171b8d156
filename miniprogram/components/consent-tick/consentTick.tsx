import { theme } from '@common/theme';
import { View } from '@tarojs/components';
import { Icon } from '@/components/icon/icon';
import { Pressable } from '@/components/pressable/pressable';
import './consentTick.scss';

interface ConsentTickProps {
  isTicked: boolean;
  onChange: (isTicked: boolean) => void;
}

/** The separate consent for sensitive data (个人信息保护法 art. 29): given by hand, never ticked beforehand. */
export function ConsentTick({ isTicked, onChange }: ConsentTickProps) {
  return (
    <Pressable
      id="consent"
      className="consent"
      role="checkbox"
      isChecked={isTicked}
      onPress={() => onChange(!isTicked)}
    >
      <View className={`consent__box ${isTicked ? 'consent__box--on' : ''}`}>
        {isTicked ? <Icon name="check" size={16} color={theme.color.surface} /> : null}
      </View>
      <View className="consent__words">我单独同意处理我的身份证号码、手机号等敏感个人信息</View>
    </Pressable>
  );
}

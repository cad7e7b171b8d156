import { PRIVACY_SECTIONS, PRIVACY_VERSION } from '@common/privacy';
import { View } from '@tarojs/components';
import './privacyText.scss';

/** 个人信息处理说明, the version in force. */
export function PrivacyText() {
  return (
    <View className="privacy-text">
      {PRIVACY_SECTIONS.map(({ title, text }) => (
        <View key={title} className="privacy-text__section">
          <View className="t-head">{title}</View>
          <View className="privacy-text__words">{text}</View>
        </View>
      ))}
      <View className="t-small gap-m">版本 {PRIVACY_VERSION}</View>
    </View>
  );
}

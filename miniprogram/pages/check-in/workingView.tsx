import { View } from '@tarojs/components';

/** A second or two: the scan is on its way. */
export function WorkingView() {
  return (
    <View className="check-in__middle">
      <View className="check-in__wheel" />
      <View className="check-in__title">正在签到</View>
      <View className="check-in__detail">请稍候，不用重复扫码</View>
    </View>
  );
}

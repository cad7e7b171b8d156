import type { Me } from '@common/contract/accounts';
import { TITLES } from '@common/terms';
import { View } from '@tarojs/components';
import { greeting } from '@/services/words';

/** Who is here, by name, on the colour of the house. */
export function Hero({ me }: { me: Me | null }) {
  const learner = me?.learner;
  const detail = learner
    ? [learner.unit?.name, learner.department, TITLES[learner.title]].filter(Boolean).join(' · ')
    : (me?.unit?.name ?? '继续医学教育学分，扫码签到、随时可查');
  return (
    <View className="hero">
      <View className="hero__greeting">{learner ? `${greeting()}，${learner.name}` : greeting()}</View>
      <View className="hero__detail">{detail}</View>
    </View>
  );
}

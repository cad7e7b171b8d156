import { formatCredits } from '@common/rules/credits';
import { View } from '@tarojs/components';
import './creditHead.scss';

interface CreditHeadProps {
  name: string;
  projectNumber: string;
  /** When, and by whom it was held. */
  held: string;
  /** Hundredths. */
  credits: number;
  /** `ahead`: to be had. `revoked`: struck through, it counts nowhere. */
  tone: 'done' | 'waiting' | 'ahead' | 'revoked';
  /** 学分类别, 学分级别 and the like, a word each. */
  marks: readonly string[];
}

/** What a credit is for and how much it is: the upper part of every card about one. */
export function CreditHead({ name, projectNumber, held, credits, tone, marks }: CreditHeadProps) {
  return (
    <>
      <View className={`row row--top credit-head credit-head--${tone}`}>
        <View className="grow">
          <View className="credit-head__name">{name}</View>
          <View className="credit-head__meta">{projectNumber}</View>
          <View className="credit-head__meta">{held}</View>
        </View>
        <View className="credit-head__credits">
          <View className="credit-head__number">{formatCredits(credits)}</View>
          <View className="credit-head__unit">{tone === 'ahead' ? '可获学分' : '学分'}</View>
        </View>
      </View>
      <View className="row credit-head__marks">
        {marks.map((mark) => (
          <View key={mark} className="credit-head__mark">
            {mark}
          </View>
        ))}
      </View>
    </>
  );
}

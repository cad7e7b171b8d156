import { View } from '@tarojs/components';
import { Pressable } from '@/components/pressable/pressable';
import type { AnswerProps } from './formQuestions';

const STARS = [1, 2, 3, 4, 5] as const;
/** So that nobody must guess which end is good. */
const WORDS = { 1: '很不满意', 2: '不满意', 3: '一般', 4: '满意', 5: '很满意' } as const;

/** One to five stars, each as large as a thumb. */
export function StarsAnswer({ question, given, onGive }: AnswerProps) {
  const stars = given.stars ?? 0;
  const chosen = STARS.find((star) => star === stars);
  return (
    <>
      <View className="question__stars">
        {STARS.map((star) => (
          <Pressable
            key={star}
            className={`question__one-star ${star <= stars ? 'question__one-star--on' : ''}`}
            role="radio"
            label={`${star}星，${WORDS[star]}`}
            isChecked={star === stars}
            // What need not be answered can be taken back.
            onPress={() => onGive(star === stars && !question.isRequired ? {} : { stars: star })}
          >
            {star <= stars ? '★' : '☆'}
          </Pressable>
        ))}
      </View>
      <View className="question__hint question__hint--middle">
        {chosen ? `${chosen}星，${WORDS[chosen]}` : '点选1至5颗星，5星最好'}
      </View>
    </>
  );
}

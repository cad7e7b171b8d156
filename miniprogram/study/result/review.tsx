import type { AttemptResult } from '@common/contract/exams';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Chips } from '@/components/chips/chips';
import { Notice } from '@/components/notice/notice';
import { ReviewedCard } from './reviewedCard';

interface ReviewProps {
  result: AttemptResult;
  onReload: () => Promise<void>;
}

/** The questions with what was right: at first only those that were not. Or why they are not shown. */
export function Review({ result: { review, reviewWords }, onReload }: ReviewProps) {
  const [only, setOnly] = useState<'wrong' | 'all'>('wrong');
  if (!review) {
    return reviewWords ? (
      <Notice tone="info" id="review-words">
        {reviewWords}
      </Notice>
    ) : null;
  }
  const numbered = review.map((question, at) => ({ question, number: at + 1 }));
  const wrong = numbered.filter(({ question }) => !question.isRight);
  const shown = only === 'wrong' && wrong.length > 0 ? wrong : numbered;
  return (
    <>
      <View className="review__filter">
        {wrong.length > 0 ? (
          <Chips
            options={[
              { value: 'wrong', label: `只看错题 ${wrong.length}` },
              { value: 'all', label: `全部 ${review.length}` },
            ]}
            value={only}
            onChange={setOnly}
          />
        ) : (
          <View className="t-head">全部答对</View>
        )}
      </View>
      {shown.map(({ question, number }) => (
        <ReviewedCard key={question.id} question={question} number={number} onReload={onReload} />
      ))}
    </>
  );
}

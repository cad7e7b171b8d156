import type { ReviewedQuestion } from '@common/contract/exams';
import { letterOf } from '@common/rules/examQuestion';
import { EXAM_QUESTION_KINDS } from '@common/terms';
import { View } from '@tarojs/components';
import { StatusTag } from '@/components/status-tag/statusTag';
import { StemPicture } from '../parts/stemPicture';

interface ReviewedCardProps {
  question: ReviewedQuestion;
  /** From 1. */
  number: number;
  onReload: () => Promise<void>;
}

/** A question as it was answered: the right options green, the own wrong ones red, and in words. */
export function ReviewedCard({ question, number, onReload }: ReviewedCardProps) {
  const { id, kind, stem, pictureUrl, options, chosen, right, isRight, explanation } = question;
  return (
    <View className="card" id={`reviewed-${id}`}>
      <View className="reviewed__head">
        <View className="reviewed__number">第{number}题</View>
        <View className="asked__kind">{EXAM_QUESTION_KINDS[kind]}</View>
        <View className="reviewed__mark">
          <StatusTag tone={isRight ? 'done' : 'act'}>
            {isRight ? '答对' : chosen.length === 0 ? '没有作答' : '答错'}
          </StatusTag>
        </View>
      </View>
      <View className="asked__stem">{stem}</View>
      {pictureUrl ? <StemPicture url={pictureUrl} onReload={onReload} /> : null}
      {options.map((text, place) => (
        <ReviewedOption
          key={text}
          place={place}
          text={text}
          isRight={right.includes(place)}
          isChosen={chosen.includes(place)}
          isSquare={kind === 'multiple'}
        />
      ))}
      {explanation ? (
        <View className="reviewed__explanation">
          <View className="reviewed__label">解析</View>
          {explanation}
        </View>
      ) : null}
    </View>
  );
}

interface ReviewedOptionProps {
  place: number;
  text: string;
  isRight: boolean;
  isChosen: boolean;
  isSquare: boolean;
}

function ReviewedOption({ place, text, isRight, isChosen, isSquare }: ReviewedOptionProps) {
  const words = [isRight ? '正确答案' : '', isChosen ? '您的选择' : ''].filter(Boolean).join(' · ');
  const look = isRight ? 'option--right' : isChosen ? 'option--wrong' : '';
  return (
    <View className={`option ${look}`}>
      <View className={`option__letter ${isSquare ? 'option__letter--square' : ''}`}>{letterOf(place)}</View>
      <View className="option__text">
        {text}
        {words ? <View className="option__sign">{words}</View> : null}
      </View>
    </View>
  );
}

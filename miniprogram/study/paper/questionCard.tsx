import type { AskedQuestion } from '@common/contract/exams';
import { EXAM_QUESTION_KINDS } from '@common/terms';
import { View } from '@tarojs/components';
import { Pressable } from '@/components/pressable/pressable';
import { OptionRow } from '../parts/optionRow';
import { StemPicture } from '../parts/stemPicture';

interface QuestionCardProps {
  question: AskedQuestion;
  chosen: readonly number[];
  isMarked: boolean;
  /** An option is tapped, its place from 0. */
  onTap: (place: number) => void;
  onMark: () => void;
  onReload: () => Promise<void>;
}

/** A question with its options, each as large as a thumb. */
export function QuestionCard({ question, chosen, isMarked, onTap, onMark, onReload }: QuestionCardProps) {
  const { kind, stem, pictureUrl, options } = question;
  return (
    <View className="card" id="question">
      <View className="asked__head">
        <View className="asked__kind">{EXAM_QUESTION_KINDS[kind]}</View>
        {kind === 'multiple' ? <View className="asked__hint">可选多项</View> : null}
        <Pressable
          id="question-mark"
          className={`asked__mark ${isMarked ? 'asked__mark--on' : ''}`}
          role="checkbox"
          isChecked={isMarked}
          onPress={onMark}
        >
          {isMarked ? '已标记' : '标记'}
        </Pressable>
      </View>
      <View className="asked__stem">{stem}</View>
      {pictureUrl ? <StemPicture url={pictureUrl} onReload={onReload} /> : null}
      {options.map((text, place) => (
        <OptionRow
          // The options of a question never move.
          key={text}
          kind={kind}
          place={place}
          text={text}
          isChosen={chosen.includes(place)}
          onPress={() => onTap(place)}
        />
      ))}
    </View>
  );
}

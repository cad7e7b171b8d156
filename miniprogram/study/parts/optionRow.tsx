import { letterOf } from '@common/rules/examQuestion';
import type { ExamQuestionKind } from '@common/terms';
import { View } from '@tarojs/components';
import { Pressable } from '@/components/pressable/pressable';
import './parts.scss';

interface OptionRowProps {
  kind: ExamQuestionKind;
  /** From 0: A, B, … */
  place: number;
  text: string;
  isChosen: boolean;
  onPress: () => void;
}

/** An option to tap: its letter round for one choice, square for several. */
export function OptionRow({ kind, place, text, isChosen, onPress }: OptionRowProps) {
  return (
    <Pressable
      id={`option-${place}`}
      className={`option ${isChosen ? 'option--on' : ''}`}
      role={kind === 'single' ? 'radio' : 'checkbox'}
      isChecked={isChosen}
      onPress={onPress}
    >
      <View className={`option__letter ${kind === 'single' ? '' : 'option__letter--square'}`}>
        {letterOf(place)}
      </View>
      <View className="option__text">{text}</View>
    </Pressable>
  );
}

import { Textarea, View } from '@tarojs/components';
import type { AnswerProps } from './formQuestions';

/** As the contract takes it. */
const MOST = 1000;

/** A few lines, with how much room is left. */
export function TextAnswer({ question, given, onGive }: AnswerProps) {
  const text = given.text ?? '';
  return (
    <>
      <View className="question__box">
        <Textarea
          className="question__area"
          value={text}
          maxlength={MOST}
          placeholder="请填写"
          onInput={(event) => onGive({ text: event.detail.value })}
          aria-label={question.text}
        />
      </View>
      <View className="question__hint question__hint--end">
        {text.length}/{MOST}
      </View>
    </>
  );
}

import { theme } from '@common/theme';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Icon } from '@/components/icon/icon';
import { Pressable } from '@/components/pressable/pressable';
import type { AnswerProps } from './formQuestions';

/** One option, or so many as are asked for: one more is refused until another is taken back. */
export function ChoiceAnswer({ question, given, onGive }: AnswerProps) {
  const { options, choose, isRequired } = question;
  const chosen = given.options ?? [];
  const [isOneTooMany, setOneTooMany] = useState(false);
  const isOne = choose === 1;

  function press(key: string): void {
    const isOn = chosen.includes(key);
    const isRefused = !isOne && !isOn && chosen.length >= choose;
    setOneTooMany(isRefused);
    if (isRefused) {
      return;
    }
    if (isOne) {
      // What need not be answered can be taken back.
      onGive({ options: isOn && !isRequired ? [] : [key] });
    } else {
      onGive({ options: isOn ? chosen.filter((each) => each !== key) : [...chosen, key] });
    }
  }

  return (
    <>
      {options.map(({ key, text }) => {
        const isOn = chosen.includes(key);
        return (
          <Pressable
            key={key}
            className={`question__option ${isOn ? 'question__option--on' : ''}`}
            role={isOne ? 'radio' : 'checkbox'}
            isChecked={isOn}
            onPress={() => press(key)}
          >
            <View className={`question__mark ${isOne ? 'question__mark--round' : ''}`}>
              {isOn ? <Icon name="check" size={14} color={theme.color.surface} /> : null}
            </View>
            <View className="grow">{text}</View>
          </Pressable>
        );
      })}
      {isOneTooMany ? (
        <View className="question__hint question__hint--act">{`只能选${choose}项，请先取消一项`}</View>
      ) : !isOne && chosen.length > 0 ? (
        <View className="question__hint">
          {chosen.length < choose ? `还差${choose - chosen.length}项` : `已选${choose}项`}
        </View>
      ) : null}
    </>
  );
}

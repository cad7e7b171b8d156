import { View } from '@tarojs/components';
import { useEffect } from 'react';
import { Button } from '@/components/button/button';
import { useCountdown } from '@/hooks/useCountdown';
import { useLatest } from '@/hooks/useLatest';

interface PromptDialogProps {
  /** By this phone's clock, ms. */
  until: number;
  onAnswer: () => unknown;
  onOver: () => void;
}

/** “您还在学习吗？”, with the seconds that are left. */
export function PromptDialog({ until, onAnswer, onOver }: PromptDialogProps) {
  const seconds = useCountdown(until);
  const over = useLatest(onOver);
  useEffect(() => {
    if (seconds === 0) {
      over.current();
    }
  }, [seconds, over]);
  return (
    <View className="class-prompt" id="class-prompt" catchMove>
      <View className="class-prompt__panel">
        <View className="class-prompt__title">您还在学习吗？</View>
        <View className="class-prompt__seconds">{seconds}</View>
        <View className="class-prompt__detail">请在倒计时结束前回答，否则提问以来的学习不计入时长</View>
        <Button id="class-answer" onPress={onAnswer}>
          我在学习
        </Button>
      </View>
    </View>
  );
}

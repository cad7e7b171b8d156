import { theme } from '@common/theme';
import { Text, View } from '@tarojs/components';
import { Icon } from '@/components/icon/icon';
import type { IconName } from '@/components/icon/icons';
import './statusTag.scss';

/** Meaning, not colour: finished, waiting on someone, this person's turn, nothing in particular. */
export type Tone = 'done' | 'waiting' | 'act' | 'plain';

const SIGNS: Record<Tone, [IconName, string] | null> = {
  done: ['check', theme.color.done],
  waiting: ['hourglass', theme.color.waiting],
  act: ['alert', theme.color.act],
  plain: null,
};

/** A state in a word, with a sign for those who do not see its colour. */
export function StatusTag({ tone, children }: { tone: Tone; children: string }) {
  const sign = SIGNS[tone];
  return (
    <View className={`tag tag--${tone}`}>
      {sign ? <Icon name={sign[0]} color={sign[1]} size={14} /> : null}
      <Text className="tag__words">{children}</Text>
    </View>
  );
}

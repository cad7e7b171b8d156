import type { CreditRow } from '@common/contract/credits';
import { CREDIT_STATES } from '@common/terms';
import { View } from '@tarojs/components';
import { CreditHead } from '@/components/credit-head/creditHead';
import { Pressable } from '@/components/pressable/pressable';
import { StatusTag } from '@/components/status-tag/statusTag';
import {
  CREDIT_TONES,
  creditMarks,
  creditTone,
  creditWords,
  heldWords,
  yearOfCredit,
} from '@/services/creditWords';
import { open } from '@/services/navigate';

/** An entry that was found: what, how much, 审核状态 and 审核意见. A tap opens all of it. */
export function FoundCard({ entry }: { entry: CreditRow }) {
  const words = creditWords(entry);
  return (
    <Pressable
      id={`credit-${entry.id}`}
      className="card"
      onPress={() => open('creditEntry', { creditId: entry.id, year: yearOfCredit(entry) })}
    >
      <CreditHead
        name={entry.activityName}
        projectNumber={entry.projectNumber}
        held={heldWords(entry)}
        credits={entry.credits}
        tone={creditTone(entry)}
        marks={creditMarks(entry)}
      />
      <View className="found__state">
        <StatusTag tone={CREDIT_TONES[entry.state]}>{CREDIT_STATES[entry.state]}</StatusTag>
        {words ? <View className="found__words">{words}</View> : null}
      </View>
    </Pressable>
  );
}

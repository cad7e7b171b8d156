import type { CreditRow } from '@common/contract/credits';
import { CREDIT_STATES } from '@common/terms';
import { theme } from '@common/theme';
import { View } from '@tarojs/components';
import { CreditHead } from '@/components/credit-head/creditHead';
import { Icon } from '@/components/icon/icon';
import { Pressable } from '@/components/pressable/pressable';
import { StatusTag } from '@/components/status-tag/statusTag';
import { type Stage, Stepper } from '@/components/stepper/stepper';
import {
  CREDIT_TONES,
  creditMarks,
  creditStages,
  creditTone,
  creditWords,
  heldWords,
  yearOfCredit,
} from '@/services/creditWords';
import { open } from '@/services/navigate';

interface EntryCardProps {
  entry: CreditRow;
  /** Of its activity, as far as they are known. */
  stages: readonly Stage[];
}

/** One credit: for what, how much, and how far it has come. A tap opens all of it. */
export function EntryCard({ entry, stages }: EntryCardProps) {
  const { id, state, opinion } = entry;
  const isRevoked = state === 'revoked';
  return (
    <Pressable
      id={`credit-${id}`}
      className="card entry"
      onPress={() => open('creditEntry', { creditId: id, year: yearOfCredit(entry) })}
    >
      <CreditHead
        name={entry.activityName}
        projectNumber={entry.projectNumber}
        held={heldWords(entry)}
        credits={entry.credits}
        tone={creditTone(entry)}
        marks={creditMarks(entry)}
      />
      <View className="gap-m">
        {isRevoked ? (
          <StatusTag tone={CREDIT_TONES.revoked}>{CREDIT_STATES.revoked}</StatusTag>
        ) : (
          <Stepper stages={creditStages(entry, stages)} />
        )}
        {isRevoked ? <View className="entry__words">{creditWords(entry)}</View> : null}
        {state === 'returned' && opinion ? <View className="entry__words">审核意见：{opinion}</View> : null}
      </View>
      <View className="entry__more">
        查看详情
        <Icon name="chevron" size={16} color={theme.color.inkFaint} />
      </View>
    </Pressable>
  );
}

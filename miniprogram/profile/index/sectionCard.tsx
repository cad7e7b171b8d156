import { PROFILE_PAGES, type ProfilePage } from '@common/rules/profile';
import { View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { StatusTag } from '@/components/status-tag/statusTag';
import { open } from '@/services/navigate';
import type { Fact } from '@/services/profileSections';

interface SectionCardProps {
  page: ProfilePage;
  facts: readonly Fact[];
  isComplete: boolean;
}

/** One of the five pages: what it holds, and the way to change what needs no approval. */
export function SectionCard({ page, facts, isComplete }: SectionCardProps) {
  return (
    <Card
      id={`section-${page}`}
      title={PROFILE_PAGES[page].label}
      aside={
        isComplete ? <StatusTag tone="done">已完成</StatusTag> : <StatusTag tone="plain">选填</StatusTag>
      }
    >
      {facts.length === 0 ? <View className="t-soft">还没有填写</View> : null}
      {facts.map(({ name, value }) => (
        <View key={`${name}${value}`} className={`fact ${page === 'education' ? 'fact--stacked' : ''}`}>
          <View className="fact__name">{name}</View>
          <View className={`fact__value ${value === '未填写' ? 'fact__value--none' : ''}`}>{value}</View>
        </View>
      ))}
      <View className="gap-m">
        <Button
          id={`edit-${page}`}
          kind="secondary"
          size="small"
          onPress={() => open('profileEdit', { page })}
        >
          {page === 'basics' ? '修改照片、民族' : `修改${PROFILE_PAGES[page].label}`}
        </Button>
      </View>
    </Card>
  );
}

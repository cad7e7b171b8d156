import { groupBy } from '@common/groupBy';
import { NOTICE_KINDS, type NoticeKind } from '@common/terms';
import { View } from '@tarojs/components';
import Taro, { usePullDownRefresh } from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Empty } from '@/components/empty/empty';
import { ErrorState } from '@/components/error-state/errorState';
import { NoticeLine } from '@/components/notice-line/noticeLine';
import { Skeleton } from '@/components/skeleton/skeleton';
import { useMoreOnScroll } from '@/hooks/useMoreOnScroll';
import { usePages } from '@/hooks/usePages';
import { open } from '@/services/navigate';
import { findNotices, type ReadableNotice } from '@/services/notices';

interface NoticeListProps {
  kind: NoticeKind;
  words: string;
  /** Null: the learner's. */
  regionCode: string | null;
  /** Takes the words searched for away. */
  onEverything: () => void;
}

/** What was found, growing as one scrolls; questions under their topics. */
export function NoticeList({ kind, words, regionCode, onEverything }: NoticeListProps) {
  const key = JSON.stringify([kind, words, regionCode]);
  const [read, setRead] = useState<readonly string[]>([]);
  const pages = usePages<ReadableNotice>(
    (page, pageSize) => findNotices({ kind, words, page, pageSize }, regionCode),
    key,
  );
  const more = useMoreOnScroll(pages);
  usePullDownRefresh(() => {
    void pages.reload().finally(() => Taro.stopPullDownRefresh());
  });
  if (pages.error) {
    return <ErrorState error={pages.error} onRetry={pages.reload} />;
  }
  if (!pages.items) {
    return <Skeleton cards={2} />;
  }
  if (pages.items.length === 0) {
    return <Nothing kind={kind} isSearched={words !== ''} onEverything={onEverything} />;
  }
  const items = pages.items.map((item) => (read.includes(item.id) ? { ...item, isRead: true } : item));
  return (
    <>
      {[...groupBy(items, (item) => topicOf(item, kind))].map(([topic, rows]) => (
        <Card key={topic} title={topic}>
          {rows.map((row) => (
            <NoticeLine
              key={row.id}
              notice={row}
              isFull={kind === 'notice'}
              onOpen={(id) => row.isRead === false && setRead((now) => [...now, id])}
            />
          ))}
        </Card>
      ))}
      {pages.hasMore ? (
        <Button id="more" kind="secondary" onPress={more}>
          加载更多
        </Button>
      ) : (
        <View className="notices__end">没有更多了</View>
      )}
    </>
  );
}

/** Questions stand by their topics in the order in which they come; notices all together. */
const topicOf = ({ topic }: ReadableNotice, kind: NoticeKind): string =>
  kind === 'faq' ? topic || '其他问题' : '';

interface NothingProps {
  kind: NoticeKind;
  isSearched: boolean;
  onEverything: () => void;
}

function Nothing({ kind, isSearched, onEverything }: NothingProps) {
  return isSearched ? (
    <Empty icon="search" title={`没有找到相关的${NOTICE_KINDS[kind]}`} detail="可以换个词，或查看全部">
      <Button id="everything" onPress={onEverything}>
        查看全部
      </Button>
    </Empty>
  ) : (
    <Empty
      icon={kind === 'faq' ? 'help' : 'bell'}
      title={`还没有${NOTICE_KINDS[kind]}`}
      detail="卫生健康行政部门发布后会显示在这里"
    >
      <Button onPress={() => open('home')}>回到首页</Button>
    </Empty>
  );
}

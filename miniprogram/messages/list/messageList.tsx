import type { MessageRow } from '@common/contract/messages';
import { groupBy } from '@common/groupBy';
import { dayOf } from '@common/rules/shanghaiTime';
import { MESSAGE_KINDS, type MessageKind } from '@common/terms';
import { View } from '@tarojs/components';
import Taro, { usePullDownRefresh } from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Empty } from '@/components/empty/empty';
import { ErrorState } from '@/components/error-state/errorState';
import { Skeleton } from '@/components/skeleton/skeleton';
import { useLatest } from '@/hooks/useLatest';
import { useMoreOnScroll } from '@/hooks/useMoreOnScroll';
import { usePages } from '@/hooks/usePages';
import { open } from '@/services/navigate';
import { api } from '@/services/session';
import { ms } from '@/services/words';
import { dayHead } from './dayHead';
import { MessageCard } from './messageCard';

interface MessageListProps {
  kind: MessageKind | 'all';
  onAll: () => void;
}

/** The messages of a kind, by day; what is opened is read. */
export function MessageList({ kind, onAll }: MessageListProps) {
  const latestKind = useLatest(kind);
  const [unread, setUnread] = useState(0);
  // Read since the rows came: they are not loaded again for it.
  const [read, setRead] = useState<ReadonlySet<string>>(new Set());
  const pages = usePages<MessageRow>(async (page, pageSize) => {
    const answer = await api.messages.myMessages({ kind: kind === 'all' ? undefined : kind, page, pageSize });
    if (latestKind.current === kind) {
      setUnread(answer.unread);
    }
    return answer;
  }, kind);
  const more = useMoreOnScroll(pages);
  usePullDownRefresh(() => {
    void pages.reload().finally(() => Taro.stopPullDownRefresh());
  });
  const { items, error, reload } = pages;
  if (!items) {
    return error ? <ErrorState error={error} onRetry={reload} /> : <Skeleton cards={3} />;
  }
  if (items.length === 0) {
    return <Nothing kind={kind} onAll={onAll} />;
  }
  const markRead = (ids: string[]) => setRead((now) => new Set([...now, ...ids]));
  const readOne = async (id: string) => {
    markRead([id]);
    // Where this gets lost the message is only unread again.
    await api.messages.readMessages({ ids: [id] }).then(
      (answer) => setUnread(answer.unread),
      () => undefined,
    );
  };
  const readAll = async () => {
    const answer = await api.messages.readMessages({});
    setUnread(answer.unread);
    markRead(items.map(({ id }) => id));
  };
  return (
    <>
      <View className="messages__bar">
        <View className="grow t-small" id="unread">
          {unread > 0 ? `${unread} 条未读` : '全部已读'}
        </View>
        {unread > 0 ? (
          <Button id="read-all" kind="quiet" size="small" inline onPress={readAll}>
            全部标为已读
          </Button>
        ) : null}
      </View>
      {[...groupBy(items, ({ at }) => dayOf(ms(at)))].map(([day, rows]) => (
        <View key={day}>
          <View className="messages__day">{dayHead(day)}</View>
          {rows.map((row) => (
            <MessageCard
              key={row.id}
              message={read.has(row.id) ? { ...row, isRead: true } : row}
              onRead={() => readOne(row.id)}
            />
          ))}
        </View>
      ))}
      {pages.hasMore ? (
        <Button id="more" kind="secondary" onPress={more}>
          加载更多
        </Button>
      ) : (
        <View className="messages__end">没有更多了，消息保留一年</View>
      )}
    </>
  );
}

function Nothing({ kind, onAll }: MessageListProps) {
  return kind === 'all' ? (
    <Empty icon="bell" title="还没有消息" detail="学分变动、审核结果、上课和截止提醒，都会留在这里">
      <Button onPress={() => open('activities')}>去找活动</Button>
    </Empty>
  ) : (
    <Empty icon="bell" title={`没有“${MESSAGE_KINDS[kind]}”消息`}>
      <Button id="show-all" onPress={onAll}>
        查看全部消息
      </Button>
    </Empty>
  );
}

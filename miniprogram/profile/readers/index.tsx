import { View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Empty } from '@/components/empty/empty';
import { ErrorState } from '@/components/error-state/errorState';
import { ListRow } from '@/components/list-row/listRow';
import { Page } from '@/components/page/page';
import { LearnerGate } from '@/components/session-gate/sessionGate';
import { Skeleton } from '@/components/skeleton/skeleton';
import { usePages } from '@/hooks/usePages';
import { api } from '@/services/session';
import { moment } from '@/services/words';

/** 谁查阅过我的信息, the latest first. */
export default function ReadersPage() {
  return <LearnerGate>{() => <Readers />}</LearnerGate>;
}

function Readers() {
  const { items, error, hasMore, more, reload } = usePages(async (page, pageSize) => {
    const answer = await api.personalData.myReaders({ page, pageSize });
    // A line of the log has no id of its own; one reader reads one thing once at a time.
    return {
      ...answer,
      items: answer.items.map((item) => ({ ...item, id: `${item.at} ${item.readerName} ${item.what}` })),
    };
  });
  if (!items) {
    return <Page>{error ? <ErrorState error={error} onRetry={reload} /> : <Skeleton cards={2} />}</Page>;
  }
  if (items.length === 0) {
    return (
      <Page>
        <Empty icon="eye" title="还没有人查阅过" detail="管理员查看您的资料或完整号码时，会记录在这里" />
      </Page>
    );
  }
  return (
    <Page>
      <Card>
        {items.map((item) => (
          <ListRow key={item.id} title={item.what} detail={`${item.readerName} · ${moment(item.at)}`} />
        ))}
      </Card>
      {hasMore ? (
        <Button kind="secondary" onPress={more}>
          加载更多
        </Button>
      ) : null}
      <View className="t-small gap-m">如对某次查阅有疑问，请联系该单位或上级卫生健康行政部门。</View>
    </Page>
  );
}

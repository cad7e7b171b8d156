import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Empty } from '@/components/empty/empty';
import { ErrorState } from '@/components/error-state/errorState';
import { Page } from '@/components/page/page';
import { LearnerGate } from '@/components/session-gate/sessionGate';
import { Skeleton } from '@/components/skeleton/skeleton';
import { useLoad } from '@/hooks/useLoad';
import { open } from '@/services/navigate';
import { api } from '@/services/session';
import { RecordCard } from './recordCard';
import './index.scss';

const SHOWN_AT_ONCE = 20;

/** 考勤记录查询 (manual 000 §二): find the class, then 项目评价 and 参加考试; without both there is no credit. */
export default function RecordsPage() {
  return (
    <Page>
      <LearnerGate>{() => <Records />}</LearnerGate>
    </Page>
  );
}

function Records() {
  const [shown, setShown] = useState(SHOWN_AT_ONCE);
  const { data, error, reload } = useLoad(async () => {
    const { items } = await api.activities.myActivities({});
    return items.filter(({ checkIns }) => checkIns.length > 0);
  });
  if (!data) {
    return error ? <ErrorState error={error} onRetry={reload} /> : <Skeleton cards={3} />;
  }
  if (data.length === 0) {
    return (
      <Empty
        icon="clock"
        title="还没有考勤记录"
        detail="在会场扫码签到后，每次签到和撤离会记在这里，考试和评价也从这里进入"
      >
        <Button onPress={() => open('scan')}>去签到</Button>
      </Empty>
    );
  }
  return (
    <>
      {data.slice(0, shown).map((activity) => (
        <RecordCard key={activity.id} activity={activity} />
      ))}
      {data.length > shown ? (
        <Button kind="secondary" onPress={() => setShown(shown + SHOWN_AT_ONCE)}>
          加载更多
        </Button>
      ) : null}
    </>
  );
}

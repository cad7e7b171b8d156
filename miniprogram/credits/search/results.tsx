import type { CreditRow } from '@common/contract/credits';
import type { CreditTotals } from '@common/rules/credits';
import type { CreditClass, CreditState } from '@common/terms';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Empty } from '@/components/empty/empty';
import { ErrorState } from '@/components/error-state/errorState';
import { Skeleton } from '@/components/skeleton/skeleton';
import { useLatest } from '@/hooks/useLatest';
import { usePages } from '@/hooks/usePages';
import { open } from '@/services/navigate';
import { api } from '@/services/session';
import { FoundCard } from './foundCard';
import { TotalsLine } from './totalsLine';

export interface CreditQuery {
  from?: string;
  to?: string;
  state: CreditState | 'all';
  creditClass?: CreditClass;
}

interface ResultsProps {
  query: CreditQuery;
  /** Takes every filter away. */
  onEverything: () => void;
}

/** What was found: the totals of all of it, and the entries. */
export function Results({ query, onEverything }: ResultsProps) {
  const key = JSON.stringify(query);
  const latestKey = useLatest(key);
  const [totals, setTotals] = useState<{ key: string; value: CreditTotals }>();
  const found = usePages<CreditRow>(async (page, pageSize) => {
    const answer = await api.credits.searchMyCredits({ ...query, page, pageSize });
    // An answer to other filters may come late: its rows are dropped, and so are its totals.
    if (latestKey.current === key) {
      setTotals({ key, value: answer.totals });
    }
    return answer;
  }, key);
  if (found.error) {
    return <ErrorState error={found.error} onRetry={found.reload} />;
  }
  // Until the answer to these filters is here the old rows would pass for it.
  if (!found.items || totals?.key !== key) {
    return <Skeleton cards={3} />;
  }
  if (found.items.length === 0) {
    return <Nothing isFiltered={isFiltered(query)} onEverything={onEverything} />;
  }
  return (
    <>
      <TotalsLine count={found.total} totals={totals.value} />
      {found.items.map((entry) => (
        <FoundCard key={entry.id} entry={entry} />
      ))}
      {found.hasMore ? (
        <Button id="more" kind="secondary" onPress={found.more}>
          加载更多
        </Button>
      ) : null}
    </>
  );
}

const isFiltered = ({ from, to, state, creditClass }: CreditQuery): boolean =>
  Boolean(from || to || creditClass) || state !== 'all';

function Nothing({ isFiltered: isNarrow, onEverything }: { isFiltered: boolean; onEverything: () => void }) {
  return isNarrow ? (
    <Empty icon="search" title="没有符合条件的学分" detail="请注意查询的日期范围，也可以取消条件查看全部学分">
      <Button id="everything" onPress={onEverything}>
        查询全部学分
      </Button>
    </Empty>
  ) : (
    <Empty title="还没有学分" detail="签到后建议3个工作日后查询；参加了却查不到的，可从考勤记录查看原因">
      <Button onPress={() => open('records')}>查看考勤记录</Button>
    </Empty>
  );
}

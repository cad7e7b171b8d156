import type { LearnerActivity } from '@common/contract/activities';
import { yearOf } from '@common/rules/shanghaiTime';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Chips } from '@/components/chips/chips';
import { CreditNews } from '@/components/credit-news/creditNews';
import { Empty } from '@/components/empty/empty';
import { ErrorState } from '@/components/error-state/errorState';
import { ListRow } from '@/components/list-row/listRow';
import { Page } from '@/components/page/page';
import { LearnerGate } from '@/components/session-gate/sessionGate';
import { Skeleton } from '@/components/skeleton/skeleton';
import { useLoad } from '@/hooks/useLoad';
import { open } from '@/services/navigate';
import { api } from '@/services/session';
import { isAttendedOnly } from '@/services/todos';
import { ms } from '@/services/words';
import { AttendedCard } from './attendedCard';
import { EntryCard } from './entryCard';
import { SummaryCard } from './summaryCard';
import './index.scss';

/** 学分: a year's credits against the requirement, each entry with where it stands. */
export default function CreditsPage() {
  return (
    <Page className="credits">
      <LearnerGate>{() => <Credits />}</LearnerGate>
    </Page>
  );
}

function Credits() {
  const [year, setYear] = useState(() => yearOf(Date.now()));
  const [years, setYears] = useState<readonly number[]>([year]);
  const { data, error, reload } = useLoad(async () => {
    const [summary, { items }] = await Promise.all([
      api.credits.myCredits({ year }),
      api.activities.myActivities({}),
    ]);
    setYears(summary.years);
    return {
      summary,
      attended: items.filter((activity) => belongsTo(activity, year)),
      stages: new Map(items.map(({ id, stages }) => [id, stages])),
    };
  }, year);
  return (
    <>
      <View className="credits__years">
        <Chips
          isLine
          options={years.map((each) => ({ value: String(each), label: `${each}年` }))}
          value={String(year)}
          onChange={(chosen) => setYear(Number(chosen))}
        />
      </View>
      {data ? (
        <>
          <SummaryCard summary={data.summary} />
          {data.summary.totals.pending > 0 ? (
            <View className="credits__news">
              <CreditNews words="待审核的学分在审核通过后生成电子学分证书。" />
            </View>
          ) : null}
          {data.attended.length > 0 ? <View className="credits__heading">已参加，尚未授分</View> : null}
          {data.attended.map((activity) => (
            <AttendedCard key={activity.id} activity={activity} />
          ))}
          {data.summary.items.length > 0 ? <View className="credits__heading">学分记录</View> : null}
          {data.summary.items.map((entry) => (
            <EntryCard key={entry.id} entry={entry} stages={data.stages.get(entry.activityId) ?? []} />
          ))}
          {data.summary.items.length + data.attended.length === 0 ? (
            <Empty
              title={`${year}年还没有学分`}
              detail="现场扫码签到，由举办单位授分后，学分会显示在这里，审核中的也能看到"
            >
              <Button onPress={() => open('scan')}>去签到</Button>
            </Empty>
          ) : null}
          <MoreCard />
        </>
      ) : error ? (
        <ErrorState error={error} onRetry={reload} />
      ) : (
        <Skeleton cards={3} />
      )}
    </>
  );
}

function MoreCard() {
  return (
    <Card className="credits__more">
      <ListRow
        id="go-credit-search"
        icon="search"
        title="学分情况查询"
        detail="按起止日期、审核状态、学分类别"
        onPress={() => open('creditSearch')}
      />
      <ListRow
        id="go-credit-papers"
        icon="certificate"
        title="学分证书与打印"
        detail="电子学分证书、学分记录明细表、学分登记手册"
        onPress={() => open('creditPapers')}
      />
      <ListRow
        id="go-records"
        icon="clock"
        title="考勤记录查询"
        detail="每次签到和撤离，参加考试、项目评价"
        onPress={() => open('records')}
      />
    </Card>
  );
}

function belongsTo(activity: LearnerActivity, year: number): boolean {
  return isAttendedOnly(activity) && yearOf(ms(activity.from)) === year;
}

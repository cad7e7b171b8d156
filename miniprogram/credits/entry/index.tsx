import type { CreditRow } from '@common/contract/credits';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { CreditHead } from '@/components/credit-head/creditHead';
import { CreditNews } from '@/components/credit-news/creditNews';
import { Empty } from '@/components/empty/empty';
import { ErrorState } from '@/components/error-state/errorState';
import { Notice } from '@/components/notice/notice';
import { Page } from '@/components/page/page';
import { LearnerGate } from '@/components/session-gate/sessionGate';
import { Skeleton } from '@/components/skeleton/skeleton';
import { type Stage, Stepper } from '@/components/stepper/stepper';
import { useLoad } from '@/hooks/useLoad';
import { creditMarks, creditStages, creditTone, creditWords, heldWords } from '@/services/creditWords';
import { replaceWith } from '@/services/navigate';
import { api } from '@/services/session';
import { openCertificate } from '../services/papers';
import { FactsCard } from './factsCard';
import './index.scss';

/** One credit with all that is kept of it, how far it has come, and its certificate. */
export default function CreditPage() {
  const { params } = useRouter();
  // A page is opened once with its parameters.
  const [{ creditId, year }] = useState(() => ({
    creditId: params.creditId ?? '',
    year: Number(params.year),
  }));
  return (
    <Page>
      {creditId && year ? (
        <LearnerGate>{() => <Credit creditId={creditId} year={year} />}</LearnerGate>
      ) : (
        <NotFound />
      )}
    </Page>
  );
}

function Credit({ creditId, year }: { creditId: string; year: number }) {
  const { data, error, reload } = useLoad(async () => {
    const [{ items }, mine] = await Promise.all([
      api.credits.myCredits({ year }),
      api.activities.myActivities({}),
    ]);
    const entry = items.find(({ id }) => id === creditId) ?? null;
    const stages = mine.items.find(({ id }) => id === entry?.activityId)?.stages ?? [];
    return { entry, stages };
  }, `${creditId} ${year}`);
  if (!data) {
    return error ? <ErrorState error={error} onRetry={reload} /> : <Skeleton cards={2} />;
  }
  return data.entry ? <Shown entry={data.entry} stages={data.stages} /> : <NotFound />;
}

function Shown({ entry, stages }: { entry: CreditRow; stages: readonly Stage[] }) {
  const { state } = entry;
  return (
    <>
      <Card id="credit">
        <CreditHead
          name={entry.activityName}
          projectNumber={entry.projectNumber}
          held={heldWords(entry)}
          credits={entry.credits}
          tone={creditTone(entry)}
          marks={creditMarks(entry)}
        />
        {state === 'revoked' ? null : (
          <View className="gap-m">
            <Stepper stages={creditStages(entry, stages)} />
          </View>
        )}
      </Card>
      <View className="credit__news">
        {state === 'pending' ? <CreditNews words="审核通过后生成电子学分证书，可在这里下载。" /> : null}
        {state === 'returned' ? <Notice tone="waiting">{creditWords(entry)}</Notice> : null}
        {state === 'revoked' ? (
          <Notice tone="info" id="credit-revoked">
            该学分已撤销，不计入学分，已有的证书随之作废。
            {entry.opinion ? `撤销原因：${entry.opinion}。` : ''}有疑问请联系举办单位。
          </Notice>
        ) : null}
        {state === 'reviewed' ? (
          <Button id="open-certificate" onPress={() => openCertificate(entry.id)}>
            查看电子学分证书
          </Button>
        ) : null}
      </View>
      <FactsCard entry={entry} />
    </>
  );
}

function NotFound() {
  return (
    <Empty icon="search" title="没有找到这条学分" detail="地址不完整，或者学分记录已经变动">
      <Button onPress={() => replaceWith('credits')}>查看我的学分</Button>
    </Empty>
  );
}

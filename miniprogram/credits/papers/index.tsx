import { yearOf } from '@common/rules/shanghaiTime';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Chips } from '@/components/chips/chips';
import { ErrorState } from '@/components/error-state/errorState';
import { Page } from '@/components/page/page';
import { LearnerGate } from '@/components/session-gate/sessionGate';
import { Skeleton } from '@/components/skeleton/skeleton';
import { useLoad } from '@/hooks/useLoad';
import { api } from '@/services/session';
import { BookletCard } from './bookletCard';
import { CertificatesCard } from './certificatesCard';
import { StatementCard } from './statementCard';
import { VerifyCard } from './verifyCard';
import './index.scss';

/** 学分证书与打印: 电子学分证书 (manual 002 §3), 学分记录明细表 and 学分登记手册 (manual 004), each with a code to verify it by. */
export default function PapersPage() {
  return (
    <Page>
      <LearnerGate>{() => <Papers />}</LearnerGate>
    </Page>
  );
}

function Papers() {
  const [year, setYear] = useState(() => yearOf(Date.now()));
  const [years, setYears] = useState<readonly number[]>([year]);
  const { data, error, reload } = useLoad(async () => {
    const [certificates, credits] = await Promise.all([
      api.certificates.myCertificates({ year }),
      api.credits.myCredits({ year }),
    ]);
    setYears(credits.years);
    return { certificates: certificates.items, totals: credits.totals };
  }, year);
  return (
    <>
      <View className="papers__years">
        <Chips
          isLine
          options={years.map((each) => ({ value: String(each), label: `${each}年` }))}
          value={String(year)}
          onChange={(chosen) => setYear(Number(chosen))}
        />
      </View>
      {data ? (
        <>
          <CertificatesCard year={year} certificates={data.certificates} pending={data.totals.pending} />
          <BookletCard year={year} totals={data.totals} />
        </>
      ) : error ? (
        <ErrorState error={error} onRetry={reload} />
      ) : (
        <Skeleton cards={2} />
      )}
      <StatementCard />
      <VerifyCard />
    </>
  );
}

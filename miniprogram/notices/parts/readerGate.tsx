import { type ReactNode, useState } from 'react';
import { Chips } from '@/components/chips/chips';
import { ErrorState } from '@/components/error-state/errorState';
import { Skeleton } from '@/components/skeleton/skeleton';
import { useLoad } from '@/hooks/useLoad';
import { useSession } from '@/hooks/useSession';
import { EVERYWHERE } from '@/services/notices';
import { api, session } from '@/services/session';

/** What is public is read by anyone: a learner reads his region's (null), anybody else chooses one, at first his unit's. */
export function ReaderGate({ children }: { children: (regionCode: string | null) => ReactNode }) {
  const { status, me, error } = useSession();
  if (me?.learner) {
    return <>{children(null)}</>;
  }
  if (status === 'starting') {
    return <Skeleton cards={3} />;
  }
  return status === 'failed' ? (
    <ErrorState error={error} onRetry={() => session.start()} />
  ) : (
    <ChosenRegion own={me?.unit?.regionCode}>{children}</ChosenRegion>
  );
}

interface ChosenRegionProps {
  /** The unit's region, of an administrator. */
  own: string | undefined;
  children: (regionCode: string) => ReactNode;
}

function ChosenRegion({ own, children }: ChosenRegionProps) {
  const [chosen, setChosen] = useState(own ?? EVERYWHERE);
  // Without the list of regions the whole country's are there all the same.
  const { data } = useLoad(() => api.notices.publicRegions({}).catch(() => null));
  const fixed = [
    ...(own ? [{ value: own, label: '本单位所在地区' }] : []),
    { value: EVERYWHERE, label: '全国' },
  ];
  const options = [
    ...fixed,
    ...(data?.items ?? [])
      .filter(({ regionCode }) => fixed.every(({ value }) => value !== regionCode))
      .map(({ regionCode, name }) => ({ value: regionCode, label: name })),
  ];
  return (
    <>
      {options.length > 1 ? <Chips isLine options={options} value={chosen} onChange={setChosen} /> : null}
      {children(chosen)}
    </>
  );
}

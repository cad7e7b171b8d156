import { Skeleton } from 'antd';
import type { ReactNode } from 'react';
import type { Load } from '../hooks/useLoad';
import { ErrorState } from './states';

interface Props<T> {
  load: Load<T>;
  /** Stands in until the first answer. */
  skeleton?: ReactNode;
  children: (data: T) => ReactNode;
}

/** Draws what was loaded; until then a skeleton, or the failure with a way to try again. */
export function Loaded<T>({ load, skeleton, children }: Props<T>) {
  if (load.data !== null) {
    return <>{children(load.data)}</>;
  }
  if (load.error && !load.loading) {
    return <ErrorState error={load.error} onRetry={load.reload} />;
  }
  return <>{skeleton ?? <Skeleton active paragraph={{ rows: 6 }} title={false} className="pad" />}</>;
}

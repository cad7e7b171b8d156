import type { ReactNode } from 'react';
import type { Load } from '../hooks/useLoad';
import { usePermission } from '../hooks/usePermission';
import { EmptyState } from './states';

interface Props {
  /** What the page asks first. */
  load: Pick<Load<unknown>, 'error'>;
  children: ReactNode;
}

/** A page of those who run the system; the others are told who does. */
export function OperatorOnly({ load, children }: Props) {
  const forbidden = usePermission('manageAccount');
  const isRefused = load.error?.code === 'FORBIDDEN' || load.error?.code === 'NOT_FOUND';
  if (!forbidden && !isRefused) {
    return <>{children}</>;
  }
  return (
    <section className="card">
      <EmptyState
        icon="shield"
        title="暂时不能查看"
        hint={forbidden ?? '公众号和消息投递由最上级行政部门统一管理，需要了解情况请与其联系'}
      />
    </section>
  );
}

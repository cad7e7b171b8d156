import type { ReportView } from '@common/contract/reports';
import type { ReactNode } from 'react';
import { PageHeader } from '../../components/pageHeader';
import { ReviewStatus } from '../../components/review/reviewStatus';

/** The head of a report's page: of what it is, where it stands. */
export function ReportHeader({ view, extra }: { view: ReportView; extra: ReactNode }) {
  return (
    <PageHeader
      title={view.name}
      back={{ to: '/reports', label: '执行情况反馈' }}
      tag={<ReviewStatus review={view} />}
      note={`${view.projectNumber}，第${view.term}期，${view.unitName}`}
      extra={extra}
    />
  );
}

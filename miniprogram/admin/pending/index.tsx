import { APPROVAL_STATES } from '@common/terms';
import { View } from '@tarojs/components';
import Taro, { usePullDownRefresh } from '@tarojs/taro';
import { useState } from 'react';
import { Chips } from '@/components/chips/chips';
import { ErrorState } from '@/components/error-state/errorState';
import { Notice } from '@/components/notice/notice';
import { Page } from '@/components/page/page';
import { Skeleton } from '@/components/skeleton/skeleton';
import { useDebounced } from '@/hooks/useDebounced';
import { type Admin, AdminGate } from '../parts/adminGate';
import { AskManager } from '../parts/askManager';
import { ReasonSheet } from '../parts/reasonSheet';
import { SearchBox } from '../parts/searchBox';
import { ApplicantList } from './applicantList';
import { DecisionBar } from './decisionBar';
import { PersonSheet } from './personSheet';
import { type Filter, type Looked, useApprovals } from './useApprovals';
import './index.scss';

const STATES = (['pending', 'approved', 'rejected'] as const).map((value) => ({
  value,
  label: APPROVAL_STATES[value],
}));
const REASONS = ['非本单位人员', '姓名与身份证不符', '职称有误', '照片不符合要求', '信息不完整'] as const;

/** 人员信息审核 (manual 003 §五): those who wait, the first first; one, some, the page or all decided at once. */
export default function PendingPage() {
  return <AdminGate>{(admin) => <Pending admin={admin} />}</AdminGate>;
}

function Pending({ admin }: { admin: Admin }) {
  const [state, setState] = useState<Filter['state']>('pending');
  const [typed, setTyped] = useState('');
  const q = useDebounced(typed.trim());
  const approvals = useApprovals({ state, q });
  const { pages, decide } = approvals;
  const [opened, setOpened] = useState<string | null>(null);
  const [rejecting, setRejecting] = useState<{ one?: Looked } | null>(null);
  usePullDownRefresh(() => {
    void pages.reload().finally(() => Taro.stopPullDownRefresh());
  });
  const mayDecide = admin.may('approveLearners');
  const hasWaiting = pages.items?.some((row) => row.state === 'pending') ?? false;
  const count = rejecting?.one ? 1 : approvals.selected.length;
  return (
    <Page
      className="pending"
      footer={
        mayDecide && hasWaiting ? (
          <DecisionBar approvals={approvals} onReject={() => setRejecting({})} />
        ) : undefined
      }
    >
      <SearchBox value={typed} onChange={setTyped} />
      <View className="filter-line">
        <Chips
          isLine
          options={[...STATES, { value: 'all', label: '全部' }]}
          value={state}
          onChange={setState}
        />
      </View>
      {mayDecide ? null : <AskManager permission="approveLearners" />}
      {approvals.report ? (
        <View className="pending__report">
          <Notice tone="waiting" id="report">
            {approvals.report}
          </Notice>
        </View>
      ) : null}
      {pages.items ? (
        <ApplicantList
          approvals={approvals}
          filter={{ state, q }}
          mayDecide={mayDecide}
          onOpen={setOpened}
          onClear={() => setTyped('')}
        />
      ) : pages.error ? (
        <ErrorState error={pages.error} onRetry={pages.reload} />
      ) : (
        <Skeleton cards={4} lines={2} />
      )}
      <PersonSheet
        learnerId={opened}
        admin={admin}
        onClose={() => setOpened(null)}
        onApprove={async (one) => {
          await decide('approve', { one });
          setOpened(null);
        }}
        onReject={(one) => setRejecting({ one })}
      />
      <ReasonSheet
        isOpen={rejecting !== null}
        title={`审核不通过 ${count} 人`}
        reasons={REASONS}
        action={`确定不通过 ${count} 人`}
        onClose={() => setRejecting(null)}
        onDecide={async (reason) => {
          await decide('reject', { reason, one: rejecting?.one });
          setRejecting(null);
          setOpened(null);
        }}
      />
    </Page>
  );
}

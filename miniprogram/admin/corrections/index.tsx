import { REQUEST_STATES, type RequestState } from '@common/terms';
import { View } from '@tarojs/components';
import Taro, { usePullDownRefresh } from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Chips } from '@/components/chips/chips';
import { Empty } from '@/components/empty/empty';
import { ErrorState } from '@/components/error-state/errorState';
import { Page } from '@/components/page/page';
import { Skeleton } from '@/components/skeleton/skeleton';
import { usePages } from '@/hooks/usePages';
import { ask, tell } from '@/services/feedback';
import { api } from '@/services/session';
import { type Admin, AdminGate } from '../parts/adminGate';
import { AskManager } from '../parts/askManager';
import { ReasonSheet } from '../parts/reasonSheet';
import { CorrectionCard, type CorrectionRow, wordsOfChange } from './correctionCard';
import './index.scss';

const STATES = (Object.keys(REQUEST_STATES) as RequestState[]).map((value) => ({
  value,
  label: REQUEST_STATES[value],
}));
const REASONS = ['证明材料看不清', '证明与申请不符', '尚未聘任', '姓名与身份证不符'] as const;

/** 职称变更 and 姓名更正 that approved learners ask for, with their proof. */
export default function CorrectionsPage() {
  return (
    <Page className="corrections">
      <AdminGate>{(admin) => <Corrections admin={admin} />}</AdminGate>
    </Page>
  );
}

function Corrections({ admin }: { admin: Admin }) {
  const [state, setState] = useState<RequestState>('waiting');
  const [refusing, setRefusing] = useState<CorrectionRow | null>(null);
  const pages = usePages((page, pageSize) => api.learners.listCorrections({ state, page, pageSize }), state);
  usePullDownRefresh(() => {
    void pages.reload().finally(() => Taro.stopPullDownRefresh());
  });
  const mayDecide = admin.may('approveLearners');
  const decide = async (row: CorrectionRow, decision: 'accept' | 'refuse', reason?: string) => {
    await api.learners
      .decideCorrection({ correctionId: row.id, decision, reason })
      .catch((error: unknown) => {
        // A colleague decided it meanwhile: what stands is shown instead.
        void pages.reload();
        throw error;
      });
    tell(decision === 'accept' ? '已通过，资料已更新' : '已退回');
    pages.remove([row.id]);
  };
  const accept = async (row: CorrectionRow) => {
    if (await ask('通过更正', `${row.name}：${wordsOfChange(row)}，通过后立即生效。`, '通过')) {
      await decide(row, 'accept');
    }
  };
  return (
    <>
      <View className="corrections__states">
        <Chips options={STATES} value={state} onChange={setState} />
      </View>
      {mayDecide ? null : <AskManager permission="approveLearners" />}
      {pages.items ? (
        <>
          {pages.items.map((row) => (
            <CorrectionCard
              key={row.id}
              row={row}
              mayDecide={mayDecide}
              onAccept={() => accept(row)}
              onRefuse={() => setRefusing(row)}
            />
          ))}
          {pages.hasMore ? (
            <Button kind="secondary" onPress={pages.more}>
              加载更多
            </Button>
          ) : null}
          {pages.items.length === 0 ? (
            <Empty
              icon="check"
              title={state === 'waiting' ? '没有待处理的申请' : '没有这种状态的申请'}
              detail="人员在“我的资料”中申请职称变更或姓名更正后，显示在这里"
            />
          ) : null}
        </>
      ) : pages.error ? (
        <ErrorState error={pages.error} onRetry={pages.reload} />
      ) : (
        <Skeleton cards={3} />
      )}
      <ReasonSheet
        isOpen={refusing !== null}
        title={`不通过：${refusing?.name ?? ''}`}
        reasons={REASONS}
        action="确定不通过"
        onClose={() => setRefusing(null)}
        onDecide={async (reason) => {
          const row = refusing;
          if (row) {
            await decide(row, 'refuse', reason);
          }
          setRefusing(null);
        }}
      />
    </>
  );
}

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
import { api } from '@/services/session';
import { type Admin, AdminGate } from '../parts/adminGate';
import { AskManager } from '../parts/askManager';
import { AdmitSheet } from './admitSheet';
import { ReleaseSheet } from './releaseSheet';
import { TransferCard } from './transferCard';
import { type Order, useOrders } from './useOrders';
import './index.scss';

const VIEWS = [
  { value: 'open', label: '待处理' },
  { value: 'closed', label: '已完成' },
  { value: 'all', label: '全部' },
] as const;

/** 人员调动 (manual 003 §六): the old unit releases, then the new one admits. Credits follow the person. */
export default function TransfersPage() {
  return (
    <Page className="transfers">
      <AdminGate>{(admin) => <Transfers admin={admin} />}</AdminGate>
    </Page>
  );
}

function Transfers({ admin }: { admin: Admin }) {
  const [view, setView] = useState<(typeof VIEWS)[number]['value']>('open');
  const [order, setOrder] = useState<Order | null>(null);
  const pages = usePages(
    (page, pageSize) => api.transfers.listTransfers({ open: view, page, pageSize }),
    view,
  );
  usePullDownRefresh(() => {
    void pages.reload().finally(() => Taro.stopPullDownRefresh());
  });
  const close = () => setOrder(null);
  const orders = useOrders({ onDone: pages.reload, setOrder });
  const mayChange = admin.may('approveLearners');
  return (
    <>
      {mayChange ? (
        <View className="row transfers__ways">
          <Button id="go-release" kind="secondary" onPress={() => setOrder({ kind: 'release' })}>
            调出人员
          </Button>
          <Button id="go-admit" kind="secondary" onPress={() => setOrder({ kind: 'admit' })}>
            调入人员
          </Button>
        </View>
      ) : (
        <AskManager permission="approveLearners" />
      )}
      <View className="transfers__intro">须原单位先调出，现单位才能调入。调动不影响人员已获得的学分。</View>
      <Chips options={VIEWS} value={view} onChange={setView} />
      <View className="gap-s">
        {pages.items ? (
          <>
            {pages.items.map((row) => (
              <TransferCard key={row.id} row={row} orders={mayChange ? orders : null} />
            ))}
            {pages.hasMore ? (
              <Button kind="secondary" onPress={pages.more}>
                加载更多
              </Button>
            ) : null}
            {pages.items.length === 0 ? (
              <Empty
                icon="switch"
                title={view === 'open' ? '没有待处理的调动' : '还没有调动记录'}
                detail="有人申请调动，或者原单位办理调出后，显示在这里"
              />
            ) : null}
          </>
        ) : pages.error ? (
          <ErrorState error={pages.error} onRetry={pages.reload} />
        ) : (
          <Skeleton cards={3} />
        )}
      </View>
      <ReleaseSheet isOpen={order?.kind === 'release'} onClose={close} onRelease={orders.release} />
      <AdmitSheet
        isOpen={order?.kind === 'admit'}
        row={order?.kind === 'admit' ? order.row : undefined}
        onClose={close}
        onAdmit={orders.admit}
      />
      {orders.sheet}
    </>
  );
}

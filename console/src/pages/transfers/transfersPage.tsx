import type { TransferRow } from '@common/contract/transfers';
import { App, Segmented } from 'antd';
import { useState } from 'react';
import { client } from '../../api/session';
import { ListTable } from '../../components/listTable';
import { PageHeader } from '../../components/pageHeader';
import { ReasonModal } from '../../components/reasonModal';
import { useAction } from '../../hooks/useAction';
import { oneOf, useAddress } from '../../hooks/useAddress';
import { useLoad } from '../../hooks/useLoad';
import { refreshCounts } from '../../layout/counts';
import { AdmitModal, type Admitting } from './admitModal';
import { InPanel } from './inPanel';
import { OutPanel } from './outPanel';
import { ReleaseModal } from './releaseModal';
import { cancelWord, transferColumns } from './transferColumns';
import { TransfersEmpty } from './transfersEmpty';
import { TAB_CODES, TABS } from './transferView';
import './transfers.css';

/** 人员调动 (manual 003 §六): the old unit releases, then the new one admits; credits follow the person. */
export default function TransfersPage() {
  const { message } = App.useApp();
  const [filters, setFilters] = useAddress({ tab: 'open', page: 1, pageSize: 20 });
  const tab = oneOf(TAB_CODES, filters.tab);
  const { page, pageSize } = filters;
  const list = useLoad(
    () => client.transfers.listTransfers({ ...TABS[tab].query, page, pageSize }),
    [filters],
  );
  const [releasing, setReleasing] = useState<TransferRow | null>(null);
  const [admitting, setAdmitting] = useState<Admitting | null>(null);
  const [cancelling, setCancelling] = useState<TransferRow | null>(null);
  const onDone = () => {
    list.reload();
    void refreshCounts('unit');
  };
  const cancel = useAction(
    async (row: TransferRow, reason: string) => {
      await client.transfers.cancelTransfer({ transferId: row.id, reason });
      message.success(`${row.name}：${row.state === 'requested' ? '已答复不同意' : '已撤回调出'}`);
      setCancelling(null);
      onDone();
    },
    (error) => {
      if (error.code !== 'TRANSFER_CLOSED') {
        return false;
      }
      message.warning(error.message);
      setCancelling(null);
      onDone();
      return true;
    },
  );
  const move = (row: TransferRow, what: TransferRow['can'][number]) => {
    if (what === 'release') {
      setReleasing(row);
    } else if (what === 'admit') {
      const person = { ...row, personnelNo: null };
      setAdmitting({ by: { transferId: row.id }, person, fromUnitName: row.fromUnitName });
    } else {
      setCancelling(row);
    }
  };

  return (
    <>
      <PageHeader
        title="调动管理"
        note="原单位先调出，现单位才能调入。学分随人转移，不受调动影响。"
        extra={
          <Segmented
            size="large"
            options={TAB_CODES.map((value) => ({ value, label: TABS[value].label }))}
            value={tab}
            onChange={(value) => setFilters({ tab: value, page: 1 })}
          />
        }
      />
      {tab === 'out' && <OutPanel onDone={onDone} />}
      {tab === 'in' && <InPanel onDone={onDone} />}
      <section className="card">
        <ListTable
          load={list}
          rowKey="id"
          unit="项"
          scroll={{ x: 1060 }}
          columns={transferColumns({ busy: cancel.busy, onMove: move })}
          onPage={(nextPage, nextSize) => setFilters({ page: nextPage, pageSize: nextSize })}
          empty={<TransfersEmpty tab={tab} onTab={(to) => setFilters({ tab: to, page: 1 })} />}
        />
      </section>
      <ReleaseModal person={releasing} onClose={() => setReleasing(null)} onDone={onDone} />
      <AdmitModal admitting={admitting} onClose={() => setAdmitting(null)} onDone={onDone} />
      <ReasonModal
        open={cancelling !== null}
        title={cancelling ? `${cancelWord(cancelling)}：${cancelling.name}` : ''}
        hint={
          cancelling?.state === 'requested'
            ? '学员会看到这个原因，调动申请随即结束，人员仍在原单位。'
            : '撤回后人员仍在本单位，现单位不能再调入；需要时可以重新调出。'
        }
        words={
          cancelling?.state === 'requested'
            ? ['请先办理人事手续', '单位选择有误', '本单位暂不接收']
            : ['人员选择有误', '调入单位有误', '调动未成']
        }
        placeholder="补充说明"
        okText={cancelling ? cancelWord(cancelling) : ''}
        isOptional={cancelling?.state === 'released'}
        busy={cancel.busy}
        onCancel={() => setCancelling(null)}
        onOk={(reason) => cancelling && cancel.run(cancelling, reason)}
      />
    </>
  );
}

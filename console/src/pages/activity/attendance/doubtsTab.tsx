import type { DoubtRow } from '@common/contract/attendance';
import { DOUBT_KINDS } from '@common/terms';
import { App, Button, Pagination, Segmented, Tag } from 'antd';
import { useState } from 'react';
import { client } from '../../../api/session';
import { Loaded } from '../../../components/loaded';
import { ReasonModal } from '../../../components/reasonModal';
import { EmptyState } from '../../../components/states';
import { TableSkeleton } from '../../../components/tableSkeleton';
import { scrollToTop } from '../../../hooks/scrollToTop';
import { useAction } from '../../../hooks/useAction';
import { idOf, oneOf, useAddress } from '../../../hooks/useAddress';
import { useLoad } from '../../../hooks/useLoad';
import type { TabProps } from './attendanceTabs';
import { DoubtCard } from './doubtCard';

type Only = 'open' | 'all';
const ONLY: [Only, ...Only[]] = ['open', 'all'];
const OPTIONS = [
  { value: 'open', label: '待核实' },
  { value: 'all', label: '全部' },
];
const REASONS = ['已在现场核对本人', '借用同事手机，本人在场', '定位有误，本人在场'];
const PAGE = 20;

/** What is about to be cleared, of whom. */
interface Clearing {
  row: DoubtRow;
  kind: DoubtRow['doubts'][number]['kind'];
}

/** 疑点: what speaks against an attendance, with its evidence. Nobody is refused for one; people decide. */
export default function DoubtsTab({ activity, onChange }: TabProps) {
  const { message } = App.useApp();
  const activityId = activity.id;
  const [filters, setFilters] = useAddress({ only: 'open', learnerId: '', page: 1 });
  const only = oneOf(ONLY, filters.only);
  const { page } = filters;
  const learnerId = idOf(filters.learnerId);
  const list = useLoad(
    () => client.attendance.listDoubts({ activityId, only, learnerId, page, pageSize: PAGE }),
    [activityId, filters],
  );
  const [clearing, setClearing] = useState<Clearing | null>(null);
  const clear = useAction(async ({ row, kind }: Clearing, reason: string) => {
    await client.attendance.clearDoubt({ activityId, learnerId: row.learnerId, kind, reason });
    message.success(`${row.name}：已排除疑点“${DOUBT_KINDS[kind]}”`);
    setClearing(null);
    const isLast = only === 'open' && list.data?.items.length === 1 && row.doubts.length === 1;
    if (isLast && page > 1) {
      setFilters({ page: page - 1 });
    } else {
      list.reload();
    }
    onChange();
  });

  return (
    <>
      <section className="card doubts-bar">
        <div className="filter-bar">
          <Segmented
            options={OPTIONS}
            value={only}
            onChange={(value) => setFilters({ only: value, page: 1 })}
          />
          {learnerId && (
            <Tag
              closable={{ 'aria-label': '不再只看此人' }}
              onClose={() => setFilters({ learnerId: '', page: 1 })}
            >
              只看{list.data?.items[0]?.name ?? '一人'}
            </Tag>
          )}
          <span className="soft">疑点不影响签到，由管理员核实；授分时不会默认选中有疑点的人员。</span>
        </div>
      </section>
      <Loaded
        load={list}
        skeleton={
          <section className="card">
            <TableSkeleton />
          </section>
        }
      >
        {({ items, total }) =>
          items.length === 0 ? (
            <section className="card">
              <DoubtsEmpty
                isNarrowed={only === 'open' || Boolean(learnerId)}
                onShowAll={() => setFilters({ only: 'all', learnerId: '', page: 1 })}
              />
            </section>
          ) : (
            <div className="doubts" aria-busy={list.loading}>
              {items.map((row) => (
                <DoubtCard
                  key={row.learnerId}
                  activityId={activityId}
                  row={row}
                  onClear={(kind) => setClearing({ row, kind })}
                />
              ))}
              {total > PAGE && (
                <Pagination
                  current={page}
                  pageSize={PAGE}
                  total={total}
                  showSizeChanger={false}
                  showTotal={(count) => `共 ${count} 人`}
                  onChange={(next) => {
                    setFilters({ page: next });
                    scrollToTop();
                  }}
                />
              )}
            </div>
          )
        }
      </Loaded>
      <ReasonModal
        open={clearing !== null}
        title={clearing ? `排除疑点：${clearing.row.name}，${DOUBT_KINDS[clearing.kind]}` : ''}
        hint="请写明核实情况，会与您的姓名一起留存；以后又有新的记录时，疑点会重新出现。"
        words={REASONS}
        placeholder="补充说明"
        okText="排除疑点"
        busy={clear.busy}
        onCancel={() => setClearing(null)}
        onOk={(reason) => clearing && clear.run(clearing, reason)}
      />
    </>
  );
}

function DoubtsEmpty({ isNarrowed, onShowAll }: { isNarrowed: boolean; onShowAll: () => void }) {
  return (
    <EmptyState
      icon="shield"
      title={isNarrowed ? '没有待核实的疑点' : '没有发现疑点'}
      hint="同一手机为多人签到、同一时段在两处签到、点名未应答等情况会列在这里，并附依据"
      action={isNarrowed && <Button onClick={onShowAll}>查看全部疑点</Button>}
    />
  );
}

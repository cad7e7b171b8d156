import type { CreditingPerson, CreditingView } from '@common/contract/crediting';
import { App, Button, Segmented } from 'antd';
import { useState } from 'react';
import { client } from '../../api/session';
import { BatchBar } from '../../components/batchBar';
import { Guarded } from '../../components/guarded';
import { ListTable } from '../../components/listTable';
import { ReasonModal } from '../../components/reasonModal';
import { SearchBox } from '../../components/searchBox';
import { EmptyState } from '../../components/states';
import { useAction } from '../../hooks/useAction';
import { oneOf, useAddress } from '../../hooks/useAddress';
import { useLoad } from '../../hooks/useLoad';
import { personColumns } from './personColumns';

type Show = 'granted' | 'doubted' | 'excepted' | 'revoked';
const SHOWS: [Show, ...Show[]] = ['granted', 'doubted', 'excepted', 'revoked'];
const LABELS: Record<Show, string> = {
  granted: '已授分',
  doubted: '有疑点',
  excepted: '取消有效',
  revoked: '已撤销',
};
const WORDS = ['代签', '没有实际参加', '授分有误'];

interface Props {
  view: CreditingView;
  isUnit: boolean;
  onChange: () => void;
}

/** 授分人员: with what each was there and had done, and why some got nothing; credits can be revoked here. */
export function PersonsCard({ view, isUnit, onChange }: Props) {
  const { message } = App.useApp();
  const creditingId = view.id;
  const [filters, setFilters] = useAddress({ show: 'granted', q: '', page: 1, pageSize: 20 });
  const show = oneOf(SHOWS, filters.show);
  const { page, pageSize } = filters;
  const q = filters.q.slice(0, 30) || undefined;
  const list = useLoad(
    () => client.crediting.creditingPersons({ creditingId, show, q, page, pageSize }),
    [creditingId, view.state, view.persons, show, q, page, pageSize],
  );
  const [chosen, setChosen] = useState<CreditingPerson[]>([]);
  const [isAsking, setAsking] = useState(false);
  const download = useAction(async () => {
    const file = await client.crediting.exportCrediting({ creditingId });
    await file.save();
  });
  const revoke = useAction(async (reason: string) => {
    const wanted = { creditingId, learnerIds: chosen.map(({ learnerId }) => learnerId), reason };
    const { revoked, skipped } = await (isUnit
      ? client.crediting.revoke(wanted)
      : client.crediting.revokeReviewed(wanted));
    message.success(
      skipped > 0 ? `已撤销${revoked}人的学分，另有${skipped}人此前已撤销` : `已撤销${revoked}人的学分`,
    );
    setAsking(false);
    setChosen([]);
    list.reload();
    onChange();
  });
  const change = (some: Partial<typeof filters>) => {
    setChosen([]);
    setFilters({ ...some, page: 1 });
  };
  const mayRevoke = view.can.includes('revoke') && (show === 'granted' || show === 'doubted');
  return (
    <>
      <section className="card" aria-label="授分人员">
        <div className="card__head">
          <h2>授分人员</h2>
          <Button loading={download.busy} onClick={() => download.run()}>
            导出Excel
          </Button>
        </div>
        <div className="filter-bar">
          <Segmented
            value={show}
            options={SHOWS.map((value) => ({ value, label: LABELS[value] }))}
            onChange={(value) => change({ show: value })}
          />
          <div className="filter-bar__end">
            <SearchBox
              value={filters.q}
              placeholder="姓名或人员编号"
              onSearch={(text) => change({ q: text })}
            />
          </div>
        </div>
        <ListTable
          load={list}
          rowKey="learnerId"
          unit="人"
          isDense
          columns={personColumns(view, show)}
          onPage={(next, size) => setFilters({ page: next, pageSize: size })}
          rowSelection={
            mayRevoke
              ? {
                  selectedRowKeys: chosen.map(({ learnerId }) => learnerId),
                  preserveSelectedRowKeys: true,
                  columnWidth: 44,
                  onChange: (_, rows) => setChosen(rows),
                  getTitleCheckboxProps: () => ({ 'aria-label': '本页全选' }),
                  getCheckboxProps: (row) => ({ 'aria-label': `选择${row.name}` }),
                }
              : undefined
          }
          empty={
            <EmptyState
              isSmall
              icon="people"
              title={q ? '没有找到这个人' : `没有${LABELS[show]}的人员`}
              hint={q ? '换一个姓名或人员编号' : '其他人员在另外几项中查看'}
              action={q && <Button onClick={() => change({ q: '' })}>清除查询</Button>}
            />
          }
        />
      </section>
      <BatchBar count={chosen.length} onClear={() => setChosen([])}>
        <Guarded permission={isUnit ? 'credit' : 'review'}>
          <Button danger onClick={() => setAsking(true)}>
            撤销学分
          </Button>
        </Guarded>
      </BatchBar>
      <ReasonModal
        open={isAsking}
        title={`撤销${chosen.length}人的学分？`}
        hint={
          view.state === 'approved'
            ? '记一笔冲销，原记录不改；已发的电子学分证书随之作废，学员会收到通知并看到原因。'
            : '记一笔冲销，原记录不改；学员会收到通知并看到原因。撤销后可以重新授分。'
        }
        words={WORDS}
        placeholder="补充说明，学员和举办单位都会看到"
        okText="撤销学分"
        busy={revoke.busy}
        onCancel={() => setAsking(false)}
        onOk={revoke.run}
      />
    </>
  );
}

import type { WindowRow } from '@common/contract/applications';
import { dayOf, yearOf } from '@common/rules/shanghaiTime';
import { PROJECT_LEVELS, WINDOW_KINDS } from '@common/terms';
import { App, Button, Select, Skeleton, Table } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { client, useMe } from '../../api/session';
import { Guarded } from '../../components/guarded';
import { Loaded } from '../../components/loaded';
import { PageHeader } from '../../components/pageHeader';
import { EmptyState } from '../../components/states';
import { useAction } from '../../hooks/useAction';
import { useAddress } from '../../hooks/useAddress';
import { useLoad } from '../../hooks/useLoad';
import { levelOfAuthority } from './levelOfAuthority';
import { OpenWindow } from './openWindow';
import { windowColumns } from './windowColumns';
import { WindowModal } from './windowModal';
import './windows.css';

/** 申报时间 (manual 001 §二): what may be applied for now and until when; an authority sets it for its region. */
export default function WindowsPage() {
  const me = useMe();
  const { message, modal } = App.useApp();
  const isAuthority = me.authority !== null;
  const [filters, setFilters] = useAddress({ year: 0 });
  const list = useLoad(() => client.applications.listWindows({ year: filters.year || undefined }), [filters]);
  const [editing, setEditing] = useState<WindowRow | 'new' | null>(null);
  const today = dayOf(Date.now());

  const remove = useAction(async (row: WindowRow) => {
    await client.applications.removeWindow({ windowId: row.id });
    message.success('已删除');
    list.reload();
  });
  const askToRemove = (row: WindowRow) =>
    modal.confirm({
      title: `删除${row.year}年${PROJECT_LEVELS[row.level]}项目的${WINDOW_KINDS[row.kind]}？`,
      content: '删除后，本辖区的单位不能按这个时间申报；已经上报的不受影响。',
      okText: '删除',
      okButtonProps: { danger: true },
      cancelText: '取消',
      icon: null,
      onOk: () => void remove.run(row),
    });

  const thisYear = yearOf(Date.now());
  const set = (
    <Guarded permission="approveProjects">
      <Button type="primary" onClick={() => setEditing('new')}>
        设置申报时间
      </Button>
    </Guarded>
  );
  return (
    <>
      <PageHeader
        title="申报时间"
        note={
          isAuthority
            ? '设置后，本辖区的单位在时间内才能申报新项目或备案；本页也显示上级部门设置的时间。'
            : '上级卫生行政部门设置的申报时间和备案时间。不在时间内不能申报或备案。'
        }
        extra={
          <>
            <Select
              className="filter-bar__select"
              aria-label="项目年份"
              value={filters.year}
              options={[
                { value: 0, label: '全部年份' },
                ...[thisYear + 1, thisYear, thisYear - 1, thisYear - 2].map((value) => ({
                  value,
                  label: `${value}年`,
                })),
              ]}
              onChange={(year) => setFilters({ year })}
            />
            {isAuthority && set}
          </>
        }
      />
      <Loaded load={list} skeleton={<Skeleton active className="card pad" paragraph={{ rows: 8 }} />}>
        {({ items }) =>
          items.length === 0 ? (
            <section className="card">
              <EmptyState
                icon="calendar"
                title={filters.year ? `${filters.year}年还没有设置申报时间` : '还没有设置申报时间'}
                hint={
                  isAuthority
                    ? '设置申报时间和备案时间后，辖区内的单位就能看到，并在时间内申报'
                    : '上级卫生行政部门设置后会出现在这里，需要了解安排请咨询上级部门'
                }
                action={
                  filters.year ? (
                    <Button onClick={() => setFilters({ year: 0 })}>查看全部年份</Button>
                  ) : (
                    isAuthority && set
                  )
                }
              />
            </section>
          ) : (
            <>
              <Open
                items={items}
                today={today}
                isAuthority={isAuthority}
                busy={remove.busy}
                onEdit={setEditing}
                onRemove={askToRemove}
              />
              {yearsOf(items.filter(isClosed)).map((year) => (
                <section key={year} className="card windows-year">
                  <div className="card__head">
                    <h2>{year}年未开始和已结束的</h2>
                  </div>
                  <Table<WindowRow>
                    className="list-table"
                    rowKey="id"
                    pagination={false}
                    dataSource={items.filter((row) => isClosed(row) && row.year === year)}
                    columns={windowColumns({
                      today,
                      busy: remove.busy,
                      onEdit: setEditing,
                      onRemove: askToRemove,
                    }).filter(({ key }) => isAuthority || key !== 'actions')}
                  />
                </section>
              ))}
            </>
          )
        }
      </Loaded>
      {isAuthority && (
        <WindowModal
          subject={editing}
          authority={levelOfAuthority(me.authority?.code ?? '')}
          onClose={() => setEditing(null)}
          onSaved={list.reload}
        />
      )}
    </>
  );
}

const isClosed = ({ state }: WindowRow) => state !== 'open';
const yearsOf = (items: WindowRow[]) => [...new Set(items.map(({ year }) => year))].sort((a, b) => b - a);

interface OpenProps {
  items: WindowRow[];
  today: string;
  isAuthority: boolean;
  busy: boolean;
  onEdit: (row: WindowRow) => void;
  onRemove: (row: WindowRow) => void;
}

/** Those that are open now, each with the way on. */
function Open({ items, today, isAuthority, busy, onEdit, onRemove }: OpenProps) {
  const open = items.filter(({ state }) => state === 'open');
  if (open.length === 0) {
    return null;
  }
  return (
    <section className="open-windows" aria-label="正在开放">
      {open.map((row) => (
        <OpenWindow key={row.id} window={row} today={today}>
          {isAuthority ? (
            row.isOwn && (
              <>
                <Guarded permission="approveProjects">
                  <Button disabled={busy} onClick={() => onEdit(row)}>
                    修改
                  </Button>
                </Guarded>
                <Guarded permission="approveProjects">
                  <Button danger disabled={busy} onClick={() => onRemove(row)}>
                    删除
                  </Button>
                </Guarded>
              </>
            )
          ) : (
            <Link to={`/applications?begin=${row.kind}&window=${row.id}`}>
              <Button type="primary">{row.kind === 'application' ? '申报新项目' : '项目备案'}</Button>
            </Link>
          )}
        </OpenWindow>
      ))}
    </section>
  );
}

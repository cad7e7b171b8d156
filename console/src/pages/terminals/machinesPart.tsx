import type { TerminalRow } from '@common/contract/terminals';
import { App, Button } from 'antd';
import { useState } from 'react';
import { client } from '../../api/session';
import { Guarded } from '../../components/guarded';
import { ListTable } from '../../components/listTable';
import { EmptyState } from '../../components/states';
import { showDateTime } from '../../format';
import { useAction } from '../../hooks/useAction';
import { useLoad } from '../../hooks/useLoad';
import { AddMachineModal } from './addMachineModal';
import { skewWords } from './terminalClock';

export interface Filters {
  q: string;
  page: number;
  pageSize: number;
}
interface Props {
  filters: Filters;
  onFilter: (some: Partial<Filters>) => void;
}

/** 考勤机 of the unit: what each is called, when it last brought swipes, and how right its clock is. */
export function MachinesPart({ filters: { page, pageSize }, onFilter }: Props) {
  const { modal, message } = App.useApp();
  const list = useLoad(() => client.terminals.listTerminals({ page, pageSize }), [page, pageSize]);
  const [isAdding, setAdding] = useState(false);
  const add = (
    <Guarded permission="holdActivities">
      <Button type="primary" onClick={() => setAdding(true)}>
        登记考勤机
      </Button>
    </Guarded>
  );
  const removal = useAction(async (terminalId: string, name: string) => {
    await client.terminals.removeTerminal({ terminalId });
    message.success(`“${name}”已停用`);
    list.reload();
  });
  const remove = ({ id, name }: TerminalRow) =>
    modal.confirm({
      title: `停用“${name}”？`,
      content: '停用后不能再上传它的刷卡记录；已上传的考勤不变。重新登记会得到新的编号。',
      icon: null,
      okText: '停用',
      okButtonProps: { danger: true },
      onOk: () => removal.run(id, name),
    });
  const isNone = list.data?.total === 0;
  return (
    <section className="card">
      {!isNone && (
        <div className="filter-bar">
          <span className="soft">编号要写进考勤机导出的文件，用来区分是哪一台</span>
          <div className="filter-bar__end">{add}</div>
        </div>
      )}
      <ListTable
        load={list}
        rowKey="id"
        unit="台"
        columns={[
          { title: '编号', dataIndex: 'code', width: 120, className: 'mono cell-main' },
          { title: '名称', dataIndex: 'name', ellipsis: true },
          {
            title: '最近上传',
            dataIndex: 'lastUploadAt',
            width: 180,
            className: 'mono nowrap',
            render: (at: string | null) => (at ? showDateTime(at) : '还没有'),
          },
          {
            title: '上传时的时钟',
            dataIndex: 'skewSeconds',
            width: 150,
            render: (seconds: number | null) => (seconds === null ? '—' : skewWords(seconds)),
          },
          {
            title: '操作',
            key: 'actions',
            width: 90,
            render: (_, row) => (
              <Guarded permission="holdActivities">
                <Button type="link" danger onClick={() => remove(row)}>
                  停用
                </Button>
              </Guarded>
            ),
          },
        ]}
        onPage={(nextPage, nextSize) => onFilter({ page: nextPage, pageSize: nextSize })}
        empty={
          <EmptyState
            icon="device"
            title="还没有登记考勤机"
            hint="用刷卡考勤机（如MBOX900）考勤的，先登记考勤机，再给学员发IC卡；只用二维码的不需要"
            action={add}
          />
        }
      />
      <AddMachineModal
        open={isAdding}
        onClose={() => setAdding(false)}
        onAdded={() => {
          setAdding(false);
          list.reload();
        }}
      />
    </section>
  );
}

import type { CardRow } from '@common/contract/terminals';
import { App, Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { client } from '../../api/session';
import { Guarded } from '../../components/guarded';
import { ListTable } from '../../components/listTable';
import { SearchBox } from '../../components/searchBox';
import { EmptyState } from '../../components/states';
import { showDateTime } from '../../format';
import { useAction } from '../../hooks/useAction';
import { useLoad } from '../../hooks/useLoad';
import { BindCardModal } from './bindCardModal';
import type { Filters } from './machinesPart';

interface Props {
  filters: Filters;
  onFilter: (some: Partial<Filters>) => void;
}

/** IC卡发放: who of the unit has which card. */
export function CardsPart({ filters: { q, page, pageSize }, onFilter }: Props) {
  const { modal, message } = App.useApp();
  const list = useLoad(() => client.terminals.listCards({ q, page, pageSize }), [q, page, pageSize]);
  const [isBinding, setBinding] = useState(false);
  const bind = (
    <Guarded permission="approveLearners">
      <Button type="primary" onClick={() => setBinding(true)}>
        发卡
      </Button>
    </Guarded>
  );
  const unbinding = useAction(async (cardId: string, name: string) => {
    await client.terminals.unbindCard({ cardId });
    message.success(`${name}的IC卡已失效`);
    list.reload();
  });
  const unbind = ({ id, name, cardNo }: CardRow) =>
    modal.confirm({
      title: `挂失或收回${name}的IC卡？`,
      content: `卡号 ${cardNo} 从现在起刷卡无效，此前的刷卡仍然有效；卡可以再发给他人。`,
      icon: null,
      okText: '挂失或收回',
      okButtonProps: { danger: true },
      onOk: () => unbinding.run(id, name),
    });
  return (
    <section className="card">
      <div className="filter-bar">
        <SearchBox
          value={q}
          placeholder="姓名、人员编号或卡号"
          onSearch={(text) => onFilter({ q: text, page: 1 })}
        />
        <div className="filter-bar__end">{bind}</div>
      </div>
      <ListTable
        load={list}
        rowKey="id"
        unit="张"
        columns={[
          {
            title: '姓名',
            dataIndex: 'name',
            width: 130,
            className: 'cell-main',
            render: (name: string, { learnerId }) => <Link to={`/learners/${learnerId}`}>{name}</Link>,
          },
          { title: '人员编号', dataIndex: 'personnelNo', width: 140, className: 'mono' },
          { title: '科室', dataIndex: 'department', ellipsis: true, render: (name) => name || '—' },
          { title: '卡号', dataIndex: 'cardNo', width: 200, className: 'mono' },
          {
            title: '发卡时间',
            dataIndex: 'boundAt',
            width: 170,
            className: 'mono nowrap',
            render: (at: string) => showDateTime(at),
          },
          {
            title: '操作',
            key: 'actions',
            width: 130,
            render: (_, row) => (
              <Guarded permission="approveLearners">
                <Button type="link" danger onClick={() => unbind(row)}>
                  挂失或收回
                </Button>
              </Guarded>
            ),
          },
        ]}
        onPage={(nextPage, nextSize) => onFilter({ page: nextPage, pageSize: nextSize })}
        empty={
          q ? (
            <EmptyState
              title="没有找到IC卡"
              hint="核对姓名、人员编号或卡号；没有发卡的人员不在这里"
              action={<Button onClick={() => onFilter({ q: '', page: 1 })}>查看全部</Button>}
            />
          ) : (
            <EmptyState
              icon="key"
              title="还没有发IC卡"
              hint="用读卡器读出卡号，连同人员编号一起登记；一人一卡，补卡后旧卡失效"
              action={bind}
            />
          )
        }
      />
      <BindCardModal open={isBinding} onClose={() => setBinding(false)} onBound={list.reload} />
    </section>
  );
}

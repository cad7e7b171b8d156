import { codesOf, MESSAGE_KINDS, MESSAGE_STATES } from '@common/terms';
import { App, Button, Select } from 'antd';
import { useState } from 'react';
import { client } from '../../api/session';
import { BatchBar } from '../../components/batchBar';
import { DayPicker } from '../../components/dayPicker';
import { ListTable } from '../../components/listTable';
import { OperatorOnly } from '../../components/operatorOnly';
import { PageHeader } from '../../components/pageHeader';
import { EmptyState } from '../../components/states';
import { useAction } from '../../hooks/useAction';
import { useAddress } from '../../hooks/useAddress';
import { useLoad } from '../../hooks/useLoad';
import { usePermission } from '../../hooks/usePermission';
import { deliveryColumns } from './deliveryColumns';
import { DeliveryFigures } from './deliveryFigures';
import { asQuery, DEFAULTS, type DeliveryFilters } from './deliveryFilters';
import './deliveries.css';

/** As many as one request may name. */
const AT_ONCE = 200;
const optionsOf = <T extends Record<string, string>>(list: T) =>
  codesOf(list).map((value) => ({ value, label: list[value] }));

/** 消息投递: what became of the messages to learners, and sending again what failed. */
export default function DeliveriesPage() {
  const { modal, message } = App.useApp();
  const mayRetry = usePermission('manageAccount') === null;
  const [filters, setFilters] = useAddress(DEFAULTS);
  const query = asQuery(filters);
  const list = useLoad(() => client.messages.listDeliveries(query), [JSON.stringify(query)]);
  const [chosen, setChosen] = useState<string[]>([]);
  const [round, setRound] = useState(0);
  const isNarrowed = Boolean(query.state || query.kind || query.from || query.to);
  const change = (some: Partial<DeliveryFilters>) => {
    setChosen([]);
    setFilters({ ...some, page: 1 });
  };

  /** Without ids everything that failed. */
  const retry = useAction(async (ids?: string[]) => {
    let retried = 0;
    try {
      const parts = ids ? partsOf(ids) : [undefined];
      for (const part of parts) {
        retried += (await client.messages.retryDeliveries(part ? { ids: part } : {})).retried;
      }
      setChosen([]);
      message.success(retried > 0 ? `${retried}条消息已重新排队发送` : '没有需要重新发送的消息');
    } finally {
      list.reload();
      setRound((before) => before + 1);
    }
  });
  const ask = (title: string, okText: string, ids?: string[]) =>
    modal.confirm({
      title,
      content: '重新发送前请先解决失败的原因。已经收到的学员不会重复收到；免打扰时间内的，时间过后再发送。',
      okText,
      icon: null,
      onOk: () => retry.run(ids),
    });
  return (
    <>
      <PageHeader
        title="消息投递"
        note="发给学员的消息到了哪里。发送失败的，学员仍可在小程序“消息”中看到。"
        extra={
          <Button
            disabled={!mayRetry || list.error !== null}
            loading={retry.busy}
            onClick={() => ask('重新发送全部失败的消息？', '全部重新发送')}
          >
            重新发送全部失败的
          </Button>
        }
      />
      <OperatorOnly load={list}>
        <DeliveryFigures round={round} />
        <section className="card">
          <div className="filter-bar">
            <Select
              className="filter-bar__select"
              aria-label="状态"
              allowClear
              placeholder="全部状态"
              value={query.state ?? null}
              options={optionsOf(MESSAGE_STATES)}
              onChange={(state) => change({ state: state ?? '' })}
            />
            <Select
              className="filter-bar__select"
              aria-label="类别"
              allowClear
              placeholder="全部类别"
              value={query.kind ?? null}
              options={optionsOf(MESSAGE_KINDS)}
              onChange={(kind) => change({ kind: kind ?? '' })}
            />
            <span className="deliveries__days">
              <DayPicker
                label="从哪天"
                placeholder="开始日期"
                value={query.from ?? null}
                onChange={(day) => change({ from: day ?? '' })}
              />
              至
              <DayPicker
                label="到哪天"
                placeholder="结束日期"
                value={query.to ?? null}
                from={query.from ?? null}
                onChange={(day) => change({ to: day ?? '' })}
              />
            </span>
            {isNarrowed && (
              <Button type="text" onClick={() => change({ state: '', kind: '', from: '', to: '' })}>
                清除条件
              </Button>
            )}
          </div>
          <ListTable
            load={list}
            rowKey="id"
            unit="条"
            columns={deliveryColumns({
              mayRetry,
              busy: retry.busy,
              onRetry: (id) => ask('重新发送这条消息？', '重新发送', [id]),
            })}
            onPage={(page, pageSize) => setFilters({ page, pageSize })}
            rowSelection={{
              selectedRowKeys: chosen,
              preserveSelectedRowKeys: true,
              columnWidth: 44,
              onChange: (keys) => setChosen(keys.map(String)),
              getTitleCheckboxProps: () => ({ 'aria-label': '本页全选' }),
              getCheckboxProps: (row) => ({
                disabled: retry.busy || row.state !== 'failed',
                'aria-label': `选择给${row.learnerName}的消息`,
              }),
            }}
            empty={
              <EmptyState
                icon="check"
                title={isNarrowed ? '没有符合条件的消息' : '还没有发出过消息'}
                hint={isNarrowed ? '可以放宽日期，或换一个状态' : '学分变动、审核结果、上课提醒等会记在这里'}
                action={
                  isNarrowed && (
                    <Button onClick={() => change({ state: '', kind: '', from: '', to: '' })}>
                      查看全部
                    </Button>
                  )
                }
              />
            }
          />
        </section>
        <BatchBar count={chosen.length} unit="条" onClear={() => setChosen([])}>
          <Button
            type="primary"
            loading={retry.busy}
            onClick={() => ask(`重新发送所选的${chosen.length}条消息？`, '重新发送', chosen)}
          >
            重新发送
          </Button>
        </BatchBar>
      </OperatorOnly>
    </>
  );
}

function partsOf(ids: readonly string[]): string[][] {
  const parts: string[][] = [];
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    parts.push(ids.slice(from, from + AT_ONCE));
  }
  return parts;
}

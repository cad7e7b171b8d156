import type { StandardTable } from '@common/contract/standards';
import { NOTICE_STATES } from '@common/terms';
import { Button, type TableProps } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { client, useMe } from '../../api/session';
import { Guarded } from '../../components/guarded';
import { Icon } from '../../components/icon';
import { ListTable } from '../../components/listTable';
import { PageHeader } from '../../components/pageHeader';
import { NATION } from '../../components/public/region';
import { regionOfAuthority } from '../../components/region/regions';
import { EmptyState } from '../../components/states';
import { StatusTag } from '../../components/statusTag';
import { showDateTime } from '../../format';
import { useLoad } from '../../hooks/useLoad';
import { stateWords } from '../publishing-notices/noticeWords';
import { NewStandardModal } from './newStandardModal';
import './standards.css';

const COLUMNS: TableProps<StandardTable>['columns'] = [
  {
    title: '年度',
    key: 'year',
    width: 110,
    render: (_, { id, year }) => (
      <Link className="cell-main" to={`/publishing/standards/${id}`}>
        {year}年
      </Link>
    ),
  },
  {
    title: '依据',
    key: 'basis',
    render: (_, { basis }) =>
      basis ? <span className="clamp">{basis}</span> : <span className="faint">没有填写</span>,
  },
  { title: '行数', key: 'rows', width: 90, render: (_, { rows }) => `${rows.length}行` },
  {
    title: '状态',
    key: 'state',
    width: 120,
    render: (_, table) => <StatusTag tone={stateWords(table).tone}>{NOTICE_STATES[table.state]}</StatusTag>,
  },
  {
    title: '修改时间',
    key: 'at',
    width: 156,
    render: (_, { updatedAt }) => <span className="nowrap mono">{showDateTime(updatedAt)}</span>,
  },
  {
    title: '操作',
    key: 'actions',
    width: 72,
    render: (_, { id }) => <Link to={`/publishing/standards/${id}`}>编辑</Link>,
  },
];

/** 学分审核标准: one table a year, for the authority's region. */
export default function StandardsPage() {
  const region = regionOfAuthority(useMe().authority?.code ?? '') || NATION;
  const [isNew, setNew] = useState(false);
  const list = useLoad(async () => {
    const items = (await client.standards.listStandards({})).items.sort((a, b) => b.year - a.year);
    return { items, total: items.length, page: 1, pageSize: Math.max(items.length, 20) };
  }, []);
  const create = (
    <Guarded permission="publish">
      <Button
        type="primary"
        icon={<Icon name="add" size={16} />}
        disabled={!list.data}
        onClick={() => setNew(true)}
      >
        新建
      </Button>
    </Guarded>
  );
  return (
    <>
      <PageHeader
        title="学分审核标准"
        note={
          <>
            每年一份，本地区没有发布的沿用上级的。学员在小程序、公众号（回复“标准”）和
            <Link to={`/standards?region=${region}`} target="_blank">
              公开网页
            </Link>
            上查询。
          </>
        }
        extra={create}
      />
      <section className="card standards">
        <ListTable
          load={list}
          rowKey="id"
          unit="份"
          columns={COLUMNS}
          onPage={() => undefined}
          empty={
            <EmptyState
              icon="medal"
              title="还没有学分审核标准"
              hint="可以从上级的标准复制后修改，或从Excel粘贴；没有发布前，学员查到的是上级的标准"
              action={create}
            />
          }
        />
      </section>
      {isNew && <NewStandardModal tables={list.data?.items ?? []} onClose={() => setNew(false)} />}
    </>
  );
}

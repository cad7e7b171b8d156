import { codesOf, NOTICE_KINDS, NOTICE_STATES } from '@common/terms';
import { Button, Segmented, Select } from 'antd';
import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { client } from '../../api/session';
import { Guarded } from '../../components/guarded';
import { Icon } from '../../components/icon';
import { ListTable } from '../../components/listTable';
import { PageHeader } from '../../components/pageHeader';
import { SearchBox } from '../../components/searchBox';
import { useAddress } from '../../hooks/useAddress';
import { useLoad } from '../../hooks/useLoad';
import { noticeColumns } from './noticeColumns';
import { asQuery, DEFAULTS, type NoticeFilters } from './noticeFilters';
import { NoticesEmpty } from './noticesEmpty';
import { isPushing } from './noticeWords';
import './publishing.css';

/** Often enough for a progress that is watched. */
const PUSHING_EVERY_MS = 4000;

/** 通知管理: what this authority tells its region, and 常见问题. */
export default function NoticesPage() {
  const navigate = useNavigate();
  const [filters, setFilters] = useAddress(DEFAULTS);
  const query = asQuery(filters);
  const { kind } = query;
  const [isLive, setLive] = useState(false);
  const list = useLoad(() => client.notices.listNotices(query), [JSON.stringify(query)], {
    everyMs: isLive ? PUSHING_EVERY_MS : undefined,
  });
  const isAnyPushing = list.data?.items.some(isPushing) ?? false;
  useEffect(() => setLive(isAnyPushing), [isAnyPushing]);
  const change = (some: Partial<NoticeFilters>) => setFilters({ ...some, page: 1 });
  const create = (
    <Guarded permission="publish">
      <Button
        type="primary"
        icon={<Icon name="add" size={16} />}
        onClick={() => navigate(`/publishing/notices/new?kind=${kind}`)}
      >
        {kind === 'faq' ? '新建常见问题' : '新建通知'}
      </Button>
    </Guarded>
  );
  return (
    <>
      <PageHeader
        title="通知管理"
        note="发布后，本地区学员在小程序、公众号和公开网页上都能看到；下级地区的学员也能看到。"
        extra={create}
      />
      <section className="card">
        <div className="filter-bar">
          <Segmented
            aria-label="类别"
            value={kind}
            options={codesOf(NOTICE_KINDS).map((value) => ({ value, label: NOTICE_KINDS[value] }))}
            onChange={(value) => change({ kind: value === 'notice' ? '' : value })}
          />
          <Select
            className="filter-bar__select"
            aria-label="状态"
            allowClear
            placeholder="全部状态"
            value={query.state ?? null}
            options={codesOf(NOTICE_STATES).map((value) => ({ value, label: NOTICE_STATES[value] }))}
            onChange={(state) => change({ state: state ?? '' })}
          />
          <div className="filter-bar__end">
            <SearchBox value={filters.q} placeholder="标题或正文中的词" onSearch={(q) => change({ q })} />
          </div>
        </div>
        <ListTable
          load={list}
          rowKey="id"
          unit={kind === 'faq' ? '个问题' : '篇'}
          columns={noticeColumns(kind)}
          onPage={(page, pageSize) => setFilters({ page, pageSize })}
          empty={
            <NoticesEmpty
              kind={kind}
              isNarrowed={Boolean(query.words || query.state)}
              create={create}
              onAll={() => change({ q: '', state: '' })}
            />
          }
        />
      </section>
    </>
  );
}

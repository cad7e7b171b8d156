import type { NoticeRow } from '@common/contract/notices';
import { Button, Collapse } from 'antd';
import { client } from '../../api/session';
import { Article } from '../../components/article/article';
import { Loaded } from '../../components/loaded';
import { PageHeader } from '../../components/pageHeader';
import { PublicTabs } from '../../components/public/publicTabs';
import { regionOf } from '../../components/public/region';
import { RegionSelect } from '../../components/public/regionSelect';
import { PublicFrame } from '../../components/publicFrame';
import { SearchBox } from '../../components/searchBox';
import { EmptyState } from '../../components/states';
import { useAddress } from '../../hooks/useAddress';
import { useLoad } from '../../hooks/useLoad';
import { byTopic } from './topics';
import './publicNotices.css';

/** The most that a list answers at once; a region has some dozens. */
const ALL = 200;

/** 常见问题解答 (manual 004), by topic; an answer is loaded when it is opened. */
export default function PublicFaqPage() {
  const [filters, setFilters] = useAddress({ region: '', q: '' });
  const regionCode = regionOf(filters.region);
  const words = filters.q.slice(0, 50);
  const list = useLoad(
    () => client.notices.publicNotices({ kind: 'faq', regionCode, words, pageSize: ALL }),
    [filters],
  );
  return (
    <PublicFrame about="常见问题" isNarrow>
      <PageHeader title="常见问题" note="点开问题查看回答。" />
      <PublicTabs region={filters.region} />
      <div className="public-bar">
        <RegionSelect region={regionCode} onChange={(region) => setFilters({ region })} />
        <SearchBox
          value={filters.q}
          placeholder="问题中的词，例如 密码"
          onSearch={(q) => setFilters({ q })}
        />
      </div>
      <Loaded load={list}>
        {({ items }) =>
          items.length === 0 ? (
            <section className="card">
              <EmptyState
                title={words ? `没有找到“${words}”` : '还没有常见问题'}
                hint={words ? '换一个词，或查看全部问题' : '可以换一个地区，或在公众号回复“帮助”'}
                action={words && <Button onClick={() => setFilters({ q: '' })}>查看全部问题</Button>}
              />
            </section>
          ) : (
            byTopic(items).map(({ topic, rows }) => <Topic key={topic} topic={topic} rows={rows} />)
          )
        }
      </Loaded>
    </PublicFrame>
  );
}

function Topic({ topic, rows }: { topic: string; rows: NoticeRow[] }) {
  return (
    <section className="faq-topic">
      <h2>{topic}</h2>
      <Collapse
        ghost
        className="card"
        expandIconPlacement="end"
        items={rows.map((row) => ({
          key: row.id,
          label: <b>{row.title}</b>,
          children: <Answer noticeId={row.id} />,
        }))}
      />
    </section>
  );
}

function Answer({ noticeId }: { noticeId: string }) {
  const load = useLoad(() => client.notices.publicNotice({ noticeId }), [noticeId]);
  return (
    <div className="faq-answer">
      <Loaded load={load}>{(notice) => <Article notice={notice} isPublic />}</Loaded>
    </div>
  );
}

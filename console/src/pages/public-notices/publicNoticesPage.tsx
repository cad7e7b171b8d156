import { Button } from 'antd';
import { client } from '../../api/session';
import { PageHeader } from '../../components/pageHeader';
import { PublicTabs } from '../../components/public/publicTabs';
import { regionOf } from '../../components/public/region';
import { RegionSelect } from '../../components/public/regionSelect';
import { PublicFrame } from '../../components/publicFrame';
import { SearchBox } from '../../components/searchBox';
import { EmptyState } from '../../components/states';
import { useAddress } from '../../hooks/useAddress';
import { useLoad } from '../../hooks/useLoad';
import { NoticeList } from './noticeList';

const DEFAULTS = { region: '', q: '', page: 1 };

/** 通知 (manual 004: 全市继续教育活动通知), for everybody and without signing in. */
export default function PublicNoticesPage() {
  const [filters, setFilters] = useAddress(DEFAULTS);
  const regionCode = regionOf(filters.region);
  const words = filters.q.slice(0, 50);
  const list = useLoad(
    () => client.notices.publicNotices({ kind: 'notice', regionCode, words, page: filters.page }),
    [filters],
  );
  return (
    <PublicFrame about="通知" isNarrow>
      <PageHeader title="通知" note="所选地区及上级行政部门发布的继续医学教育通知。" />
      <PublicTabs region={filters.region} />
      <div className="public-bar">
        <RegionSelect region={regionCode} onChange={(region) => setFilters({ region, page: 1 })} />
        <SearchBox
          value={filters.q}
          placeholder="标题或正文中的词"
          onSearch={(q) => setFilters({ q, page: 1 })}
        />
      </div>
      <NoticeList
        load={list}
        onPage={(page) => setFilters({ page })}
        empty={
          words ? (
            <EmptyState
              title={`没有找到“${words}”`}
              hint="换一个词，或换一个地区"
              action={<Button onClick={() => setFilters({ q: '', page: 1 })}>查看全部通知</Button>}
            />
          ) : (
            <EmptyState icon="log" title="还没有通知" hint="行政部门发布后即可在这里查看，也可以换一个地区" />
          )
        }
      />
    </PublicFrame>
  );
}

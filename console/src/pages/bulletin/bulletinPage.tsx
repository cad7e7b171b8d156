import { Button } from 'antd';
import { Link } from 'react-router';
import { client, useMe } from '../../api/session';
import { PageHeader } from '../../components/pageHeader';
import { SearchBox } from '../../components/searchBox';
import { EmptyState } from '../../components/states';
import { useAddress } from '../../hooks/useAddress';
import { useLoad } from '../../hooks/useLoad';
import { NoticeList } from '../public-notices/noticeList';
import './bulletin.css';

/** 通知 for a unit: what the authorities of its region have published. */
export default function BulletinPage() {
  const regionCode = useMe().unit?.regionCode ?? '00';
  const [filters, setFilters] = useAddress({ q: '', page: 1 });
  const words = filters.q.slice(0, 50);
  const list = useLoad(
    () => client.notices.publicNotices({ kind: 'notice', regionCode, words, page: filters.page }),
    [regionCode, filters],
  );
  return (
    <>
      <PageHeader
        title="通知"
        note={
          <>
            本地区和上级行政部门发布的通知。另见
            <Link to={`/faq?region=${regionCode}`} target="_blank">
              常见问题
            </Link>
            、
            <Link to={`/standards?region=${regionCode}`} target="_blank">
              学分审核标准
            </Link>
            。
          </>
        }
        extra={
          <SearchBox
            value={filters.q}
            placeholder="标题或正文中的词"
            onSearch={(q) => setFilters({ q, page: 1 })}
          />
        }
      />
      <NoticeList
        load={list}
        at="/bulletin"
        onPage={(page) => setFilters({ page })}
        empty={
          words ? (
            <EmptyState
              title={`没有找到“${words}”`}
              hint="换一个词，或查看全部通知"
              action={<Button onClick={() => setFilters({ q: '', page: 1 })}>查看全部通知</Button>}
            />
          ) : (
            <EmptyState icon="bell" title="还没有通知" hint="行政部门发布通知后，会出现在这里" />
          )
        }
      />
    </>
  );
}

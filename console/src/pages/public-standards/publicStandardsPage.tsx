import { yearOf } from '@common/rules/shanghaiTime';
import { Select } from 'antd';
import { client } from '../../api/session';
import { Loaded } from '../../components/loaded';
import { PageHeader } from '../../components/pageHeader';
import { PublicTabs } from '../../components/public/publicTabs';
import { regionOf } from '../../components/public/region';
import { RegionSelect } from '../../components/public/regionSelect';
import { PublicFrame } from '../../components/publicFrame';
import { SearchBox } from '../../components/searchBox';
import { StandardView } from '../../components/standard/standardView';
import { EmptyState } from '../../components/states';
import { useAddress } from '../../hooks/useAddress';
import { useLoad } from '../../hooks/useLoad';

/** 学分审核标准查询 (manual 004), for everybody and without signing in. */
export default function PublicStandardsPage() {
  const thisYear = yearOf(Date.now());
  const [filters, setFilters] = useAddress({ region: '', year: thisYear, q: '' });
  const regionCode = regionOf(filters.region);
  const year = filters.year >= 2000 && filters.year <= 2100 ? filters.year : undefined;
  const load = useLoad(() => client.standards.publicStandard({ regionCode, year }), [regionCode, year]);
  const years = load.data?.years ?? [];
  return (
    <PublicFrame about="学分审核标准" isNarrow>
      <PageHeader title="学分审核标准" note="各类继续医学教育活动授予多少学分、需要什么证明。" />
      <PublicTabs region={filters.region} />
      <div className="public-bar">
        <RegionSelect region={regionCode} onChange={(region) => setFilters({ region })} />
        <Select
          aria-label="年度"
          value={filters.year}
          options={[...new Set([filters.year, ...years])]
            .sort((a, b) => b - a)
            .map((value) => ({ value, label: `${value}年` }))}
          onChange={(value) => setFilters({ year: value })}
        />
        <SearchBox
          value={filters.q}
          placeholder="例如 论文、进修、著作"
          onSearch={(q) => setFilters({ q })}
        />
      </div>
      <section className="card pad">
        <Loaded load={load}>
          {({ table }) =>
            table ? (
              <>
                <p className="public-standard__about">
                  {table.authorityName} {table.year}年
                  {table.year !== filters.year && (
                    <span className="pill pill--waiting">{filters.year}年的尚未发布，沿用这一年的标准</span>
                  )}
                </p>
                <StandardView table={table} word={filters.q} />
              </>
            ) : (
              <EmptyState
                icon="medal"
                title="还没有发布学分审核标准"
                hint="所选地区和上级行政部门都没有发布，可以换一个地区，或咨询当地继续医学教育委员会"
              />
            )
          }
        </Loaded>
      </section>
    </PublicFrame>
  );
}

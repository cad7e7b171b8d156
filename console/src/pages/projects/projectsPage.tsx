import { codesOf, PROJECT_NATURES } from '@common/terms';
import { Button, Select } from 'antd';
import { Link } from 'react-router';
import { client, useMe } from '../../api/session';
import { ListTable } from '../../components/listTable';
import { PageHeader } from '../../components/pageHeader';
import { RegionCascader } from '../../components/region/regionCascader';
import { regionOfAuthority } from '../../components/region/regions';
import { EmptyState } from '../../components/states';
import { useAddress } from '../../hooks/useAddress';
import { useLoad } from '../../hooks/useLoad';
import { natureColumn, projectColumns, unitColumn } from './projectColumns';
import { ProjectFilters } from './projectFilters';
import { asQuery, DEFAULTS, isNarrowed, natureOf } from './projectQuery';

const NATURES = [
  { value: 'all' as const, label: '全部性质' },
  ...codesOf(PROJECT_NATURES).map((value) => ({ value, label: PROJECT_NATURES[value] })),
];
const ALL = { ...DEFAULTS, nature: 'all', region: '' };

/** 项目库: the projects of the units in an authority's region, published, filed or entered. */
export default function ProjectsPage() {
  const root = regionOfAuthority(useMe().authority?.code ?? '');
  const [filters, setFilters] = useAddress(ALL);
  const nature = natureOf(filters.nature);
  const query = { ...asQuery(filters), nature, region: filters.region || undefined };
  const list = useLoad(() => client.catalogue.listAuthorityProjects(query), [filters]);
  const change = (some: Partial<typeof filters>) => setFilters({ ...some, page: 1 });

  return (
    <>
      <PageHeader
        title="项目库"
        note="辖区内单位可以举办的项目。审批公布的项目自动进入；国家级项目由单位录入，也可以从Excel导入。"
        extra={
          <Link to="/project-import">
            <Button>导入国家级项目</Button>
          </Link>
        }
      />
      <section className="card">
        <ProjectFilters value={filters} onChange={change}>
          <Select
            className="filter-bar__nature"
            aria-label="项目性质"
            value={nature}
            options={NATURES}
            onChange={(chosen) => change({ nature: chosen })}
          />
          <RegionCascader
            className="filter-bar__project-region"
            root={root}
            value={filters.region}
            placeholder="全部地区"
            onChange={(region) => change({ region })}
          />
        </ProjectFilters>
        <ListTable
          load={list}
          rowKey="id"
          unit="个项目"
          columns={[...projectColumns, unitColumn, natureColumn]}
          onPage={(page, pageSize) => setFilters({ page, pageSize })}
          empty={
            isNarrowed(filters) || nature !== 'all' || filters.region ? (
              <EmptyState
                title="没有找到这样的项目"
                hint="可以只输入名称中的一两个字，或放宽年份、级别与学科"
                action={<Button onClick={() => setFilters(ALL)}>查看全部项目</Button>}
              />
            ) : (
              <EmptyState
                icon="layers"
                title="项目库还是空的"
                hint="项目审批公布后自动出现在这里；国家公布的项目可以从Excel一次导入"
                action={
                  <Link to="/project-import">
                    <Button type="primary">导入国家级项目</Button>
                  </Link>
                }
              />
            )
          }
        />
      </section>
    </>
  );
}

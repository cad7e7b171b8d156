import { Button } from 'antd';
import { client } from '../../api/session';
import { ListTable } from '../../components/listTable';
import { PageHeader } from '../../components/pageHeader';
import { PublicFrame } from '../../components/publicFrame';
import { RegionCascader } from '../../components/region/regionCascader';
import { EmptyState } from '../../components/states';
import { useAddress } from '../../hooks/useAddress';
import { useLoad } from '../../hooks/useLoad';
import { projectColumns, unitColumn } from '../projects/projectColumns';
import { ProjectFilters } from '../projects/projectFilters';
import { asQuery, DEFAULTS, isNarrowed } from '../projects/projectQuery';

const ALL = { ...DEFAULTS, region: '' };

/** 项目查询 (manual 002 §1): the published catalogue, for everybody and without signing in. */
export default function ProjectSearchPage() {
  const [filters, setFilters] = useAddress(ALL);
  const list = useLoad(
    () => client.catalogue.searchProjects({ ...asQuery(filters), region: filters.region || undefined }),
    [filters],
  );
  const change = (some: Partial<typeof filters>) => setFilters({ ...some, page: 1 });

  return (
    <PublicFrame about="继续医学教育项目">
      <PageHeader
        title="项目查询"
        note="各级继续医学教育委员会审批公布的项目。编号、名称、级别与学分以公布的为准。"
      />
      <section className="card">
        <ProjectFilters value={filters} onChange={change}>
          <RegionCascader
            className="filter-bar__project-region"
            root=""
            value={filters.region}
            placeholder="全部地区"
            onChange={(region) => change({ region })}
          />
        </ProjectFilters>
        <ListTable
          load={list}
          rowKey="id"
          unit="个项目"
          columns={[...projectColumns, unitColumn]}
          onPage={(page, pageSize) => setFilters({ page, pageSize })}
          empty={
            isNarrowed(filters) || filters.region ? (
              <EmptyState
                title="没有查到这样的项目"
                hint="可以只输入名称中的一两个字；未公布的项目查不到，请向举办单位核实"
                action={<Button onClick={() => setFilters(ALL)}>查看全部项目</Button>}
              />
            ) : (
              <EmptyState icon="layers" title="还没有公布的项目" hint="审批公布后即可在这里查询" />
            )
          }
        />
      </section>
    </PublicFrame>
  );
}

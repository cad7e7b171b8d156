import { yearOf } from '@common/rules/shanghaiTime';
import { Alert, Modal, Select } from 'antd';
import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { client } from '../../api/session';
import { ListTable } from '../../components/listTable';
import { SearchBox } from '../../components/searchBox';
import { useAction } from '../../hooks/useAction';
import { useLoad } from '../../hooks/useLoad';
import { asQuery, DEFAULTS, LEVEL_OPTIONS, yearOptions } from './activityFilters';
import { projectColumns } from './projectColumns';
import { ProjectsEmpty } from './projectsEmpty';

interface Props {
  open: boolean;
  onClose: () => void;
}

/** 选择录入 (manual 000 §一6–7): the unit's projects of the catalogue; the chosen one becomes a new term. */
export function ChooseProjectModal({ open, onClose }: Props) {
  return (
    <Modal
      open={open}
      title="选择录入"
      width={1040}
      footer={null}
      destroyOnHidden
      className="choose-project"
      onCancel={onClose}
    >
      <Alert
        type="info"
        showIcon
        title="I类学分项目只能选择，不能手工添加；没有找到请联系上级部门"
        description="只列出本单位的项目，严禁选择非本单位举办的项目。"
      />
      <Projects />
    </Modal>
  );
}

function Projects() {
  const navigate = useNavigate();
  const [filters, setFilters] = useState({ ...DEFAULTS, pageSize: 10 });
  const { state: _, ...query } = asQuery(filters);
  const list = useLoad(() => client.catalogue.listUnitProjects(query), [filters]);
  const narrow = (some: Partial<typeof DEFAULTS>) => setFilters({ ...filters, ...some, page: 1 });
  const [chosen, setChosen] = useState<string | null>(null);
  const choose = useAction(
    async (projectId: string) => {
      setChosen(projectId);
      const { id } = await client.activities.createActivity({ projectId });
      navigate(`/activities/${id}/edit`);
    },
    (error) => {
      if (error.code === 'PROJECT_NOT_YOURS') {
        list.reload();
      }
      return false;
    },
  );
  useEffect(() => {
    if (!choose.busy) {
      setChosen(null);
    }
  }, [choose.busy]);

  return (
    <>
      <div className="filter-bar">
        <Select
          className="filter-bar__select"
          aria-label="项目年份"
          value={filters.year}
          options={yearOptions(yearOf(Date.now()))}
          onChange={(year) => narrow({ year })}
        />
        <Select
          className="filter-bar__select"
          aria-label="项目级别"
          value={filters.level}
          options={LEVEL_OPTIONS}
          onChange={(level) => narrow({ level })}
        />
        <span className="filter-bar__end">
          <SearchBox value={filters.q} placeholder="项目名称、编号或负责人" onSearch={(q) => narrow({ q })} />
        </span>
      </div>
      <ListTable
        load={list}
        rowKey="id"
        unit="个项目"
        isDense
        columns={projectColumns({ chosen, onChoose: (row) => choose.run(row.id) })}
        onPage={(page, pageSize) => setFilters({ ...filters, page, pageSize })}
        empty={<ProjectsEmpty filters={filters} onAll={() => narrow({ year: 0, level: 'all', q: '' })} />}
      />
    </>
  );
}
